using System.Diagnostics;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>One trouble on an installation of its own, with its own families and mail server; all invariants hold for it alone.</summary>
public sealed class Trial(Drill drill, string name, Installation site, MailPeer mail)
{
    private static readonly TimeSpan Mails = TimeSpan.FromMinutes(3);
    private static int _count;

    public Drill Drill => drill;

    public Installation Site => site;

    public SiteProcess Process => site.Processes[0];

    public Ledger Ledger { get; } = new();

    public int Kills { get; set; }

    /// <param name="prepare">Before the first start, while the data directory and the database are empty.</param>
    /// <param name="tidy">In any case, after the end.</param>
    public static async Task RunAsync(Drill drill, string name, Func<Trial, Task> act, Func<Installation, Task>? prepare = null, Func<Installation, Task>? tidy = null)
    {
        using var mail = new MailPeer(Directory.CreateDirectory(Path.Combine(drill.Folder, $"mail-{Interlocked.Increment(ref _count)}")).FullName);
        var trial = new Trial(drill, name, drill.Install(mail.Settings), mail);
        try
        {
            if (prepare is not null) await prepare(trial.Site);
            trial.Site.Add();
            await trial.Process.StartAsync();
            await act(trial);
            await trial.JudgeAsync();
        }
        catch (Exception trouble) when (trouble is not FormatException)
        {
            drill.Verdict.Add(name, false, $"{trouble.GetType().Name}: {trouble.Message}");
        }
        finally
        {
            trial.Site.Dispose();
            if (tidy is not null) await tidy(trial.Site);
        }
    }

    public void Claim(bool holds, string what) => drill.Verdict.Add(name, holds, what);

    public Browser Browser() => new(site.Doors, TimeSpan.FromSeconds(60));

    /// <summary>Starts although it cannot work: it ends by itself, with this sentence and no stack trace.</summary>
    public async Task ClaimStopsWithAsync(string sentence)
    {
        var before = File.ReadLines(Process.Log).Count();
        Process.Launch();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await Process.Process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Process.Kill();
            Claim(false, $"the start neither ended nor said „{sentence}“");
            return;
        }
        var said = File.ReadLines(Process.Log).Skip(before).ToList();
        var holds = Process.Process.ExitCode != 0 && said.Any(line => line.Contains(sentence, StringComparison.Ordinal)) && !said.Any(line => line.StartsWith("   at ", StringComparison.Ordinal));
        Claim(holds, holds ? $"a start ends at once and says „{said.First(line => line.Contains(sentence, StringComparison.Ordinal)).Trim()}“" : $"a start does not end with „{sentence}“ but says: {string.Join(" / ", said.Take(6))}");
    }

    /// <summary>Ready by itself, without anybody's help.</summary>
    public async Task ClaimRecoversAsync()
    {
        var start = Stopwatch.GetTimestamp();
        await Process.ReadyAsync();
        Claim(true, $"ready again by itself after {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s");
    }

    private async Task JudgeAsync()
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Mails; await Task.Delay(200))
        {
            if (site.Database.Count("""SELECT COUNT(*) FROM "OutboxMails" WHERE "State" NOT IN ('Sent', 'Refused', 'Failed', 'Withdrawn')""") == 0) break;
        }
        if (Process.IsRunning) await Process.StopAsync();
        var copies = mail.Copies.ToDictionary(copy => copy.Key, copy => (IReadOnlyList<string>)[.. copy.Value]);
        using var connection = site.Database.Open();
        var verdict = new Verdict();
        Invariants.Check(new Evidence(site.Database, connection, Ledger.All, copies, Kills + mail.Dropped, [Process.Log]), verdict);
        Claim(verdict.Holds, verdict.Holds ? $"I1 to I9 hold for {Ledger.Acknowledged.Count():N0} acknowledged families" : $"broken: {string.Join("; ", verdict.BrokenClaims)}");
    }
}
