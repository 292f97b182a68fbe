using System.Net;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public sealed class DetailTests
{
    private static readonly ChildInCare[] Children = [new("Mirabai", 7, false), new("Jonathan", 1, CallRequested: true)];

    [Fact]
    public async Task An_organiser_sees_contact_children_question_mails_and_history()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna, question: "Wie finde ich Arbeit?", children: Children);
        await app.DeliverMailAsync();
        var anna = (await app.RegistrationsAsync()).Single();
        var page = await (await app.SignInAsync(Cast.Organizer)).OpenAsync(Desk.PathOf(anna));
        Assert.Equal("Anna Öztürk", page.Heading);
        Assert.NotNull(page.Document.QuerySelector("a[href='mailto:anna.oeztuerk@example.org']"));
        Assert.NotNull(page.Document.QuerySelector("a[href='tel:+491713920012']"));
        foreach (var words in (string[])["Mirabai", "7 Jahre", "Jonathan", "1 Jahr, Anruf gewünscht", "Wie finde ich Arbeit?", "Anmeldebestätigung", "Gesendet", "Anmeldebestätigung gesendet", "von selbst", "Angemeldet", "von der Familie", anna.Reference])
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_how_many_children_come_and_never_a_childs_name_age_or_call_wish()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, children: Children);
        var staff = await app.SignInAsync(Cast.Staff);
        foreach (var path in (string[])[Desk.PathOf(anna), Desk.Path, Desk.Path + "?betreuung=anruf", Desk.PathOf(anna) + "/abmelden"])
        {
            var page = await staff.OpenAsync(path);
            foreach (var secret in (string[])["Mirabai", "Jonathan", "7 Jahre", "1 Jahr", "Anruf", "anrufen"])
                Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal);
        }
        Assert.Contains("Anzahl2", (await staff.OpenAsync(Desk.PathOf(anna))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_asked_for_until_somebody_notes_that_it_is_done()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, children: Children);
        var page = await (await app.SignInAsync(Cast.Organizer)).OpenAsync(Desk.PathOf(anna));
        Assert.Contains("Bitte anrufen: wegen Jonathan", page.Text, StringComparison.Ordinal);
        page = await Forms.SubmitAsync(page, "Als erledigt eintragen");
        Assert.StartsWith("Der Anruf ist als erledigt eingetragen.", Page.Words(page.Document.QuerySelector("[role=status]")!), StringComparison.Ordinal);
        Assert.DoesNotContain("Bitte anrufen", page.Text, StringComparison.Ordinal);
        Assert.Contains("Anruf erledigt", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anruf", (await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.PathOf(anna))).Html, StringComparison.Ordinal);
        var entry = Assert.Single(await app.AuditOfAsync(anna.Id), entry => entry.Act == AuditAct.CallDone);
        Assert.Equal(Cast.Organizer.Name, entry.By);
        Assert.Null((await page.Client.OpenAsync(Desk.PathOf(anna))).Document.QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task What_a_family_typed_is_shown_as_text()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Bernd with { FamilyName = "<b>Voß</b>" }, question: "<script>alert(1)</script>");
        var page = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.PathOf((await app.RegistrationsAsync()).Single()));
        Assert.Equal("Bernd <b>Voß</b>", page.Heading);
        Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_confirmation_shows_why_and_goes_out_again_from_here()
    {
        await using var app = new TestApp();
        var bernd = await app.RegisterAsync(Cast.Bernd);
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Refused, "550 5.1.1 kennen wir nicht");
        await app.DeliverMailAsync();
        var page = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.PathOf(bernd));
        Assert.Contains("Abgewiesen", page.Text, StringComparison.Ordinal);
        Assert.Contains("Antwort des Mailservers: 550 5.1.1 kennen wir nicht", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anmeldebestätigung gesendet", page.Text, StringComparison.Ordinal);
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Accepted, "250");
        await Forms.SubmitAsync(page, "Bestätigung noch einmal senden");
        await app.DeliverMailAsync();
        Assert.Contains(bernd.Reference, app.Inbox.SingleTo(Cast.Bernd.Email).Text, StringComparison.Ordinal);
        page = await page.Client.OpenAsync(Desk.PathOf(bernd));
        Assert.Contains("E-Mail noch einmal gesendet", page.Text, StringComparison.Ordinal);
        Assert.Contains("Anmeldebestätigung gesendet", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/abmelden")]
    [InlineData("/loeschen")]
    public async Task A_registration_of_another_event_is_not_found_here(string room)
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var other = await app.DbAsync(async db =>
        {
            var ev = FirstContents.Anniversary();
            var copy = new Event
            {
                Slug = "fruehling",
                Title = ev.Title,
                ShortTitle = ev.ShortTitle,
                Lead = ev.Lead,
                Audience = ev.Audience,
                Host = ev.Host,
                Place = ev.Place,
                Price = ev.Price,
                Date = ev.Date,
                StartsAt = ev.StartsAt,
                EndsAt = ev.EndsAt,
                DeadlineBound = ev.DeadlineBound,
                ContactName = ev.ContactName,
                ContactEmail = ev.ContactEmail,
            };
            db.Add(copy);
            await db.SaveChangesAsync();
            return copy.Slug;
        });
        var desk = await app.SignInAsync(Cast.Organizer);
        Assert.Equal(HttpStatusCode.OK, (await desk.OpenAsync(Desk.PathOf(anna) + room)).Status);
        var form = room.Length == 0 ? null : Forms.Fill(await desk.OpenAsync(Desk.PathOf(anna) + room), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var path in (string[])[$"/verwaltung/veranstaltungen/{other}/anmeldungen/{anna.Id}{room}", $"{Desk.Path}/{Guid.CreateVersion7()}{room}", $"/verwaltung/veranstaltungen/gibt-es-nicht/anmeldungen/{anna.Id}{room}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(path)).Status);
            if (form is not null) Assert.Equal(HttpStatusCode.NotFound, (await (form with { Action = new Uri(form.Action, path) }).SendAsync()).Status);
        }
        Assert.True((await app.RegistrationsAsync()).Single() is { IsActive: true, ErasedAt: null });
    }
}
