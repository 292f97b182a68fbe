using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Rooms;

/// <summary>The organiser's rooms with many families in them: list, search and exports, each as the whole request takes on a quiet site.</summary>
public static class RoomsCommand
{
    private const int FewRegistrations = 5_000;
    private const string Room = "/verwaltung/veranstaltungen/" + Families.Event;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("rooms", args, ("--registrations", "100000"), ("--times", "15"));
        var folder = Directory.CreateTempSubdirectory("netzwerk-bench-").FullName;
        try
        {
            var published = options.Published ?? Path.Combine(folder, "site");
            await SiteFiles.ProvideAsync(published);
            using var postgres = options.Engine == "postgres" ? await PostgresServer.StartAsync() : null;
            Directory.CreateDirectory(Path.Combine(folder, "data"));
            using var site = new Installation(published, folder, postgres?.Create("netzwerk") ?? (Database)new SqliteDatabase(Path.Combine(folder, "data")), new Dictionary<string, string>());
            var process = site.Add(options.Port);
            await process.StartAsync();
            var goals = new Goals();
            await MeasureAsync(site, process, options, goals);
            Console.WriteLine();
            Console.WriteLine($"{options.Engine}, {site.Database.Count("SELECT COUNT(*) FROM \"Registrations\""):N0} registrations; medians of {options.Whole("--times")}, seen from the client.");
            goals.Print(Console.Out);
            return goals.AreReached ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Installation site, SiteProcess process, DrillOptions options, Goals goals)
    {
        var (all, times) = (options.Whole("--registrations"), options.Whole("--times"));
        using var desk = await Desk.SignInAsync(process.Port);
        var few = Math.Min(FewRegistrations, all);
        Console.WriteLine($"{few:N0} families come …");
        Families.Come(site.Database, 0, few);
        foreach (var (kind, goal) in new[] { ("csv", 100), ("xlsx", 300) })
        {
            await desk.MedianAsync($"{Room}/teilnehmerliste.{kind}", 5);
            goals.AtMost($"{kind.ToUpperInvariant()} of {few:N0}", await desk.MedianAsync($"{Room}/teilnehmerliste.{kind}", times), goal, "ms");
        }

        Console.WriteLine($"{all - few:N0} more …");
        Families.Come(site.Database, few, all - few);
        foreach (var (name, query) in Lists(all))
        {
            var path = $"{Room}/anmeldungen{query}";
            await desk.MedianAsync(path, 3, "</table>");
            goals.AtMost(name, await desk.MedianAsync(path, times, "</table>"), 50, "ms");
        }

        foreach (var kind in (string[])["csv", "xlsx"])
        {
            // At rest: what the measurements before left behind is no part of it.
            await process.StopAsync();
            await process.StartAsync();
            using var again = await Desk.SignInAsync(process.Port);
            await again.MedianAsync($"{Room}/anmeldungen", 20, "</table>");
            await again.MedianAsync($"{Room}/anmeldungen{Lists(all)[^1].Query}", 20, "</table>");
            var idle = Memory.Of(process.Process.Id).Resident;
            var peak = await Memory.PeakAsync(process.Process.Id, () => again.DownloadAsync($"{Room}/teilnehmerliste.{kind}"));
            goals.AtMost($"{kind.ToUpperInvariant()} of {all:N0}, above {idle:N0} MB idle", peak - idle, 30, "MB");
            goals.Note($"{kind.ToUpperInvariant()} of {all:N0}", await again.MedianAsync($"{Room}/teilnehmerliste.{kind}", 3), "ms");
        }
    }

    private static (string Name, string Query)[] Lists(int all) =>
    [
        ("List, first page", ""),
        ("List, last page", $"?seite={(all + 49) / 50}"),
        ("List by arrival, last first", "?sortierung=eingang-ab"),
        ("List, cancelled", "?status=abgemeldet"),
        ("Search, one family", $"?suche=familie{all - 3}"),
        ("Search, a frequent name", "?suche=Müller"),
        ("Search, two words", "?suche=Anna+Weiß"),
        ("Search, a phone number", $"?suche=0171+{3_000_000 + all - 5}"),
    ];
}
