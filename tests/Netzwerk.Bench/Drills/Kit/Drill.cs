using System.Diagnostics;
using Netzwerk.Bench.Site;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>
/// What every drill stands on: the published site on the chosen engine with so many processes, a mail server, families with a ledger of what
/// they were told, and a verdict at the end.
/// </summary>
public sealed class Drill : IDisposable
{
    private readonly string _published;
    private readonly PostgresServer? _postgres;
    private readonly List<Installation> _installations = [];

    private Drill(DrillOptions options, string folder, string published, PostgresServer? postgres, IReadOnlyDictionary<string, string>? settings)
    {
        (Options, Folder, _published, _postgres) = (options, folder, published, postgres);
        Mail = new MailPeer(folder);
        Site = Install(settings);
        for (var number = 0; number < options.Processes; number++) Site.Add(options.Port == 0 ? 0 : options.Port + number);
    }

    public DrillOptions Options { get; }

    /// <summary>For whatever the drill writes; goes with it, unless something is broken.</summary>
    public string Folder { get; }

    public MailPeer Mail { get; }

    public Ledger Ledger { get; } = new();

    public Verdict Verdict { get; } = new();

    /// <summary>The first installation, whose processes run when the drill begins.</summary>
    public Installation Site { get; }

    public Database Database => Site.Database;

    /// <summary>Null on SQLite.</summary>
    public PostgresServer? Postgres => _postgres;

    /// <summary>How often a process was killed that may have been sending.</summary>
    public int Kills { get; set; }

    /// <summary>Sets everything up, lets the drill act, waits for the mails, checks the invariants and prints the verdict.</summary>
    /// <param name="settings">Of the site, beside those that every drill needs.</param>
    /// <returns>0 held, 1 broken.</returns>
    public static async Task<int> RunAsync(DrillOptions options, Func<Drill, Task> act, IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("netzwerk-drill-").FullName;
        var published = options.Published ?? Path.Combine(folder, "site");
        await SiteFiles.ProvideAsync(published);
        var code = await RunAsync(options, act, folder, published, settings);
        if (code == 0 || options.Tamper is not null) Directory.Delete(folder, recursive: true);
        else Console.WriteLine($"What the site left lies in {folder}");
        return code;
    }

    private static async Task<int> RunAsync(DrillOptions options, Func<Drill, Task> act, string folder, string published, IReadOnlyDictionary<string, string>? settings)
    {
        using var postgres = options.Engine == "postgres" ? await PostgresServer.StartAsync() : null;
        using var drill = new Drill(options, folder, published, postgres, settings);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            foreach (var process in drill.Site.Processes) await process.StartAsync();
            await act(drill);
            await drill.JudgeAsync();
        }
        catch (Exception trouble) when (trouble is not FormatException)
        {
            drill.Verdict.Add("drill", false, $"{trouble.GetType().Name}: {trouble.Message}");
        }
        return drill.Verdict.Print(Console.Out, $"{options.Command}, {options.Engine}, {options.Processes} process{(options.Processes == 1 ? "" : "es")}, {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s");
    }

    /// <summary>Another installation with nothing in it: a new data directory and a new database. It has no process yet.</summary>
    public Installation Install(IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = Path.Combine(Folder, $"installation-{_installations.Count + 1}");
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        Database database = _postgres is null ? new SqliteDatabase(Path.Combine(folder, "data")) : _postgres.Create($"netzwerk{_installations.Count + 1}");
        var all = new Dictionary<string, string>(Mail.Settings);
        foreach (var (key, value) in settings ?? new Dictionary<string, string>()) all[key] = value;
        var installation = new Installation(_published, folder, database, all);
        _installations.Add(installation);
        return installation;
    }

    public Browser Browser() => new(Site.Doors);

    /// <summary>Lets so many families at once come until told to stop or until so many have come.</summary>
    public async Task CrowdAsync(int clients, int families, Func<SignUp, Task> visit, CancellationToken stop = default)
    {
        using var browser = Browser();
        var signUp = new SignUp(browser, Ledger);
        var left = families;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested && Interlocked.Decrement(ref left) >= 0) await visit(signUp);
        }, CancellationToken.None)));
    }

    /// <summary>Until every mail is sent or refused for good.</summary>
    /// <param name="hurries">Does not wait for the distances between attempts: what waits is due now, and one more family wakes the sender.</param>
    public async Task SettleAsync(TimeSpan atMost, bool hurries = false)
    {
        const string Due = """UPDATE "OutboxMails" SET "NextAttemptAt" = '1970-01-01 00:00:00' WHERE "State" IN ('Waiting', 'Unknown') AND "Attempts" > 0""";
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < atMost && Database.Count("""SELECT COUNT(*) FROM "OutboxMails" WHERE "State" NOT IN ('Sent', 'Refused', 'Failed', 'Withdrawn')""") > 0)
        {
            if (hurries && Database.Run(Due) > 0) await CrowdAsync(1, 1, signUp => signUp.ComeAsync(Family.NextAlone()));
            await Task.Delay(200);
        }
    }

    public Evidence Evidence(System.Data.Common.DbConnection connection) => new(
        Database, connection, Ledger.All, Mail.Copies.ToDictionary(copies => copies.Key, copies => (IReadOnlyList<string>)[.. copies.Value]), Kills + Mail.Dropped,
        [.. _installations.SelectMany(installation => installation.Processes).Select(process => process.Log).Where(File.Exists), .. _postgres is null ? Array.Empty<string>() : [_postgres.Log]]);

    public void Dispose()
    {
        _installations.ForEach(installation => installation.Dispose());
        Mail.Dispose();
    }

    private async Task JudgeAsync()
    {
        await SettleAsync(TimeSpan.FromMinutes(5));
        Verdict.Add("site", Site.Processes.All(process => process.IsRunning), "every process runs at the end");
        foreach (var process in Site.Processes.Where(process => process.IsRunning)) await process.StopAsync();
        using var connection = Database.Open();
        if (Options.Tamper is { } invariant) Tampering.Check(invariant, Evidence(connection), Verdict);
        else Invariants.Check(Evidence(connection), Verdict);
    }
}
