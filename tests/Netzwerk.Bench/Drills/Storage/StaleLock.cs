using System.Diagnostics;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>What a killed migration leaves behind does not stop a start; another start that still goes on is waited for, and said.</summary>
public static class StaleLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public static Task RunAsync(Drill drill) => Trial.RunAsync(drill, "stale", async trial =>
    {
        await trial.Process.StopAsync();
        if (drill.Options.Engine == "sqlite")
        {
            trial.Site.Database.Run("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            trial.Site.Database.Run("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2022-10-24 08:00:00')");
            await File.WriteAllTextAsync(Path.Combine(trial.Site.Data, "start.lock"), "");
            var took = await trial.Process.StartAsync();
            trial.Claim(true, $"the row and the file of a killed migration lay there, ready after {took.TotalSeconds:N1} s");
            await trial.Process.StopAsync();
        }
        bool IsSaid() => File.ReadLines(trial.Process.Log).Any(line => line.Contains("Ein anderer Prozess der Seite startet gerade. Dieser wartet, bis er fertig ist.", StringComparison.Ordinal));
        var start = Stopwatch.GetTimestamp();
        using (Hold(trial))
        {
            trial.Process.Launch();
            while (!IsSaid() && Stopwatch.GetElapsedTime(start) < Patience) await Task.Delay(200);
        }
        var (isSaid, after) = (IsSaid(), Stopwatch.GetElapsedTime(start));
        await trial.Process.ReadyAsync();
        trial.Claim(isSaid, $"somebody else held the lock of the start for {after.TotalSeconds:N1} s: the start {(isSaid ? "said so" : "did NOT say so")}, and was ready after {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s");
        using var browser = trial.Browser();
        await new SignUp(browser, trial.Ledger).ComeAsync(Family.Next(Random.Shared));
    });

    private static IDisposable Hold(Trial trial)
    {
        if (trial.Site.Database is SqliteDatabase) return new FileStream(Path.Combine(trial.Site.Data, "start.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var connection = trial.Site.Database.Open();
        connection.Run("SELECT pg_advisory_lock(hashtext('Netzwerk'), hashtext('start'))");
        return connection;
    }
}
