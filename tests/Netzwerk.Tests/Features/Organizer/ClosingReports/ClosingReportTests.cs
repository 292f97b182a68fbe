using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.ClosingReports;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.ClosingReports;

public class ClosingReportTests
{
    private const string Contact = "kl.holthaus@lkclp.de";
    private static readonly ChildInCare Mia = new("Mia", 4, true);
    private static readonly DateTime Bound = BerlinTime.EndOfDay(new DateOnly(2022, 11, 4));

    [Fact]
    public async Task At_the_bound_and_not_a_millisecond_earlier_it_goes_to_the_contact()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Bound.AddMilliseconds(-1));
        Assert.Equal(0, await SendDueAsync(app));

        app.Clock.SetUtcNow(Bound);
        Assert.Equal(1, await SendDueAsync(app));

        await app.DeliverMailAsync();
        Assert.Equal("Abschlussbericht: Jubiläumsfeier, Fr., 11.11.2022 (Anmeldeschluss Fr., 04.11.2022)", app.Inbox.SingleTo(Contact).Subject);
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.ClosingReportSent));
    }

    [Fact]
    public async Task It_counts_who_comes_and_names_nobody()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 2, Mia);
        await app.RegisterAsync(Cast.Bernd);
        var gone = await app.RegisterAsync(Cast.Dilan, 5);
        await CancelAsync(app, gone);
        app.Clock.SetUtcNow(Bound);

        await SendDueAsync(app);
        await app.DeliverMailAsync();

        var mail = app.Inbox.SingleTo(Contact);
        foreach (var line in new[] { "Anmeldungen: 2\n", "Erwachsene: 4\n", "Kinder in der Betreuung: 1\n", $"{TestApp.BaseUrl}/verwaltung/veranstaltungen/{TestApp.Anniversary}\n" })
            Assert.Contains(line, mail.Text, StringComparison.Ordinal);
        foreach (var personal in new[] { "Anna", "Öztürk", "Bernd", "Mia", anna.Reference, Cast.Anna.Email, "3920012" })
        {
            Assert.DoesNotContain(personal, mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(personal, mail.Html, StringComparison.Ordinal);
        }
        Assert.Null(mail.PersonalLink);
    }

    [Fact]
    public async Task It_goes_once_per_bound()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Bound);

        Assert.Equal(1, await SendDueAsync(app));
        Assert.Equal(0, await SendDueAsync(app));
        app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await SendDueAsync(app));

        Assert.Equal([Bound], await app.DbAsync(db => db.ReportedBounds.Select(report => report.Bound).ToListAsync()));
    }

    [Fact]
    public async Task Two_at_the_same_moment_write_one()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Bound);

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendDueAsync(app)));

        Assert.Equal(1, written.Sum());
        Assert.Equal(1, await ReportsAsync(app));
    }

    [Fact]
    public async Task A_bound_that_was_edited_afterwards_gets_its_own()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Bound);
        await SendDueAsync(app);
        var later = Bound.AddDays(2);
        await app.ChangeEventAsync(ev => ev.DeadlineBound = later);
        Assert.Equal(0, await SendDueAsync(app));

        app.Clock.SetUtcNow(later);

        Assert.Equal(1, await SendDueAsync(app));
        Assert.Equal(2, await ReportsAsync(app));
    }

    [Fact]
    public async Task A_bound_that_is_set_again_gets_no_second_one()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Bound);
        await SendDueAsync(app);
        var later = Bound.AddDays(2);
        await app.ChangeEventAsync(ev => ev.DeadlineBound = later);
        app.Clock.SetUtcNow(later);
        await SendDueAsync(app);

        await app.ChangeEventAsync(ev => ev.DeadlineBound = Bound);

        Assert.Equal(0, await SendDueAsync(app));
        Assert.Equal(2, await ReportsAsync(app));
    }

    [Fact]
    public async Task It_is_made_up_for_when_the_site_was_down_at_the_bound()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        app.Clock.SetUtcNow(Bound.AddYears(1));

        Assert.Equal(1, await SendDueAsync(app));
    }

    [Fact]
    public async Task It_waits_for_sign_ups_that_were_in_time_and_not_for_late_ones()
    {
        await using var app = new TestApp();
        var arrivals = app.Services.GetRequiredService<Arrivals>();
        app.Clock.SetUtcNow(Bound.AddMilliseconds(-1));
        var inTime = arrivals.Begin();
        app.Clock.SetUtcNow(Bound);
        using var late = arrivals.Begin();

        Assert.Equal(0, await SendDueAsync(app));
        inTime.Dispose();
        Assert.Equal(1, await SendDueAsync(app));
    }

    [Fact]
    public async Task A_cancelled_event_gets_none()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.ChangeEventAsync(ev => ev.CancelledAt = app.Clock.GetUtcNow().UtcDateTime);
        app.Clock.SetUtcNow(Bound);

        Assert.Equal(0, await SendDueAsync(app));
    }

    [Fact]
    public async Task A_new_installation_does_not_report_of_a_party_that_is_long_over()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

        Assert.Equal(0, await SendDueAsync(app));
        Assert.Equal(0, await ReportsAsync(app));
    }

    [Fact]
    public async Task Held_open_by_hand_it_says_that_more_may_come()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Open, "Karin Probe", app.Clock.GetUtcNow().UtcDateTime));
        app.Clock.SetUtcNow(Bound);

        await SendDueAsync(app);
        await app.DeliverMailAsync();

        Assert.Contains("noch von Hand geöffnet", app.Inbox.SingleTo(Contact).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_sends_it_by_itself()
    {
        await using var app = new AppAtWork();
        app.Clock.SetUtcNow(Bound);
        _ = app.Services;

        for (var left = 100; left > 0 && await ReportsAsync(app) == 0; left--) await Task.Delay(100);

        Assert.Equal(1, await ReportsAsync(app));
    }

    private static async Task<int> SendDueAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ClosingReport>().SendDueAsync();
    }

    private static Task<int> ReportsAsync(TestApp app) => app.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == MailKind.ClosingReport));

    private static async Task CancelAsync(TestApp app, Registration registration)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Netzwerk.Data.NetzwerkDb>();
        await scope.ServiceProvider.GetRequiredService<Netzwerk.Data.EventTurn>().TakeAsync(registration.EventId, async ev =>
        {
            (await db.Registrations.SingleAsync(candidate => candidate.Id == registration.Id)).Cancel(ev, app.Clock.GetUtcNow().UtcDateTime);
            return ev;
        });
    }

    private sealed class AppAtWork : TestApp
    {
        protected override bool KeepsWorkers => true;
    }
}
