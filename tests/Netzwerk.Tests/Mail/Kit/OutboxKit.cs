using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>An outbox over a database file of its own, with clocks that stand still until the test moves them.</summary>
internal sealed class OutboxKit : IAsyncDisposable
{
    public const string Link = "https://netz.example/anmeldung/geheim?a=1&b=2";

    private readonly ServiceProvider _services;
    private readonly string? _postgres = PostgresServer.IsWanted ? PostgresServer.NewDatabase(empty: true) : null;

    public OutboxKit(IMailTransport? transport = null)
    {
        Transport = transport ?? new ScriptedTransport();
        _services = new ServiceCollection()
            .AddDbContext<DbContext, MailDb>(Use)
            .BuildServiceProvider();
        Claims = NewClaims();
        Outbox = NewOutbox();
        using var scope = _services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<DbContext>().Database;
        database.EnsureCreated();
        if (_postgres is null) database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
    }

    private ClockGuard? _guard;

    public TestFolder Folder { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));

    /// <summary>Years away from the system's clock, as in the demo, so that a mix-up shows.</summary>
    public FakeTimeProvider EventClock { get; } = new(new DateTimeOffset(2022, 10, 24, 8, 0, 0, TimeSpan.Zero));

    public ClockGuard Guard => _guard ??= new ClockGuard(Clock);

    public MailLimits Limits { get; } = new();

    public MailOptions Options { get; } = new() { From = "absender@netz.example", FromName = "Netzwerk", ReplyTo = "antwort@netz.example" };

    public LogBook Log { get; } = new();

    public IMailTransport Transport { get; }

    public IServiceScopeFactory Scopes => _services.GetRequiredService<IServiceScopeFactory>();

    public OutboxClaims Claims { get; }

    public Outbox Outbox { get; }

    public MessageComposer Composer => new(new Fixed<MailOptions>(Options), (_, _) => Link, Clock);

    public static IOptions<MailOptions> Senders(int connections) => Microsoft.Extensions.Options.Options.Create(new MailOptions { Connections = connections });

    public OutboxClaims NewClaims(IServiceScopeFactory? scopes = null, WriteTurn? writeTurn = null) =>
        new(scopes ?? Scopes, new Fixed<MailLimits>(Limits), Clock, EventClock, Guard, writeTurn);

    public Outbox NewOutbox(OutboxClaims? claims = null, OutboxSignal? signal = null) =>
        new(claims ?? Claims, Transport, Composer, Clock, Log.For<Outbox>(), signal: signal);

    public async Task<OutboxMail> PutAsync(OutboxMail? mail = null)
    {
        mail ??= Letter.ToAnna();
        await DatabaseAsync(async db =>
        {
            db.Add(mail);
            return await db.SaveChangesAsync();
        });
        return mail;
    }

    public Task<OutboxMail> RowAsync(OutboxMail mail) =>
        DatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking().SingleAsync(m => m.Id == mail.Id));

    public async Task<T> DatabaseAsync<T>(Func<DbContext, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<DbContext>());
    }

    /// <summary>As staff do by a button.</summary>
    public Task<bool> SendAgainAsync(OutboxMail mail) => DatabaseAsync(async db =>
    {
        var done = (await db.FindAsync<OutboxMail>(mail.Id))!.SendAgain();
        await db.SaveChangesAsync();
        return done;
    });

    /// <summary>Delivers what is due now and gives the row back.</summary>
    public async Task<OutboxMail> DeliverAsync(OutboxMail mail)
    {
        await Outbox.DeliverDueAsync(CancellationToken.None);
        return await RowAsync(mail);
    }

    /// <summary>Goes on to the moment of the next attempt and delivers.</summary>
    public async Task<OutboxMail> DeliverNextAsync(OutboxMail mail)
    {
        var due = (await RowAsync(mail)).NextAttemptAt;
        Clock.Advance(due - Clock.GetUtcNow().UtcDateTime);
        return await DeliverAsync(mail);
    }

    public async ValueTask DisposeAsync()
    {
        (Transport as IDisposable)?.Dispose();
        await _services.DisposeAsync();
        Folder.Dispose();
        if (_postgres is not null) PostgresServer.Drop(_postgres);
    }

    private void Use(DbContextOptionsBuilder db)
    {
        if (_postgres is null) db.UseSqlite($"Data Source={Folder.Path}/mail.db;Pooling=False");
        else db.UseNpgsql(_postgres);
    }
}
