using Netzwerk.Bench.Load;
using Netzwerk.Bench.Peers;
using Netzwerk.Bench.Site;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Web;

/// <summary>
/// Measures the published site beside its two limits, bare Kestrel and durable commits, in rounds that take turns, so that whatever else
/// the machine does meets all of them.
/// </summary>
public static class WebCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = WebOptions.Parse(args);
        var folder = Directory.CreateTempSubdirectory("netzwerk-bench-").FullName;
        try
        {
            Console.WriteLine("Publishing and starting the site …");
            var published = options.Published ?? Path.Combine(folder, "site");
            await SiteFiles.ProvideAsync(published);
            using var postgres = options.Engine == "postgres" ? await PostgresServer.StartAsync() : null;
            var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
            using var site = new Installation(published, folder, postgres?.Create("netzwerk") ?? (Database)new SqliteDatabase(data), new Dictionary<string, string>());
            await site.Add(options.Port).StartAsync();
            using var bare = await StartBareAsync(options.Port + 1);
            using var commits = new DurableCommits(folder);
            var report = Measure(options, site, bare, commits);
            report.Print(Console.Out);
            return report.Wrong.Count == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ChildProcess> StartBareAsync(int port)
    {
        var bare = ChildProcess.Start(AppContext.BaseDirectory, new Dictionary<string, string>(), typeof(WebCommand).Assembly.Location, "bare", $"{port}");
        await bare.ReadyAsync($"http://127.0.0.1:{port}/1");
        return bare;
    }

    private static WebReport Measure(WebOptions options, Installation installation, ChildProcess bare, DurableCommits commits)
    {
        var site = installation.Processes[0];
        var stored = new StoredSignUps(installation.Database);
        Func<Visitor> LastPost(int clients) => () => new LastPostVisitor(options.Port, options.LastPosts / clients);
        Visitor Event() => new PageVisitor(options.Port, FamilyVisitor.EventPath, FamilyVisitor.EventHeading);
        Visitor Again() => new ReturningVisitor(options.Port, FamilyVisitor.EventPath, FamilyVisitor.EventHeading);
        Visitor Form() => new PageVisitor(options.Port, FamilyVisitor.FormPath, FamilyVisitor.FormHeading);
        Visitor Family() => new FamilyVisitor(options.Port);
        var size = SizeOf(options.Port, FamilyVisitor.EventPath);
        Visitor Bare() => new BareVisitor(options.Port + 1, size);

        var report = new WebReport(size, SizeOf(options.Port, FamilyVisitor.FormPath));
        Console.WriteLine("Warming up …");
        foreach (var (process, visitor) in new[] { (site.Process, Event), (site.Process, Form), (bare.Process, Bare), (site.Process, (Func<Visitor>)Family), (site.Process, LastPost(8)) })
            report.Check(Crowd.Run(8, options.WarmUpSeconds / 5, process, visitor));
        commits.Measure(options.WarmUpSeconds / 8);

        for (var round = 1; round <= options.Rounds && report.Wrong.Count == 0; round++)
        {
            Console.WriteLine($"Round {round} of {options.Rounds} …");
            foreach (var clients in options.Clients)
            {
                report.Check(stored);
                report.Add("Event page", clients, Crowd.Run(clients, options.PageSeconds, site.Process, Event));
                report.Add(WebReport.Bare, clients, Crowd.Run(clients, options.PageSeconds, bare.Process, Bare));
                report.Add("Event, known", clients, Crowd.Run(clients, options.PageSeconds, site.Process, Again));
                report.Add("Form page", clients, Crowd.Run(clients, options.PageSeconds, site.Process, Form));
                report.Add(WebReport.Journey, clients, Crowd.Run(clients, options.JourneySeconds, site.Process, Family));
                report.Check(stored);
                report.Add(WebReport.LastPost, clients, Crowd.Run(clients, options.JourneySeconds, site.Process, LastPost(clients)));
            }
            report.Check(stored);
            report.AddCommits(commits.Measure(options.PageSeconds), commits.MeasureFresh(options.PageSeconds));
        }
        if (options.Registrations > 0) MeasureAmongMany();
        return report;

        void MeasureAmongMany()
        {
            Console.WriteLine($"{options.Registrations:N0} families come …");
            stored.Add(options.Registrations);
            for (var round = 1; round <= options.Rounds && report.Wrong.Count == 0; round++)
            {
                foreach (var clients in options.Clients)
                {
                    report.Add($"{WebReport.Journey}, many", clients, Crowd.Run(clients, options.JourneySeconds, site.Process, Family));
                    report.Check(stored);
                }
            }
        }
    }

    private static int SizeOf(int port, string path)
    {
        using var look = new SizeVisitor(port, path);
        return look.Measure();
    }

    /// <summary>How many bytes an answer is on the wire, head included.</summary>
    private sealed class SizeVisitor(int port, string path) : Visitor(port)
    {
        private int _bytes;

        public int Measure()
        {
            Visit();
            return _bytes;
        }

        protected override void Visit() => _bytes = Ask(Get(path)).WireBytes;
    }
}
