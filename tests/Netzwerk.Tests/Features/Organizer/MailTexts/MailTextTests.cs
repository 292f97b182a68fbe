using System.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.MailTexts;

public class MailTextTests
{
    private const string Path = Rooms.Event + "/texte";
    private const string Confirmation = "Text der Anmeldebestätigung";
    private const string Reminder = "Text der Erinnerung";

    [Fact]
    public async Task Own_words_go_out_filled_and_what_must_stay_stays()
    {
        await using var app = new TestApp();
        var saved = await SaveAsync(await OpenAsync(app), Confirmation, "Moin {Vorname}!\n\nBis {Abmelden-bis} bei {Ansprechperson}. <b> & {Ort}");
        Assert.Contains("Die Texte sind gespeichert.", saved.Text, StringComparison.Ordinal);

        var anna = await app.RegisterAsync(Cast.Anna with { GivenName = "{Ort}{{0}}" });
        await app.DeliverMailAsync();

        var mail = app.Inbox.SingleTo(Cast.Anna.Email);
        Assert.Contains("Moin!\n\nBis Freitag, 11.\u00A0November\u00A02022, 15:00\u00A0Uhr bei Karin kl.\u00A0Holthaus. <b> & Kreishaus Cloppenburg\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt; &amp; Kreishaus", mail.Html, StringComparison.Ordinal);
        foreach (var words in (string[])[$"Kennung: {anna.Reference}", "Wer: 1 erwachsene Person", "Fragen beantwortet", $"Datenschutz: {TestApp.BaseUrl}/datenschutz"])
            Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.NotNull(mail.PersonalLink);
        Assert.DoesNotContain("schön, dass Sie kommen", mail.Text, StringComparison.Ordinal);
        Assert.Equal((Confirmation, "Karin Probe"), Assert.Single(await Rooms.AuditAsync(app, AuditAct.TextsEdited)) is var entry ? (entry.Fields, entry.By) : default);
    }

    [Theory]
    [InlineData("Liebe {Name}", "Den Platzhalter „{Name}“ gibt es nicht. Möglich sind: {Vorname}, ")]
    [InlineData("Liebe {Vorname", "Bei „{Vorname“ fehlt die Klammer am Ende.")]
    [InlineData("Liebe Vorname}", "Bei „Liebe Vorname}“ fehlt die Klammer am Anfang.")]
    [InlineData("Wo? {Ort}", "Für „{Ort}“ ist bei dieser Veranstaltung nichts eingetragen.")]
    [InlineData("\uFFFDneb", "Der Text enthält ein Zeichen, das nicht lesbar angekommen ist")]
    public async Task What_cannot_be_filled_is_refused_and_stays_typed(string text, string sentence)
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.Place = "");
        foreach (var button in (string[])["Speichern", "Vorschau"])
        {
            var page = await SaveAsync(await OpenAsync(app), Reminder, text, button);

            Assert.StartsWith(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
            Assert.Equal(text, page.ValueOf(Reminder));
            Assert.StartsWith("Fehler: ", page.Title, StringComparison.Ordinal);
        }
        Assert.Null((await app.EventAsync()).ReminderText);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        await using var app = new TestApp();

        var page = await SaveAsync(await OpenAsync(app), Confirmation, new string('a', MailText.Longest + 1));

        Assert.Contains("zu lang", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_the_typed_words_with_an_example_and_stores_nothing()
    {
        await using var app = new TestApp();

        var page = await SaveAsync(await OpenAsync(app), Reminder, "Moin {Vorname} {Nachname}!", "Vorschau");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Moin {Vorname} {Nachname}!", page.ValueOf(Reminder));
        foreach (var words in (string[])["Moin Anna Beispiel!", "Betreff: Erinnerung: Jubiläumsfeier", "Betreff: Anmeldebestätigung: Jubiläumsfeier", "schön, dass Sie kommen", "https://…/anmeldung/…", "NW-7K3QXM"])
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Null((await app.EventAsync()).ReminderText);
        Assert.Empty(app.Inbox.Mails);
    }

    [Fact]
    public async Task The_usual_text_comes_back()
    {
        await using var app = new TestApp();
        var usual = (await OpenAsync(app)).ValueOf(Confirmation);
        await SaveAsync(await OpenAsync(app), Confirmation, "Moin!");

        var page = await Forms.SubmitAsync(await OpenAsync(app), "Wieder den üblichen Text nehmen: Bestätigung");
        Assert.Equal(usual, page.ValueOf(Confirmation));
        Assert.Equal("Moin!", (await app.EventAsync()).ConfirmationText);
        await Forms.SubmitAsync(page, "Speichern");

        Assert.Null((await app.EventAsync()).ConfirmationText);
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_what_the_first_changed_and_loses_nothing()
    {
        await using var app = new TestApp();
        var (first, second) = (await OpenAsync(app), await OpenAsync(app));
        await SaveAsync(first, Confirmation, "Von der ersten");

        var page = await SaveAsync(second, Reminder, "Von der zweiten");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Karin Probe hat inzwischen etwas geändert.", page.Text, StringComparison.Ordinal);
        Assert.Equal(("Von der ersten", "Von der zweiten"), (page.ValueOf(Confirmation), page.ValueOf(Reminder)));
        await Forms.SubmitAsync(page, "Speichern");
        var stored = await app.EventAsync();
        Assert.Equal(("Von der ersten", "Von der zweiten"), (stored.ConfirmationText, stored.ReminderText));
    }

    [Fact]
    public async Task Both_words_of_one_text_stand_side_by_side()
    {
        await using var app = new TestApp();
        var (first, second) = (await OpenAsync(app), await OpenAsync(app));
        await SaveAsync(first, Confirmation, "Von der ersten");

        var page = await SaveAsync(second, Confirmation, "Von der zweiten");

        Assert.Equal("Von der zweiten", page.ValueOf(Confirmation));
        Assert.Contains("Text der Anmeldebestätigung, jetzt gespeichert: Von der ersten", page.Text, StringComparison.Ordinal);
        Assert.Equal("Von der ersten", (await app.EventAsync()).ConfirmationText);
    }

    private static Task<Page> OpenAsync(TestApp app) => Rooms.OpenAsync(app, Cast.Organizer, Path);

    private static Task<Page> SaveAsync(Page page, string label, string text, string button = "Speichern") =>
        Forms.SubmitAsync(page, new Dictionary<string, string> { [label] = text }, button);
}
