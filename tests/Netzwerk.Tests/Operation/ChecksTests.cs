using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Features.Operation;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Operation;

/// <summary>One word for everybody, the whole truth for organisers under „Betrieb“.</summary>
public sealed class ChecksTests
{
    private const string Room = "/verwaltung/einstellungen/betrieb";

    [Fact]
    public async Task All_is_well_and_the_page_says_so()
    {
        await using var app = new TestApp();
        var page = await (await app.SignInAsync(Cast.Organizer)).OpenAsync(Room);

        Assert.Equal("Betrieb", page.Heading);
        foreach (var well in (string[])["Datenbank Sie liest und schreibt. In Ordnung", "Wartende E-Mails Es wartet keine. In Ordnung", "GB frei. In Ordnung"])
            Assert.Contains(well, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_somebody_else_holds_is_no_secret_for_long()
    {
        await using var app = new ClockedApp();
        await app.EventAsync();
        var browser = app.Browser();
        await using var other = app.Services.GetRequiredService<Engine>().Open();
        await using (await other.Database.BeginTransactionAsync())
        {
            // SQLite's transaction already holds the whole database.
            if (PostgresServer.IsWanted) await other.Database.ExecuteSqlAsync($"LOCK TABLE \"Registrations\" IN SHARE MODE");
            var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => browser.GetStringWithStatusAsync("/health/ready"))).WaitAsync(TimeSpan.FromSeconds(30));
            Assert.All(asked, answer => Assert.Equal((503, "Unhealthy"), answer));
            Assert.Equal((200, "Healthy"), await browser.GetStringWithStatusAsync("/health/live"));
        }

        app.SystemClock.Advance(DatabaseCheck.Remembered);
        Assert.Equal((200, "Healthy"), await browser.GetStringWithStatusAsync("/health/ready"));
    }

    [Fact]
    public async Task Who_asks_again_at_once_hears_the_last_answer_and_takes_no_turn()
    {
        await using var app = new ClockedApp();
        var browser = app.Browser();
        Assert.Equal((200, "Healthy"), await browser.GetStringWithStatusAsync("/health/ready"));

        using (await app.Services.GetRequiredService<TurnGate>().WaitAsync(CancellationToken.None))
        {
            var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.GetStringWithStatusAsync("/health/ready"))).WaitAsync(TimeSpan.FromSeconds(5));
            Assert.All(asked, answer => Assert.Equal((200, "Healthy"), answer));
        }
    }

    [Fact]
    public async Task Mails_that_wait_for_an_hour_are_for_a_person_and_leave_the_site_open()
    {
        await using var app = new TestApp();
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Deferred, "450 später");
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        var organizer = await app.SignInAsync(Cast.Organizer);
        Assert.Contains("Eine wartet darauf, gesendet zu werden. In Ordnung", (await organizer.OpenAsync(Room)).Text, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromMinutes(61));

        var page = await organizer.OpenAsync(Room);
        Assert.Contains("Eine wartet, die älteste seit Mo., 24. Oktober 2022, 10:00 Uhr.", page.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Um eine Sache sollte sich jemand kümmern.", page.Text, StringComparison.Ordinal);
        Assert.Equal((200, "Healthy"), await app.Browser().GetStringWithStatusAsync("/health/ready"));
    }

    [Theory]
    [InlineData(100, HealthStatus.Unhealthy, "Nur noch 100 MB frei")]
    [InlineData(500, HealthStatus.Degraded, "Noch 500 MB frei")]
    [InlineData(5 * 1024, HealthStatus.Healthy, "5,0 GB frei.")]
    public void Little_room_is_said_before_it_is_gone(long megabytes, HealthStatus expected, string words)
    {
        var judged = DiskCheck.Judge(megabytes * 1024 * 1024);

        Assert.Equal(expected, judged.Status);
        Assert.StartsWith(words, judged.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 47, false, HealthStatus.Healthy, "Es gibt noch keine. Die Seite macht jede Nacht eine.")]
    [InlineData(null, 49, false, HealthStatus.Degraded, "Es gibt noch keine. Die Seite sollte jede Nacht eine machen")]
    [InlineData(47, 900, false, HealthStatus.Healthy, "Die letzte ist von")]
    [InlineData(49, 900, false, HealthStatus.Degraded, "machen Sie jetzt eine mit „dotnet Netzwerk.dll backup“")]
    [InlineData(2, 900, true, HealthStatus.Degraded, "misslang: Kein Platz.")]
    public void A_backup_that_lacks_is_told(int? lastHours, int begunHours, bool failed, HealthStatus expected, string words)
    {
        var now = new DateTime(2026, 6, 3, 12, 0, 0, DateTimeKind.Utc);

        var judged = BackupCheck.Judge(lastHours is { } hours ? now.AddHours(-hours) : null, failed ? new BackupFailure(now.AddHours(-1), "Kein Platz.") : null, now.AddHours(-begunHours), now);

        Assert.Equal(expected, judged.Status);
        Assert.Contains(words, judged.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_of_last_year_is_wrong_and_a_clock_that_jumps_is_told_for_an_hour()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(ClockCheck.BuildYear, 6, 1, 12, 0, 0, TimeSpan.Zero));
        var wall = new WallClock(time);
        var clock = new ClockCheck(wall, new ClockGuard(wall));
        time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(HealthStatus.Healthy, clock.Look().Status);

        wall.Ahead = TimeSpan.FromHours(1);
        Assert.Contains("sprang um 60 Minuten vor", clock.Look().Description, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HealthStatus.Degraded, clock.Look().Status);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HealthStatus.Healthy, clock.Look().Status);

        wall.Ahead = -TimeSpan.FromDays(365);
        Assert.Equal(HealthStatus.Unhealthy, clock.Look().Status);
    }

    [Fact]
    public async Task The_log_tells_a_change_once_and_no_text_of_an_exception()
    {
        await using var app = new TestApp();
        var log = new HealthLog(new Microsoft.Extensions.Logging.Logger<HealthLog>(new Microsoft.Extensions.Logging.LoggerFactory([app.Log])));
        HealthReport Report(HealthStatus status) => new(new Dictionary<string, HealthReportEntry> { ["disk"] = new(status, "Zu voll.", TimeSpan.Zero, new IOException("anna@example.org"), null) }, TimeSpan.Zero);

        foreach (var status in (HealthStatus[])[HealthStatus.Healthy, HealthStatus.Degraded, HealthStatus.Degraded, HealthStatus.Healthy]) await log.PublishAsync(Report(status), CancellationToken.None);

        Assert.Equal(2, app.Log.Lines.Count);
        Assert.Contains("disk is Degraded: Zu voll. IOException", app.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@", app.Log.All, StringComparison.Ordinal);
    }

    /// <summary>A clock that somebody sets, while the machine's pulse goes on as ever.</summary>
    private sealed class WallClock(FakeTimeProvider pulse) : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override long TimestampFrequency => pulse.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => pulse.GetUtcNow() + Ahead;

        public override long GetTimestamp() => pulse.GetTimestamp();
    }
}

internal static class HealthAsking
{
    public static async Task<(int, string)> GetStringWithStatusAsync(this HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
