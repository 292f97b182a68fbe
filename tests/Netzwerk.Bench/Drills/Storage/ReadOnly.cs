using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>
/// SQLite: a folder that cannot be written to any more; whoever has its files open writes on, so it is a start that meets it. PostgreSQL: a
/// server that takes no more than reading, in the middle of the day.
/// </summary>
public static class ReadOnly
{
    public static async Task SqliteAsync(Drill drill)
    {
        if (!SmallDisk.IsPossible)
        {
            drill.Verdict.NotShown("readonly", "only root can make a disk that is read-only");
            return;
        }
        await Trial.RunAsync(drill, "readonly", async trial =>
        {
            var disk = new SmallDisk(trial.Site.Data);
            await ComeAsync(trial);
            await trial.Process.StopAsync();
            await disk.TurnAsync(readOnly: true);
            await trial.ClaimStopsWithAsync("beschreib");
            await disk.TurnAsync(readOnly: false);
            await trial.Process.StartAsync();
            await ComeAsync(trial);
            trial.Claim(true, "writable again, it starts and takes families");
        }, site => new SmallDisk(site.Data).MountAsync("size=300m"), site => new SmallDisk(site.Data).UnmountAsync());
    }

    public static Task PostgresAsync(Drill drill) => Trial.RunAsync(drill, "readonly", async trial =>
    {
        var name = ((PostgresDatabase)trial.Site.Database).Name;
        var witnesses = new Witnesses(trial);
        await witnesses.FillInAsync(drill.Options.Whole("--families"));
        Turn(drill, name, "on");
        await witnesses.SendIntoItAsync(TimeSpan.FromSeconds(5));
        trial.Claim(witnesses.Kept > 0, $"the server took only reading, {witnesses.Kept} forms were not taken");
        Turn(drill, name, "off");
        await trial.ClaimRecoversAsync();
        await witnesses.ClaimAsync();
    });

    private static async Task ComeAsync(Trial trial)
    {
        using var browser = trial.Browser();
        await new SignUp(browser, trial.Ledger).ComeAsync(Family.Next(Random.Shared));
    }

    /// <summary>It holds for new connections, so the old ones go.</summary>
    private static void Turn(Drill drill, string name, string position)
    {
        using var connection = drill.Database.Open();
        connection.Run($"ALTER DATABASE \"{name}\" SET default_transaction_read_only = {position}");
        connection.Run($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }
}
