using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills;

/// <summary>A backup while families come, another in the evening; then everything is destroyed and comes back: rows, links, sign-ins.</summary>
public static partial class BackupDrill
{
    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("backup", args, ("--families", "500"), ("--clients", "4"), ("--tests", "yes"));
        return Drill.RunAsync(options, async drill =>
        {
            var links = new ConcurrentDictionary<string, string>();
            drill.Mail.Reader = (recipient, message) =>
            {
                if (Link().Match(message.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal)) is { Success: true } link) links.TryAdd(recipient, link.Value);
            };
            using var colleague = new Colleague(drill.Site.Doors[0]);
            if (!await colleague.SignInAsync()) throw new InvalidOperationException("The demo's organiser could not sign in.");
            await UnderLoadAsync(drill);
            await drill.SettleAsync(TimeSpan.FromMinutes(5));
            await DestroyAndRestoreAsync(drill);
            await LookAroundAsync(drill, colleague, links);
            if (options["--tests"] != "yes") return;
            // An upgrade needs an older schema to begin with.
            if (drill.Postgres is not null) drill.Verdict.NotShown("upgrade", "PostgreSQL has had one schema so far");
            else await DotnetTest.ShowAsync(drill.Verdict, "upgrade", "FullyQualifiedName~Upgrades.UpgradeTests", options.Engine);
        });
    }

    /// <summary>Made in the middle of the rush, it holds a moment of it: no half registration, nothing that was not so.</summary>
    private static async Task UnderLoadAsync(Drill drill)
    {
        using var over = new CancellationTokenSource();
        var families = drill.Options.Whole("--families");
        var crowd = drill.CrowdAsync(drill.Options.Whole("--clients"), int.MaxValue, signUp => signUp.ComeAsync(Family.Next(Random.Shared)), over.Token);
        while (drill.Ledger.Acknowledged.Count() < families / 4 && !crowd.IsCompleted) await Task.Delay(20);
        var before = drill.Ledger.Acknowledged.ToList();
        var file = await BackUpAsync(drill, "under-load");
        while (drill.Ledger.Acknowledged.Count() < families && !crowd.IsCompleted) await Task.Delay(20);
        await over.CancelAsync();
        await crowd;

        using var copy = drill.Install();
        await copy.Add().CommandAsync("restore", file);
        using var connection = copy.Database.Open();
        var verdict = new Verdict();
        Invariants.Check(new Evidence(copy.Database, connection, before, new Dictionary<string, IReadOnlyList<string>>(), 0, []), verdict);
        var broken = verdict.BrokenClaims.Where(claim => claim.Split(' ')[0] is "I1" or "I2" or "I3" or "I7").ToList();
        using var origin = drill.Database.Open();
        var now = Stored.Read(origin).Registrations.ToDictionary(row => row.Id);
        var kept = Stored.Read(connection).Registrations;
        var changed = kept.Count(row => !now.TryGetValue(row.Id, out var same) || (row with { Kids = [] }) != (same with { Kids = [] }) || !row.Kids.SequenceEqual(same.Kids));
        drill.Verdict.Add("under load", broken.Count + changed == 0 && kept.Count < now.Count, broken.Count + changed == 0
            ? $"{kept.Count:N0} registrations of {now.Count:N0} are in the backup made {(kept.Count < now.Count ? "while families came" : "TOO LATE, nobody came any more")}, all that were acknowledged before it ({before.Count:N0}) among them, each as it is"
            : $"{changed:N0} rows differ; {string.Join("; ", broken)}");
    }

    private static async Task DestroyAndRestoreAsync(Drill drill)
    {
        foreach (var process in drill.Site.Processes) await process.StopAsync();
        var before = RowHashes.Of(drill.Database);
        var file = await BackUpAsync(drill, "evening");
        Directory.Delete(drill.Site.Data, recursive: true);
        Directory.CreateDirectory(drill.Site.Data);
        (drill.Database as PostgresDatabase)?.Recreate();
        await drill.Site.Processes[0].CommandAsync("restore", file);
        var differences = RowHashes.Differences(before, RowHashes.Of(drill.Database));
        drill.Verdict.Add("rows", differences.Count == 0, differences.Count == 0 ? $"data directory{(drill.Postgres is null ? "" : " and database")} destroyed and restored: the hashes of all {before.Count} tables are equal" : $"not equal after the restore: {string.Join(", ", differences)}");
        foreach (var process in drill.Site.Processes) await process.StartAsync();
    }

    private static async Task LookAroundAsync(Drill drill, Colleague colleague, ConcurrentDictionary<string, string> links)
    {
        var isStillIn = await colleague.IsInAsync();
        using var another = new Colleague(drill.Site.Doors[0]);
        var getsIn = await another.SignInAsync(colleague.Password);
        drill.Verdict.Add("sign-ins", isStillIn && getsIn, $"who was signed in {(isStillIn ? "still is" : "is NOT any more")}, a password {(getsIn ? "still opens" : "does NOT open any more")}");
        using var browser = drill.Browser();
        var (works, broken) = (0, new List<string>());
        foreach (var told in drill.Ledger.Acknowledged)
        {
            var seen = links.TryGetValue(told.Family.Email, out var link) ? await browser.GetAsync(link) : null;
            if (seen is { Status: 200 } && seen.Html.Contains(told.Family.FamilyName, StringComparison.Ordinal)) works++;
            else broken.Add($"{told.Family.FamilyName}: {(seen is null ? "no link came" : $"status {seen.Status}")}");
        }
        drill.Verdict.Add("links", broken.Count == 0, broken.Count == 0 ? $"{works:N0} links from mails open the family's page" : $"{broken.Count:N0} links do not work, for example {broken[0]}");
    }

    /// <returns>The file.</returns>
    private static async Task<string> BackUpAsync(Drill drill, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(drill.Folder, name)).FullName;
        await drill.Site.Processes[0].CommandAsync("backup", "--to", folder);
        return Directory.EnumerateFiles(folder).Single();
    }

    [GeneratedRegex("/anmeldung/[A-Za-z0-9_-]{20,}")]
    private static partial Regex Link();
}
