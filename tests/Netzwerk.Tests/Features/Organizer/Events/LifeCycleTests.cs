using System.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

public class LifeCycleTests
{
    [Fact]
    public async Task While_a_change_is_not_told_no_page_promises_the_reminder()
    {
        await using var app = new TestApp();
        await RegisterAllAsync(app);
        var desk = await app.SignInAsync(Cast.Organizer);
        Assert.Contains("von selbst hinaus.", (await desk.OpenAsync(Rooms.Event)).Text, StringComparison.Ordinal);

        var overview = (await MoveAsync(desk, "16:00", "17:30")).Text;

        Assert.Contains("von selbst hinaus, aber nur, wenn", overview, StringComparison.Ordinal);
        Assert.Contains("aber nur, wenn", (await desk.OpenAsync(Rooms.Event + "/texte")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_time_is_told_when_an_organiser_says_so_and_only_once()
    {
        await using var app = new TestApp();
        await RegisterAllAsync(app);
        var desk = await app.SignInAsync(Cast.Organizer);

        var page = await MoveAsync(desk, "16:00", "17:30");

        Assert.Contains("Die Angemeldeten wissen noch nichts davon.", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.DeliverMailAsync());
        page = await page.FollowAsync("Ansehen und benachrichtigen");
        Assert.Contains("vorher: 15:00–16:30\u00A0Uhr jetzt: 16:00–17:30\u00A0Uhr", page.Text, StringComparison.Ordinal);
        var press = Forms.Fill(page, new Dictionary<string, string>(), "Jetzt eine E-Mail senden");
        page = await press.SendAsync();
        await press.SendAsync();

        Assert.Contains("Die E-Mails an die Angemeldeten sind unterwegs.", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.DeliverMailAsync());
        var mail = app.Inbox.To(Cast.Anna.Email)[^1];
        Assert.Contains("16:00–17:30", mail.Text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", mail.Calendar!, StringComparison.Ordinal);
        Assert.Equal("Uhrzeit", Assert.Single(await Rooms.AuditAsync(app, AuditAct.GuestsTold)).Fields);
        Assert.DoesNotContain("wissen noch nichts", (await desk.OpenAsync(Rooms.Event)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_offer_stays_until_somebody_declines_it_and_follows_later_changes()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var desk = await app.SignInAsync(Cast.Organizer);
        await MoveAsync(desk, "16:00", "17:30");
        var stale = Forms.Fill(await desk.OpenAsync(Rooms.Event + "/benachrichtigen"), new Dictionary<string, string>(), "Jetzt");
        await MoveAsync(desk, "17:00", "18:30");

        var page = await stale.SendAsync();

        Assert.Contains("vorher: 15:00–16:30\u00A0Uhr jetzt: 17:00–18:30\u00A0Uhr", page.Text, StringComparison.Ordinal);
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.GuestsTold));
        page = await page.FollowAsync("Nicht benachrichtigen");
        Assert.Contains("Das lässt sich nicht zurücknehmen.", page.Text, StringComparison.Ordinal);
        Assert.Contains("wissen noch nichts", (await desk.OpenAsync(Rooms.Event)).Text, StringComparison.Ordinal);
        page = await Forms.SubmitAsync(page, "Ja, niemanden benachrichtigen");
        Assert.DoesNotContain("wissen noch nichts", page.Text, StringComparison.Ordinal);
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.GuestsNotTold));
    }

    [Fact]
    public async Task A_moved_event_nags_where_it_was_saved_and_edited_until_it_is_settled()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        await app.RegisterAsync(Cast.Bernd);
        var desk = await app.SignInAsync(Cast.Organizer);

        var saved = await MoveAsync(desk, "16:00", "17:30");
        var edit = await desk.OpenAsync(Rooms.Edit);

        Assert.Contains("Die Angemeldeten sind noch nicht benachrichtigt.", saved.Text, StringComparison.Ordinal);
        foreach (var page in (Page[])[saved, edit])
        {
            foreach (var words in (string[])["Das betrifft 2 Familien.", "Uhrzeit: bisher 15:00–16:30\u00A0Uhr, jetzt 16:00–17:30\u00A0Uhr", "keine Erinnerung hinaus"])
                Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }
        Assert.Equal("Angemeldete benachrichtigen?", (await edit.FollowAsync("Ansehen und benachrichtigen")).Heading);
        Assert.Contains("Sagen Sie dort bitte Bescheid.", (await Rooms.OpenAsync(app, Cast.Staff, Rooms.Event)).Text, StringComparison.Ordinal);
        await app.CancelAsync(anna.Id);
        Assert.Contains("Das betrifft eine Familie.", (await desk.OpenAsync(Rooms.Event)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_that_signed_up_meanwhile_hears_that_the_event_moved_back_and_nobody_else_does()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        var desk = await app.SignInAsync(Cast.Organizer);
        await MoveAsync(desk, "16:00", "17:30");
        await app.RegisterAsync(Cast.Bernd);
        await app.DeliverMailAsync();
        await app.RegisterAsync(Cast.Dilan);

        var page = await MoveAsync(desk, "15:00", "16:30");

        Assert.Contains("wieder wie zuvor", page.Text, StringComparison.Ordinal);
        page = await Forms.SubmitAsync(await page.FollowAsync("Ansehen und benachrichtigen"), "Jetzt 2 E-Mails senden");
        Assert.DoesNotContain("wieder wie zuvor", page.Text, StringComparison.Ordinal);
        await app.DeliverMailAsync();
        Assert.Single(app.Inbox.To(Cast.Anna.Email));
        foreach (var told in (string[])[Cast.Bernd.Email, Cast.Dilan.Email])
            Assert.Contains("15:00–16:30", Assert.Single(app.Inbox.To(told), mail => mail.Subject.StartsWith("Geändert", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_that_was_taken_back_before_anybody_heard_of_it_is_nobodys_news()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        var desk = await app.SignInAsync(Cast.Organizer);
        await MoveAsync(desk, "16:00", "17:30");

        var page = await MoveAsync(desk, "15:00", "16:30");

        Assert.DoesNotContain("Ansehen und benachrichtigen", page.Text, StringComparison.Ordinal);
        Assert.Null((await app.EventAsync()).GuestsBelieve);
    }

    [Fact]
    public async Task Where_all_who_knew_the_old_day_cancelled_nobody_is_left_to_be_told()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var desk = await app.SignInAsync(Cast.Organizer);
        await MoveAsync(desk, "16:00", "17:30");

        await app.CancelAsync(anna.Id);
        await app.RegisterAsync(Cast.Bernd);

        Assert.DoesNotContain("wissen noch nichts", (await desk.OpenAsync(Rooms.Event)).Text, StringComparison.Ordinal);
        Assert.Null((await app.EventAsync()).GuestsBelieve);
    }

    [Fact]
    public async Task Other_changes_and_events_without_guests_make_no_offer()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        Assert.DoesNotContain("wissen noch nichts", (await MoveAsync(desk, "16:00", "17:30")).Text, StringComparison.Ordinal);
        await app.RegisterAsync(Cast.Anna);

        var page = await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Edit), new Dictionary<string, string> { ["Titel"] = "Anders" }, "Speichern");

        Assert.DoesNotContain("wissen noch nichts", page.Text, StringComparison.Ordinal);
        // The time, then the title: both stand in calendars.
        Assert.Equal(2, (await app.EventAsync()).Sequence);
    }

    [Fact]
    public async Task A_cancelled_event_tells_every_guest_and_says_so_itself()
    {
        await using var app = new TestApp();
        await RegisterAllAsync(app);
        var desk = await app.SignInAsync(Cast.Organizer);

        var seen = await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Event + "/absagen"), new Dictionary<string, string> { ["Grund"] = "Der Raum <b>fehlt</b>." }, "Ja, absagen");
        Assert.Contains("Noch nicht abgesagt", seen.Text, StringComparison.Ordinal);
        Assert.Equal((0, false), (await app.DeliverMailAsync(), (await app.EventAsync()).CancelledAt is not null));
        var form = Forms.Fill(seen, new Dictionary<string, string>(), "Ja, absagen und eine E\u2011Mail senden");
        var page = await form.SendAsync();
        await form.SendAsync();

        Assert.Contains("Die Veranstaltung ist abgesagt.", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.DeliverMailAsync());
        var mail = app.Inbox.To(Cast.Anna.Email)[^1];
        Assert.Contains("Der Raum <b>fehlt</b>.", mail.Text, StringComparison.Ordinal);
        // What was shown is what was sent, but for the family's own name and reference.
        var shown = seen.Document.QuerySelector("blockquote")!.TextContent.Trim().ReplaceLineEndings("\n").Replace("Vorname Nachname", Cast.Anna.FullName, StringComparison.Ordinal);
        Assert.Equal(Unreferenced(mail.Text), Unreferenced(shown));
        Assert.Contains("STATUS:CANCELLED", mail.Calendar!, StringComparison.Ordinal);
        var visited = await app.OpenAsync("/veranstaltungen/" + TestApp.Anniversary);
        Assert.StartsWith($"Die Veranstaltung am {BerlinTime.LongDate(new DateOnly(2022, 11, 11))} ist abgesagt. Der Raum <b>fehlt</b>.", visited.Text, StringComparison.Ordinal);
        Assert.Contains("https://schema.org/EventCancelled", visited.Html, StringComparison.Ordinal);
        var calendar = (await app.OpenAsync($"/veranstaltungen/{TestApp.Anniversary}.ics")).Html;
        Assert.Contains("STATUS:CANCELLED", calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", calendar, StringComparison.Ordinal);
        Assert.Equal("Die Veranstaltung ist abgesagt", (await app.OpenAsync(Answers.FormPath)).Heading);
        Assert.DoesNotContain("Sagen Sie uns bei der Anmeldung", visited.Text, StringComparison.Ordinal);
        Assert.Equal(2, visited.Text.Split("ist abgesagt.").Length);
        Assert.False((await desk.OpenAsync(Rooms.Event)).HasButton("Anmeldung öffnen"));
        var byHand = await desk.OpenAsync(Rooms.Event + "/anmeldungen/neu");
        Assert.Contains("Aufnehmen ist nicht möglich", byHand.Text, StringComparison.Ordinal);
        Assert.False(byHand.HasField("Vorname"));
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.EventCancelled));
    }

    [Fact]
    public async Task Of_a_cancelled_event_nobody_is_told_a_new_time()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var desk = await app.SignInAsync(Cast.Organizer);
        await MoveAsync(desk, "16:00", "17:30");
        var stale = Forms.Fill(await desk.OpenAsync(Rooms.Event + "/benachrichtigen"), new Dictionary<string, string>(), "Jetzt");
        await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Event + "/absagen"), "Ja, absagen");

        var page = await MoveAsync(desk, "17:00", "18:30");
        await stale.SendAsync();

        Assert.DoesNotContain("wissen noch nichts", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jetzt eine E-Mail senden", (await desk.OpenAsync(Rooms.Event + "/benachrichtigen")).Text, StringComparison.Ordinal);
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.GuestsTold));
    }

    [Fact]
    public async Task What_is_over_goes_into_the_archive_and_comes_back()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        Assert.False((await desk.OpenAsync(Rooms.Event)).HasButton("Aus der Liste nehmen"));
        app.Clock.SetUtcNow(new DateTimeOffset(2022, 12, 1, 12, 0, 0, TimeSpan.Zero));

        var page = await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Event), "Aus der Liste nehmen");

        Assert.Contains("liegt jetzt im Archiv", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jubiläumsfeier", (await desk.OpenAsync("/verwaltung")).Text, StringComparison.Ordinal);
        Assert.Contains("Jubiläumsfeier", (await desk.OpenAsync("/verwaltung/archiv")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.OpenAsync("/veranstaltungen/" + TestApp.Anniversary)).Status);
        await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Event), "Aus dem Archiv zurückholen");
        Assert.Contains("Jubiläumsfeier", (await desk.OpenAsync("/verwaltung")).Text, StringComparison.Ordinal);
        Assert.Equal((1, 1), ((await Rooms.AuditAsync(app, AuditAct.EventArchived)).Count, (await Rooms.AuditAsync(app, AuditAct.EventUnarchived)).Count));
    }

    [Fact]
    public async Task A_copy_is_a_draft_on_the_new_day_without_anybody()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 1);
        var desk = await app.SignInAsync(Cast.Organizer);

        var page = await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Event + "/kopieren"), new Dictionary<string, string> { ["Neuer Tag"] = "2023-11-10" }, "Entwurf anlegen");

        Assert.Contains("Die Kopie ist als Entwurf angelegt.", page.Text, StringComparison.Ordinal);
        var copy = await app.EventAsync("jubilaeumsfeier-2023");
        Assert.Equal((true, new DateOnly(2023, 11, 3), 0, 3), (copy.IsDraft, copy.DeadlineDay, copy.SeatsTaken, copy.Programme.Count));
        Assert.Single(await app.RegistrationsAsync());
        Assert.Equal(copy.Id, Assert.Single(await Rooms.AuditAsync(app, AuditAct.EventCopied)).EventId);
        page = await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Event + "/kopieren"), new Dictionary<string, string> { ["Neuer Tag"] = "irgendwann" }, "Entwurf anlegen");
        Assert.Contains("als Datum", page.ErrorAt("Neuer Tag"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calling_off_shows_the_mail_first_and_again_when_the_reason_changes()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        var desk = await app.SignInAsync(Cast.Organizer);
        var page = await desk.OpenAsync(Rooms.Event + "/absagen");
        Assert.Contains("leider müssen wir diese Veranstaltung absagen:", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("button.nw-btn-danger"));

        foreach (var (reason, button) in new[] { ("Der Raum fehlt.", "E-Mail mit diesem Grund ansehen"), ("Das Wetter.", "Ja, absagen") })
        {
            page = await Forms.SubmitAsync(page, new Dictionary<string, string> { ["Grund"] = reason }, button);
            Assert.Contains($"Der Grund: {reason}", page.Text, StringComparison.Ordinal);
            Assert.Null((await app.EventAsync()).CancelledAt);
        }
        await Forms.SubmitAsync(page, "Ja, absagen");

        Assert.Equal("Das Wetter.", (await app.EventAsync()).CancelledBecause);
        Assert.Equal(1, await app.DeliverMailAsync());
    }

    [Fact]
    public async Task No_success_promises_a_mail_that_nobody_gets()
    {
        await using var app = new TestApp();
        await app.CancelAsync((await app.RegisterAsync(Cast.Anna)).Id);
        await app.DeliverMailAsync();
        var desk = await app.SignInAsync(Cast.Organizer);

        var page = await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Event + "/absagen"), new Dictionary<string, string> { ["Grund"] = "Der Raum fehlt." }, "Ja, absagen");

        Assert.Contains("Die Veranstaltung ist abgesagt. Angemeldet ist niemand, dem wir schreiben könnten.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("unterwegs", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.DeliverMailAsync());
    }

    private static string Unreferenced(string text) => System.Text.RegularExpressions.Regex.Replace(text.Trim(), "NW-[A-Z0-9]{6}", "NW-");

    /// <summary>Anna comes, Dilan does not any more, and Bernd's details are erased.</summary>
    private static async Task RegisterAllAsync(TestApp app)
    {
        await app.RegisterAsync(Cast.Anna);
        await app.CancelAsync((await app.RegisterAsync(Cast.Dilan)).Id);
        var erased = await app.RegisterAsync(Cast.Bernd);
        await app.DeliverMailAsync();
        await app.DbAsync(async db =>
        {
            (await db.Registrations.FindAsync(erased.Id))!.Erase(DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });
    }

    private static async Task<Page> MoveAsync(HttpClient desk, string start, string end) =>
        await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Edit), new Dictionary<string, string> { ["Beginn"] = start, ["Ende"] = end }, "Speichern");
}
