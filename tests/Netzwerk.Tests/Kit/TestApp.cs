using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Tests.Kit;

/// <summary>
/// The whole site as in Production, with a data directory of its own that goes with it. The event clock stands still until the test moves
/// it; mail leaves when the test says so and lands in <see cref="Inbox"/>.
/// </summary>
/// <param name="settings">Overrides, by key: <c>("Limits:FormsPerAddress", "3")</c>.</param>
public class TestApp(params (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    public const string BaseUrl = "https://netzwerk.test";
    public const string Secret = "a secret for tests that is long enough";
    public const string Anniversary = "jubilaeum-2022";

    /// <summary>Whoever stands on the same folder stands on the same database.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<string>> Postgres = new(StringComparer.Ordinal);

    private readonly string _folder = Directory.CreateTempSubdirectory("netzwerk-test-").FullName;

    /// <summary>24 October 2022, 10:00 in Berlin, until the test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2022, 10, 24, 10, 0, 0, TimeSpan.FromHours(2)));

    public Inbox Inbox { get; } = new();

    public LogLines Log { get; } = new();

    public string DataFolder => _folder;

    public string DatabaseFile => Path.Combine(_folder, "netzwerk.db");

    /// <summary>Only where the run stands on PostgreSQL; asking does not start the site.</summary>
    public string PostgresConnection => PostgresOf(_folder);

    protected virtual string EnvironmentName => "Production";

    /// <summary>Background work of the site; off, so that things happen when the test says so.</summary>
    protected virtual bool KeepsWorkers => false;

    /// <param name="from">The visitor's address, as the rate limits see it; without one nothing is counted.</param>
    /// <param name="followRedirects">As a browser does.</param>
    public HttpClient Browser(string? from = null, bool followRedirects = true)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions
        {
            BaseAddress = new Uri("https://localhost"),
            AllowAutoRedirect = followRedirects,
        });
        if (from is not null) client.DefaultRequestHeaders.Add(RequestForgery.AddressHeader, IPAddress.Parse(from).ToString());
        return client;
    }

    /// <summary>Fetches a page as a new visitor would.</summary>
    public Task<Page> OpenAsync(string path) => Browser().OpenAsync(path);

    /// <summary>Sends what is due and fills <see cref="Inbox"/>; says how many messages were tried.</summary>
    public Task<int> DeliverMailAsync() => Services.GetRequiredService<Outbox>().DeliverDueAsync(CancellationToken.None);

    public async Task<T> DbAsync<T>(Func<NetzwerkDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<NetzwerkDb>());
    }

    public Task<Event> EventAsync(string slug = Anniversary) => DbAsync(db => db.Events.AsNoTracking().SingleAsync(ev => ev.Slug == slug));

    public Task<List<Registration>> RegistrationsAsync() =>
        DbAsync(db => db.Registrations.AsNoTracking().OrderBy(registration => registration.Id).ToListAsync());

    /// <summary>Changes the event as the site does: in its turn.</summary>
    public async Task ChangeEventAsync(Action<Event> change, string slug = Anniversary)
    {
        var id = (await EventAsync(slug)).Id;
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EventTurn>().TakeAsync(id, ev =>
        {
            change(ev);
            return Task.FromResult(ev);
        });
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        foreach (var (key, value) in ((string, string)[])[.. RequiredSettings, ("Site:DataDirectory", _folder), .. EngineSettings, .. settings]) builder.UseSetting(key, value);
        // Only Development finds the assets beside the sources by itself.
        builder.UseStaticWebAssets();
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<EventClock>().AddSingleton(new EventClock(Clock));
            services.RemoveAll<IMailTransport>().AddSingleton<IMailTransport>(Inbox);
            services.AddTransient<IStartupFilter, RequestForgery>();
            services.AddLogging(logging => logging.ClearProviders().AddProvider(Log));
            if (!KeepsWorkers) RemoveWorkers(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !Directory.Exists(_folder)) return;
        if (Postgres.TryRemove(_folder, out var database)) PostgresServer.Drop(database.Value);
        using (var pool = new SqliteConnection($"Data Source={DatabaseFile}")) SqliteConnection.ClearPool(pool);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Empty for SQLite, which needs nothing.</summary>
    public (string Key, string Value)[] EngineSettings => PostgresServer.IsWanted
        ? [("Database:Provider", nameof(DatabaseProvider.PostgreSql)), ("Database:Secret", Secret), ("ConnectionStrings:Netzwerk", PostgresOf(settings.LastOrDefault(setting => setting.Key == "Site:DataDirectory").Value ?? _folder))]
        : [];

    /// <summary>What an operator has to set before Production starts and takes sign-ups.</summary>
    public static IReadOnlyList<(string Key, string Value)> RequiredSettings { get; } =
    [
        ("Site:BaseUrl", BaseUrl),
        ("Mail:Host", "127.0.0.1"),
        ("Mail:From", "anmeldung@netzwerk.test"),
        ("Mail:FromName", "Netzwerk „Wirksame Hilfen für Alleinerziehende“"),
        ("Mail:ReplyTo", "kontakt@netzwerk.test"),
        ("Legal:Operator", "Landkreis Probe"),
        ("Legal:Address", "Probeweg 1\n12345 Probe"),
        ("Legal:Email", "post@netzwerk.test"),
        ("Legal:Phone", "04471 150"),
        ("Legal:Representative", "Vertretung Probe"),
        ("Legal:DataProtectionOfficer", "datenschutz@netzwerk.test"),
        ("Legal:SupervisoryAuthority", "Aufsicht Probe\nAufsichtsweg 2"),
        ("Legal:Recipients", "Rechenzentrum Probe"),
        ("Legal:FeedbackContact", "barrieren@netzwerk.test"),
        ("Legal:ArbitrationBody", "Schlichtung Probe\nSchlichtweg 3"),
        ("Legal:AccessibilityStatementDate", "24. Oktober 2022"),
    ];

    private static string PostgresOf(string folder) => Postgres.GetOrAdd(folder, _ => new Lazy<string>(() => PostgresServer.NewDatabase())).Value;

    private static void RemoveWorkers(IServiceCollection services)
    {
        var own = typeof(Program).Assembly;
        foreach (var descriptor in services.Where(descriptor => descriptor.ServiceType == typeof(IHostedService)).ToList())
        {
            var type = descriptor.ImplementationType ?? descriptor.ImplementationFactory?.Method.ReturnType;
            if (type?.Assembly == own) services.Remove(descriptor);
        }
    }
}
