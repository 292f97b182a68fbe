using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>
/// What may happen to where the data lies. Never a false „angemeldet“, a 503 keeps what was typed, and the site recovers alone where it can;
/// where it cannot, a start says in one sentence what to do.
/// </summary>
public static class StorageDrill
{
    private static readonly (string Name, Func<Drill, Task> Run)[] Sqlite =
    [
        ("locked", Locks.RunAsync), ("full", FullDisk.SqliteAsync), ("readonly", ReadOnly.SqliteAsync), ("page", DamagedPage.SqliteAsync), ("log", CutLog.RunAsync), ("stale", StaleLock.RunAsync),
    ];

    private static readonly (string Name, Func<Drill, Task> Run)[] Postgres =
    [
        ("locked", Locks.RunAsync), ("full", FullDisk.PostgresAsync), ("readonly", ReadOnly.PostgresAsync), ("page", DamagedPage.PostgresAsync), ("server", ServerGone.RunAsync), ("stale", StaleLock.RunAsync),
    ];

    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("storage", args, ("--only", ""), ("--seconds", "15"), ("--families", "30"), ("--cuts", "500"), ("--starts", "50"), ("--stops", "5"));
        return Drill.RunAsync(options, async drill =>
        {
            var only = options["--only"].Split(',', StringSplitOptions.RemoveEmptyEntries);
            foreach (var (name, run) in (options.Engine == "sqlite" ? Sqlite : Postgres).Where(trial => only.Length == 0 || only.Contains(trial.Name)))
            {
                Console.WriteLine($"{name} …");
                await run(drill);
            }
        });
    }
}
