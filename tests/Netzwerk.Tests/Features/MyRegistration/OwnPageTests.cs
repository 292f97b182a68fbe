using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.MyRegistration;
using Netzwerk.Mail;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.MyRegistration;

public class OwnPageTests
{
    private static readonly ChildInCare Mia = new("Mia", 4, true);

    [Fact]
    public async Task The_link_in_the_mail_shows_all_that_is_stored()
    {
        await using var app = new TestApp();
        var registration = await app.RegisterAsync(Cast.Anna, 1, Mia);

        var page = await app.OpenAsync(await LinkAsync(app));

        Assert.Equal("Ihre Anmeldung", page.Heading);
        foreach (var shown in new[] { registration.Reference, Cast.Anna.FullName, Cast.Anna.Email, Cast.Anna.Phone!, "Mia, 4 Jahre", "Wir rufen Sie an.", "Freitag, 11.\u00A0November\u00A02022" })
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        Assert.Contains("Karin kl.\u00A0Holthaus", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_event_asks_nobody_to_cancel()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var link = await LinkAsync(app);
        await app.ChangeEventAsync(ev => ev.Cancel(app.Clock.GetUtcNow().UtcDateTime, null));

        Assert.DoesNotContain("Sie können nicht kommen?", (await app.OpenAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cancelled_is_not_promised_a_call()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 1, Mia);
        var link = await LinkAsync(app);
        await app.CancelAsync(anna.Id);

        Assert.DoesNotContain("Wir rufen Sie an", (await app.OpenAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_was_made_is_not_promised_again()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 1, Mia);
        var link = await LinkAsync(app);
        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, $"{Rooms.Event}/anmeldungen/{anna.Id}"), "Als erledigt eintragen");

        var page = await app.OpenAsync(link);

        Assert.DoesNotContain("Wir rufen Sie an", page.Text, StringComparison.Ordinal);
        Assert.Contains("erledigt am Montag, 24.\u00A0Oktober", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_does_not_leak_its_address()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);

        var page = await app.OpenAsync(await LinkAsync(app));

        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Contains("noindex", page.Header("X-Robots-Tag"), StringComparison.Ordinal);
        Assert.Null(page.Header("Set-Cookie"));
    }

    [Fact]
    public async Task The_calendar_file_carries_the_registrations_own_entry()
    {
        await using var app = new TestApp();
        var registration = await app.RegisterAsync(Cast.Anna);

        var calendar = await app.OpenAsync(await LinkAsync(app) + "/termin.ics");

        Assert.StartsWith("text/calendar", calendar.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains($"UID:{registration.Id:N}@netzwerk.test", calendar.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", calendar.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_asks_once_frees_the_seats_and_is_confirmed_by_mail()
    {
        await using var app = new TestApp();
        var registration = await app.RegisterAsync(Cast.Anna, 1, Mia);
        var link = await LinkAsync(app);
        Assert.Equal(3, (await app.EventAsync()).SeatsTaken);

        var own = await app.OpenAsync(link);
        var asked = await own.FollowAsync("Abmelden");
        Assert.Equal("Möchten Sie sich abmelden?", asked.Heading);
        Assert.Null((await app.RegistrationsAsync()).Single().CancelledAt);
        var done = await Forms.SubmitAsync(asked, "Ja, abmelden");

        Assert.Equal("Sie sind abgemeldet", done.Heading);
        var ev = await app.EventAsync();
        Assert.Equal((0, 0), (ev.SeatsTaken, ev.ChildcareTaken));
        await app.DeliverMailAsync();
        var mail = app.Inbox.Mails.Single(mail => mail.Subject.StartsWith("Abmeldung", StringComparison.Ordinal));
        Assert.StartsWith("Abmeldung: Jubiläumsfeier, Fr., 11.11.2022 (NW-", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", mail.Calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Mia", mail.Text, StringComparison.Ordinal);
        Assert.Contains(await app.DbAsync(db => db.Audit.ToListAsync()), entry => entry.Act == AuditAct.CancelledByFamily && entry.RegistrationId == registration.Id);
    }

    [Fact]
    public async Task Cancelling_twice_frees_the_seats_once_and_sends_one_mail()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Bernd);
        await app.RegisterAsync(Cast.Anna, 1);
        var link = await LinkAsync(app, Cast.Anna.Email);
        var asked = await app.OpenAsync(link + "/abmelden");

        await Forms.SubmitAsync(asked, "Ja, abmelden");
        await Forms.SubmitAsync(asked, "Ja, abmelden");

        Assert.Equal(1, (await app.EventAsync()).SeatsTaken);
        await app.DeliverMailAsync();
        Assert.Single(app.Inbox.Mails, mail => mail.Subject.StartsWith("Abmeldung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looking_never_cancels_because_mail_scanners_follow_links()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var link = await LinkAsync(app);

        foreach (var path in new[] { link, link + "/abmelden", link + "/termin.ics" }) await app.OpenAsync(path);

        Assert.True((await app.RegistrationsAsync()).Single().IsActive);
    }

    [Fact]
    public async Task Until_the_event_starts_one_may_cancel_and_not_a_moment_longer()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var link = await LinkAsync(app);
        var starts = new DateTimeOffset(2022, 11, 11, 15, 0, 0, TimeSpan.FromHours(1));
        app.Clock.SetUtcNow(starts.AddMilliseconds(-1));
        var asked = await app.OpenAsync(link + "/abmelden");
        Assert.True(asked.HasButton("Ja, abmelden"));

        app.Clock.SetUtcNow(starts);
        var page = await Forms.SubmitAsync(asked, "Ja, abmelden");

        Assert.True((await app.RegistrationsAsync()).Single().IsActive);
        Assert.Contains("Die Veranstaltung hat begonnen", page.Text, StringComparison.Ordinal);

        app.Clock.SetUtcNow(starts.AddHours(2));
        var after = await app.OpenAsync(link);
        Assert.DoesNotContain("Kalender", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Soll sich etwas ändern?", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_up_again_after_cancelling_is_a_new_registration()
    {
        await using var app = new TestApp();
        var first = await app.RegisterAsync(Cast.Anna);
        await Forms.SubmitAsync(await app.OpenAsync(await LinkAsync(app) + "/abmelden"), "Ja, abmelden");

        var second = await app.RegisterAsync(Cast.Anna);

        Assert.NotEqual(first.Reference, second.Reference);
        Assert.Equal(1, (await app.EventAsync()).SeatsTaken);
    }

    [Fact]
    public async Task Unknown_and_dead_links_get_the_same_friendly_answer()
    {
        await using var app = new TestApp();
        var registration = await app.RegisterAsync(Cast.Anna);
        var dead = await LinkAsync(app);
        await app.DbAsync(async db =>
        {
            var stored = await db.Registrations.SingleAsync();
            stored.Erase(registration.ArrivedAt);
            return await db.SaveChangesAsync();
        });

        var unknown = await app.OpenAsync("/anmeldung/" + new string('A', 43));
        var erased = await app.OpenAsync(dead);

        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal("Dieser Link führt zu keiner Anmeldung", unknown.Heading);
        Assert.Equal((unknown.Status, unknown.Html), (erased.Status, erased.Html));
    }

    [Theory]
    [InlineData("ANNA.oeztuerk@Example.org", 1)]
    [InlineData("niemand@example.org", 0)]
    public async Task Asking_for_the_link_gives_everyone_the_same_answer(string typed, int mails)
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();

        var page = await Forms.SubmitAsync(await app.OpenAsync("/anmeldung/link"), new Dictionary<string, string> { ["E-Mail-Adresse"] = typed }, "Link schicken");

        Assert.Equal("Sehen Sie in Ihr Postfach", page.Heading);
        await app.Services.GetRequiredService<LinkRequests>().SendDueAsync();
        await app.DeliverMailAsync();
        Assert.Equal(1 + mails, app.Inbox.Mails.Count);
        if (mails > 0) Assert.Equal("Ihre Anmeldung", (await app.OpenAsync(app.Inbox.Mails[^1].PersonalLink!)).Heading);
    }

    [Fact]
    public async Task Nobody_fills_somebody_elses_mailbox_by_asking_for_links()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var page = await app.OpenAsync("/anmeldung/link");

        for (var i = 0; i < 6; i++) await Forms.SubmitAsync(page, new Dictionary<string, string> { ["E-Mail-Adresse"] = Cast.Anna.Email }, "Link schicken");

        await app.Services.GetRequiredService<LinkRequests>().SendDueAsync();
        await app.DeliverMailAsync();
        Assert.Equal(3, app.Inbox.Mails.Count(mail => mail.Subject.StartsWith("Ihre Anmeldung", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_is_looked_up_before_the_answer_so_its_time_tells_nothing()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);

        await Forms.SubmitAsync(await app.OpenAsync("/anmeldung/link"), new Dictionary<string, string> { ["E-Mail-Adresse"] = Cast.Anna.Email }, "Link schicken");

        Assert.DoesNotContain(await app.DbAsync(db => db.Set<OutboxMail>().ToListAsync()), mail => mail.Kind == MailKind.Link);
    }

    [Fact]
    public async Task A_browser_that_names_no_origin_may_cancel()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var asked = await app.OpenAsync(await LinkAsync(app) + "/abmelden");

        var done = await Forms.Fill(asked, new Dictionary<string, string>(), "Ja, abmelden").SendAsync(null, request => request.Headers.Add("Origin", "null"));

        Assert.Equal("Sie sind abgemeldet", done.Heading);
    }

    [Fact]
    public async Task An_address_that_is_none_is_explained_and_stays_in_the_field()
    {
        await using var app = new TestApp();

        var page = await Forms.SubmitAsync(await app.OpenAsync("/anmeldung/link"), new Dictionary<string, string> { ["E-Mail-Adresse"] = "anna" }, "Link schicken");

        Assert.Equal("anna", page.ValueOf("E-Mail-Adresse"));
        Assert.Equal("Geben Sie Ihre E-Mail-Adresse vollständig ein, zum Beispiel name@beispiel.de", page.ErrorAt("E-Mail-Adresse"));
        Assert.StartsWith("Fehler: ", page.Title, StringComparison.Ordinal);
    }

    private static async Task<string> LinkAsync(TestApp app, string? email = null)
    {
        await app.DeliverMailAsync();
        return app.Inbox.SingleTo(email ?? Cast.Anna.Email).PersonalLink!;
    }
}
