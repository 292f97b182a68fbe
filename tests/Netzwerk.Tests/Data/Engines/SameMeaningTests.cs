using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;
using Npgsql;

namespace Netzwerk.Tests.Data.Engines;

/// <summary>What is stored means the same on both engines, and what must never be is refused for the same reason.</summary>
public sealed class SameMeaningTests
{
    /// <summary>Seven ticks, of a tenth of a microsecond each, are more than PostgreSQL keeps.</summary>
    private static readonly DateTime Odd = new DateTime(2022, 10, 24, 8, 0, 0, DateTimeKind.Utc).AddTicks(1_234_567);

    [Fact]
    public async Task Instants_keep_their_microseconds_and_are_found_and_ordered_by_them()
    {
        await using var app = new TestApp();
        var (first, second) = (At(Odd), At(Odd.AddMicroseconds(1)));
        // The site's own row is of today.
        var later = Odd.AddDays(1);
        await app.DbAsync(db =>
        {
            db.AddRange(second, first);
            return db.SaveChangesAsync();
        });

        var stored = await app.DbAsync(db => db.Processes.Where(process => process.StartedAt == Odd).Select(process => process.StartedAt).SingleAsync());
        Assert.Equal((Odd.AddTicks(-7), DateTimeKind.Utc), (stored, stored.Kind));
        Assert.Equal([first.Id, second.Id], await app.DbAsync(db => db.Processes.Where(process => process.StartedAt >= Odd && process.StartedAt < later).OrderBy(process => process.StartedAt).Select(process => process.Id).ToListAsync()));
        Assert.Equal(second.Id, await app.DbAsync(db => db.Processes.Where(process => process.StartedAt > Odd && process.StartedAt < later).Select(process => process.Id).SingleAsync()));
    }

    [Theory]
    [InlineData("unique")]
    [InlineData("check")]
    [InlineData("foreign key")]
    public async Task What_must_never_be_is_refused_and_the_reason_is_told_apart(string reason)
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var bad = new Registration
        {
            Id = Guid.CreateVersion7(),
            EventId = reason == "foreign key" ? Guid.CreateVersion7() : anna.EventId,
            Reference = reason == "unique" ? anna.Reference : "NW-OTHER2",
            GivenName = "B",
            FamilyName = "B",
            Email = "b@example.org",
            FurtherAdults = reason == "check" ? 6 : 0,
            ArrivedAt = Odd,
        };

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => app.DbAsync(db =>
        {
            db.Add(bad);
            return db.SaveChangesAsync();
        }));

        Assert.Equal(reason, ReasonOf(refused.InnerException!));
        Assert.Single(await app.RegistrationsAsync());
        Assert.NotNull(await app.RegisterAsync(Cast.Bernd));
    }

    /// <summary>PostgreSQL knows no U+0000 and no halves of a sign; who sends them gets an answer all the same. (In a path Kestrel itself refuses them.)</summary>
    [Theory]
    [InlineData("/verwaltung/veranstaltungen/jubilaeum-2022/anmeldungen?suche=a%00b")]
    [InlineData("/verwaltung/veranstaltungen/jubilaeum-2022/anmeldungen?suche=%ED%A0%80")]
    [InlineData("/verwaltung/protokoll?veranstaltung=a%00b&wer=a%00b")]
    public async Task Signs_that_an_engine_cannot_hold_are_no_crash(string path)
    {
        await using var app = new TestApp();

        var page = await (await app.SignInAsync(Cast.Organizer)).GetAsync(path);

        Assert.True((int)page.StatusCode < 500, $"{page.StatusCode}");
    }

    [Fact]
    public async Task A_sign_in_with_such_signs_is_simply_wrong()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await app.OpenAsync("/konto/anmelden"), new Dictionary<string, string> { ["E-Mail-Adresse"] = "a\0b@example.org", ["Passwort"] = "a\0b" }, "Anmelden");

        Assert.True((int)(await form.SendAsync()).Status < 500);
    }

    [Fact]
    public async Task What_a_mail_server_says_in_such_signs_is_kept_with_a_replacement()
    {
        await using var app = new TestApp();
        await app.DbAsync(db =>
        {
            db.Add(new AskedMail { Kind = "x", Address = "a\0b\uD83D", AskedAt = Odd });
            return db.SaveChangesAsync();
        });

        var kept = await app.DbAsync(db => db.AskedMails.Select(asked => asked.Address).SingleAsync());

        Assert.Equal(PostgresServer.IsWanted ? "a\uFFFDb\uFFFD" : "a\0b\uFFFD", kept);
    }

    private static SiteProcess At(DateTime instant) => new() { StartedAt = instant, SeenAt = instant, DecidedUntil = instant };

    private static string ReasonOf(Exception trouble) => trouble switch
    {
        SqliteException { SqliteExtendedErrorCode: 2067 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => "unique",
        SqliteException { SqliteExtendedErrorCode: 275 } or PostgresException { SqlState: PostgresErrorCodes.CheckViolation } => "check",
        SqliteException { SqliteExtendedErrorCode: 787 } or PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } => "foreign key",
        _ => trouble.ToString(),
    };
}
