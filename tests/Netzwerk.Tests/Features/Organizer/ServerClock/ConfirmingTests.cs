using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Privacy;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Operation;

namespace Netzwerk.Tests.Features.Organizer.ServerClock;

/// <summary>Who is told of a clock that is not believed, and how an organiser says what day it is.</summary>
public sealed class ConfirmingTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(8);

    [Fact]
    public async Task After_a_week_off_an_organiser_types_the_date_and_erasing_catches_up()
    {
        await using var app = new OneClockApp();
        await WrongClock.SetEventAsync(app, 5);
        await app.RegisterAsync(Cast.Anna);
        await WrongClock.SetEventAsync(app, -25);
        app.SetClock(Week);
        await WrongClock.RetainAsync(app);
        using var organizer = await app.SignInAsync(Cast.Organizer);
        Assert.Contains("Stimmt das Datum des Servers?", (await organizer.OpenAsync("/verwaltung")).Text, StringComparison.Ordinal);

        var wrong = await WrongClock.ConfirmAsync(organizer, OneClockApp.Begin);
        Assert.StartsWith("Die Uhr des Servers zeigt ein anderes Datum", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("10.3.", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(ClockState.Ahead, WrongClock.State(app));
        var pace = app.Services.GetRequiredService<RetentionPace>();
        Assert.NotEqual(TimeSpan.Zero, pace.UntilNext);

        var right = await WrongClock.ConfirmAsync(organizer, OneClockApp.Begin + Week);
        Assert.Contains("Das Datum ist bestätigt", right.Text, StringComparison.Ordinal);
        Assert.Equal((OneClockApp.Begin + Week).UtcDateTime, await WrongClock.MemoryAsync(app));
        Assert.Equal(Cast.Organizer.Name, Assert.Single(await Rooms.AuditAsync(app, AuditAct.ClockConfirmed)).By);
        Assert.DoesNotContain("Stimmt das Datum des Servers?", (await organizer.OpenAsync("/verwaltung")).Text, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, pace.UntilNext);
        Assert.NotEqual(0, await WrongClock.RetainAsync(app));
        Assert.Null(Assert.Single(await app.RegistrationsAsync()).Email);
    }

    [Fact]
    public async Task A_memory_that_was_ahead_is_reset()
    {
        await using var app = new OneClockApp();
        app.SetClock(TimeSpan.FromDays(200));
        await WrongClock.ConfirmAsync(app, OneClockApp.Begin.AddDays(200));
        app.SetClock(TimeSpan.FromDays(1));
        Assert.Equal(ClockState.Behind, await WrongClock.AdvanceAsync(app));

        await WrongClock.ConfirmAsync(app, OneClockApp.Begin.AddDays(1));

        Assert.Equal(ClockState.Trusted, WrongClock.State(app));
        Assert.Equal(OneClockApp.Begin.AddDays(1).UtcDateTime, await WrongClock.MemoryAsync(app));
    }

    [Fact]
    public async Task Nothing_is_confirmed_where_nothing_is_wrong_or_no_date_was_typed()
    {
        await using var app = new OneClockApp();
        using var organizer = await app.SignInAsync(Cast.Organizer);
        Assert.Contains("Es ist nichts zu tun", (await organizer.OpenAsync("/verwaltung/uhr")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stimmt das Datum des Servers?", (await organizer.OpenAsync("/verwaltung")).Text, StringComparison.Ordinal);

        app.SetClock(TimeSpan.FromDays(3));
        using var again = await app.SignInAsync(Cast.Organizer);
        var page = await again.OpenAsync("/verwaltung/uhr");
        var typed = await Forms.SubmitAsync(page, new Dictionary<string, string> { ["Heutiges Datum"] = "morgen" }, "Datum bestätigen");

        Assert.Equal("Geben Sie das heutige Datum ein, zum Beispiel 24.10.2022", typed.ErrorAt("Heutiges Datum"));
        Assert.Equal("morgen", typed.ValueOf("Heutiges Datum"));
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.ClockConfirmed));
    }

    [Fact]
    public async Task Health_the_privacy_page_and_a_run_by_hand_say_it_and_the_site_stays_up()
    {
        await using var app = new OneClockApp();
        app.SetClock(TimeSpan.FromDays(200));
        // The sender is at work.
        await app.DeliverMailAsync();
        using var organizer = await app.SignInAsync(Cast.Organizer);

        var operating = (await organizer.OpenAsync("/verwaltung/einstellungen/betrieb")).Text;
        Assert.Contains("oder die Seite stand lange still", operating, StringComparison.Ordinal);
        Assert.Contains("Gerade wird nichts gelöscht", operating, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.OpenAsync("/health/ready")).Status);
        Assert.Contains("Stimmt das Datum des Servers?", (await organizer.OpenAsync("/verwaltung/datenschutz")).Text, StringComparison.Ordinal);
        Assert.Equal("/verwaltung/uhr", (await Forms.SubmitAsync(await organizer.OpenAsync("/verwaltung/datenschutz"), "Jetzt prüfen")).Url.AbsolutePath);
        Assert.Contains("Bitte sagen Sie der Organisation Bescheid", (await Rooms.OpenAsync(app, Cast.Staff, "/verwaltung")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_says_it()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var before = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-20);
        await WrongClock.SetMemoryAsync(app, before);

        var visit = await Doctor.AskAsync(app.DataFolder, app.EngineSettings);

        Assert.Contains("Uhr: BITTE ANSEHEN. Sie zeigt", visit.Words, StringComparison.Ordinal);
        Assert.Contains($"Zuletzt hat die Seite am {BerlinTime.Moment(before)}", visit.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organisers_are_told_by_mail_after_a_week_and_each_week_until_it_is_settled()
    {
        await using var app = new OneClockApp();
        await app.AccountAsync(Cast.Organizer);
        await app.AccountAsync(Cast.Staff);
        app.SetClock(TimeSpan.FromDays(200));
        Assert.Equal(0, await WrongClock.TellAsync(app));
        app.SetClock(TimeSpan.FromDays(206.9));
        Assert.Equal(0, await WrongClock.TellAsync(app));

        app.SetClock(TimeSpan.FromDays(207));
        Assert.Equal(1, await WrongClock.TellAsync(app));
        Assert.Equal(0, await WrongClock.TellAsync(app));
        app.SetClock(TimeSpan.FromDays(214));
        Assert.Equal(1, await WrongClock.TellAsync(app));
        await app.DeliverMailAsync();
        var subjects = app.Inbox.To(Cast.Organizer.Email).Select(mail => mail.Subject).Where(subject => subject.StartsWith("Bitte prüfen: Datum des Servers (", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, subjects.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(app.Inbox.To(Cast.Staff.Email));
        Assert.Contains("BITTE HANDELN: The server's clock", app.Log.All, StringComparison.Ordinal);

        await WrongClock.ConfirmAsync(app, OneClockApp.Begin.AddDays(214));
        app.SetClock(TimeSpan.FromDays(215));
        Assert.Equal(0, await WrongClock.TellAsync(app));
        Assert.False(await app.DbAsync(db => db.Settings.AnyAsync(setting => setting.Key == StoredSetting.ClockDoubted)));
    }

    [Fact]
    public async Task Only_what_the_time_sends_waits_and_it_leaves_after_the_confirmation()
    {
        await using var app = new OneClockApp();
        await WrongClock.SetEventAsync(app, 3);
        await app.RegisterAsync(Cast.Anna);
        app.SetClock(TimeSpan.FromDays(1));
        await WrongClock.AdvanceAsync(app);
        Assert.Equal((1, 0), (await WrongClock.RemindAsync(app), await WrongClock.ReportAsync(app)));
        // Written in time, not yet sent: then the clock jumps beyond the event.
        app.SetClock(TimeSpan.FromDays(100));
        Assert.Equal((0, 0), (await WrongClock.RemindAsync(app), await WrongClock.ReportAsync(app)));
        await app.DeliverMailAsync();
        Assert.StartsWith("Anmeldebestätigung", app.Inbox.SingleTo(Cast.Anna.Email).Subject, StringComparison.Ordinal);
        Assert.Equal(1, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == MailKind.Reminder && mail.State == MailState.Waiting)));
        Assert.Equal(0, await app.DbAsync(db => db.ReportedBounds.CountAsync()));

        app.SetClock(TimeSpan.FromDays(1.6));
        await app.DeliverMailAsync();
        Assert.StartsWith("Erinnerung", app.Inbox.To(Cast.Anna.Email)[^1].Subject, StringComparison.Ordinal);
        Assert.Equal(1, await WrongClock.ReportAsync(app));
    }

    [Fact]
    public async Task What_one_process_was_told_the_other_knows_within_a_minute()
    {
        await using var one = new OneClockApp();
        await using var other = new OneClockApp(WrongClock.SameFolder(one));
        _ = (one.Services, other.Services);
        one.SetClock(Week);
        other.SetClock(Week);

        await WrongClock.ConfirmAsync(one, OneClockApp.Begin + Week);
        Assert.Equal(ClockState.Ahead, WrongClock.State(other));
        Assert.Equal(ClockState.Trusted, await WrongClock.AdvanceAsync(other));
    }
}
