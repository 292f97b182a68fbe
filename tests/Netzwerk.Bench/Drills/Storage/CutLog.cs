using Microsoft.Data.Sqlite;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>
/// SIGKILL under load, then SQLite's write-ahead log is cut somewhere, as if the disk had lost its end: whoever had been acknowledged by
/// then is there, and nobody is there by halves. Some of the cut ones start the site, which takes the next family.
/// </summary>
public static class CutLog
{
    public static Task RunAsync(Drill drill) => Trial.RunAsync(drill, "log", async trial =>
    {
        var log = ((SqliteDatabase)trial.Site.Database).File + "-wal";
        var acknowledged = new List<(Family Family, long Length)>();
        string saved;
        // A reader keeps the log from being begun anew, so that its length tells who was in it.
        using (var reader = trial.Site.Database.Open())
        {
            reader.Run("BEGIN");
            reader.Number("SELECT COUNT(*) FROM \"Events\"");
            using var browser = trial.Browser();
            var signUp = new SignUp(browser, trial.Ledger, TimeSpan.Zero);
            using var enough = new CancellationTokenSource();
            var crowd = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            {
                while (!enough.IsCancellationRequested)
                {
                    var family = Family.Next(Random.Shared);
                    if (await ComeAsync(signUp, family) != What.Acknowledged) continue;
                    lock (acknowledged) acknowledged.Add((family, new FileInfo(log).Length));
                }
            }));
            while (acknowledged.Count < drill.Options.Whole("--families") && !crowd.IsCompleted) await Task.Delay(50);
            trial.Process.Kill();
            trial.Kills++;
            await enough.CancelAsync();
            await crowd;
            saved = Copy(trial.Site.Data, Path.Combine(drill.Folder, "uncut"));
        }
        var (cuts, starts) = (drill.Options.Whole("--cuts"), drill.Options.Whole("--starts"));
        var wrong = new List<string>();
        for (var cut = 0; cut < cuts; cut++)
        {
            var length = Random.Shared.NextInt64(new FileInfo(Path.Combine(saved, "netzwerk.db-wal")).Length + 1);
            if (await TryAsync(drill, saved, length, [.. acknowledged.Where(one => one.Length <= length).Select(one => one.Family)], starting: cut < starts) is { } fault) wrong.Add($"cut at byte {length}: {fault}");
        }
        trial.Claim(wrong.Count == 0, wrong.Count == 0 ? $"cut at {cuts} places, {Math.Min(starts, cuts)} starts of the site: everybody acknowledged before the cut is there, nobody by halves" : $"{wrong.Count} of {cuts} cuts wrong, the first: {wrong[0]}");
        await trial.Process.StartAsync();
    });

    private static async Task<What> ComeAsync(SignUp signUp, Family family)
    {
        try
        {
            return (await signUp.ComeAsync(family, insists: false)).What;
        }
        catch (NoAnswerException)
        {
            return What.Unanswered;
        }
    }

    /// <returns>What is wrong, or null.</returns>
    private static async Task<string?> TryAsync(Drill drill, string saved, long length, IReadOnlyList<Family> acknowledged, bool starting)
    {
        // Mails of the past go to a folder, not once more to the families.
        var site = drill.Install(new Dictionary<string, string> { ["Mail__Host"] = "" });
        Copy(saved, site.Data);
        using (var log = new FileStream(((SqliteDatabase)site.Database).File + "-wal", FileMode.Open)) log.SetLength(length);
        var families = acknowledged.ToList();
        if (starting)
        {
            site.Add();
            await site.Processes[0].StartAsync();
            using var browser = new Browser(site.Doors);
            families.Add((await new SignUp(browser, new Ledger()).ComeAsync(Family.Next(Random.Shared))).Family);
            await site.Processes[0].StopAsync();
        }
        var fault = Fault(site, families);
        site.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(site.Data, recursive: true);
        return fault;
    }

    /// <summary>I1, I2, I3 and I7; which mails had left is not in a cut log.</summary>
    private static string? Fault(Installation site, IReadOnlyList<Family> acknowledged)
    {
        using var connection = site.Database.Open();
        var verdict = new Verdict();
        Invariants.Check(new Evidence(site.Database, connection, [.. acknowledged.Select(family => new Told(family, What.Acknowledged))], new Dictionary<string, IReadOnlyList<string>>(), 0, []), verdict);
        return verdict.BrokenClaims.FirstOrDefault(claim => claim.Split(' ')[0] is "I1" or "I2" or "I3" or "I7");
    }

    private static string Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        return to;
    }
}
