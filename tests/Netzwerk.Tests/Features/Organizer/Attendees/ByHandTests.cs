using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public sealed class ByHandTests
{
    [Fact]
    public async Task Staff_take_a_family_in_and_it_gets_the_confirmation()
    {
        await using var app = new TestApp();
        var page = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath);
        var values = Answers.Of(Cast.Anna, "Ja", furtherAdults: 1, question: "Kommt jemand vom Jobcenter?");
        page = await Forms.SubmitAsync(page, values, "Weiteres Kind hinzufügen");
        Assert.Equal("1", page.ValueOf("Weitere Erwachsene"));
        page = await Forms.SubmitAsync(page, Merge(Answers.OfChild(1, "Mira", 7), Answers.OfChild(2, "Jonas", 3, call: true)), "Aufnehmen");

        Assert.Equal("Anna Öztürk", page.Heading);
        Assert.StartsWith("Die Familie ist aufgenommen.", Page.Words(page.Document.QuerySelector("[role=status]")!), StringComparison.Ordinal);
        var anna = (await app.RegistrationsAsync()).Single();
        Assert.Equal((new Party(2, 2), Cast.Staff.Name, false), (anna.Party, anna.TakenInBy, anna.LetInKnowingly));
        Assert.Equal(["Mira", "Jonas"], anna.Children.OrderBy(child => child.Position).Select(child => child.FirstName));
        Assert.Equal("Kommt jemand vom Jobcenter?", anna.Question);
        Assert.Equal((AuditAct.TakenInByHand, Cast.Staff.Name), (await app.AuditOfAsync(anna.Id)).Select(entry => (entry.Act, entry.By)).Single());
        await app.DeliverMailAsync();
        Assert.Contains(anna.Reference, app.Inbox.SingleTo(Cast.Anna.Email).Text, StringComparison.Ordinal);
        Assert.Equal(4, (await app.EventAsync()).SeatsTaken);
    }

    [Fact]
    public async Task A_confirmation_that_has_to_wait_for_its_address_is_not_promised_for_now()
    {
        await using var app = new TestApp(("Limits:MailsPerRecipientAndDay", "1"));
        var staff = await app.SignInAsync(Cast.Staff);
        var page = await staff.TakeInAsync(Cast.Anna);
        Assert.Contains("Die Bestätigung geht per E-Mail an sie.", page.Text, StringComparison.Ordinal);
        // From the same address, before and after the first mail has left.
        page = await staff.TakeInAsync(Cast.Canan);
        Assert.Contains("Die Familie ist aufgenommen. Ihre Bestätigung wartet", page.Text, StringComparison.Ordinal);
        await app.DeliverMailAsync();
        page = await staff.TakeInAsync(Cast.Canan with { GivenName = "Ceylan" });

        Assert.Contains("Die Familie ist aufgenommen. Ihre Bestätigung wartet: An diese Adresse gingen heute schon so viele, wie am Tag höchstens hinausgehen.", page.Text, StringComparison.Ordinal);
        Assert.Contains("frühestens Di.,\u00A025.\u00A0Oktober\u00A02022", page.Text, StringComparison.Ordinal);
        Assert.Single(app.Inbox.To(Cast.Anna.Email));
        Assert.Contains("Die Bestätigung geht per E-Mail an sie.", (await staff.TakeInAsync(Cast.Bernd)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_says_how_to_mend_it_and_keeps_everything()
    {
        await using var app = new TestApp();
        var values = Answers.Of(new Parent("", "Müller", "bernd@beispiel", "keine"), "Ja", furtherAdults: 3, question: "Eine Frage");
        var page = await Forms.SubmitAsync(await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath),
            Merge(values, new(StringComparer.Ordinal) { ["Vorname des Kindes"] = "Mira", ["Alter in Jahren"] = "sieben" }), "Aufnehmen");
        Assert.StartsWith("Fehler: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(4, page.Errors.Count);
        Assert.Equal("Geben Sie den Vornamen ein", page.ErrorAt("Vorname"));
        Assert.Equal("Geben Sie die E-Mail-Adresse der Familie vollständig ein, zum Beispiel name@beispiel.de", page.ErrorAt("E-Mail-Adresse"));
        Assert.Equal(["Vorname", "E-Mail-Adresse", "Telefonnummer", "Alter in Jahren"], page.Errors.Select(error => Labels.Single(label => page.ErrorAt(label) == error)));
        Assert.Equal("Mira: Geben Sie das Alter in ganzen Jahren ein, von 0 bis 17. Ab 18 zählt ein Kind bei „Weitere Erwachsene“ mit", page.ErrorAt("Alter in Jahren"));
        foreach (var (label, value) in values) Assert.Equal(value, page.ValueOf(label));
        Assert.Equal(("Mira", "sieben"), (page.ValueOf("Vorname des Kindes"), page.ValueOf("Alter in Jahren")));
        foreach (var link in page.Document.QuerySelectorAll(".nw-error-summary a")) Assert.NotNull(page.Document.QuerySelector(link.GetAttribute("href")!));
        Assert.Empty(await app.RegistrationsAsync());
    }

    [Fact]
    public async Task A_child_needs_a_phone_number_and_a_yes()
    {
        await using var app = new TestApp();
        var form = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath);
        var child = Answers.OfChild(1, "Mira", 7);
        var page = await Forms.SubmitAsync(form, Merge(Answers.Of(Cast.Bernd, "Ja"), child), "Aufnehmen");
        Assert.Equal("Geben Sie eine Telefonnummer ein. Wir brauchen sie, wenn ein Kind in die Betreuung kommt", page.ErrorAt("Telefonnummer"));
        page = await Forms.SubmitAsync(form, Merge(Answers.Of(Cast.Bernd, "Nein"), child), "Aufnehmen");
        Assert.Equal("Unten steht ein Kind. Wählen Sie „Ja“ bei der Kinderbetreuung, oder entfernen Sie das Kind", page.ErrorAt("Brauchen Sie Kinderbetreuung?"));
        Assert.Equal("Mira", page.ValueOf("Vorname des Kindes"));
        page = await Forms.SubmitAsync(await form.Client.OpenAsync(Desk.ByHandPath), Answers.Of(Cast.Anna, "Ja"), "Aufnehmen");
        Assert.Equal("Kind 1: Geben Sie den Vornamen des Kindes ein", page.ErrorAt("Vorname des Kindes"));
        Assert.Empty(await app.RegistrationsAsync());
    }

    [Theory]
    [InlineData("Form.Children.index", "0")]
    [InlineData("Form.Children", "")]
    public async Task A_hand_made_row_without_fields_is_an_empty_row(string name, string value)
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath), Answers.Of(Cast.Anna, "Ja"), "Aufnehmen")
            .Without("Form.Children[0].FirstName").Without("Form.Children[0].Age").Without("Form.Children[0].CallRequested");
        var page = await form.With(name, value).SendAsync();
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.Equal("Kind 1: Geben Sie den Vornamen des Kindes ein", page.ErrorAt("Vorname des Kindes"));
    }

    [Fact]
    public async Task Rows_for_children_come_and_go_and_ten_are_the_most()
    {
        await using var app = new TestApp();
        var page = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath);
        for (var i = 1; i < 10; i++) page = await Forms.SubmitAsync(page, Answers.OfChild(i, $"Kind{i}", i), "Weiteres Kind hinzufügen");
        Assert.False(page.HasButton("Weiteres Kind hinzufügen"));
        page = await Forms.SubmitAsync(page, "Kind entfernen: Kind 3, Kind3");
        Assert.Equal(("Kind2", "Kind4"), (page.ValueOf("Kind 2 > Vorname des Kindes"), page.ValueOf("Kind 3 > Vorname des Kindes")));
        Assert.False(page.HasField("Kind 10 > Vorname des Kindes"));
    }

    [Fact]
    public async Task A_family_that_is_there_already_is_named_with_a_link_and_nothing_is_stored()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var page = await (await app.SignInAsync(Cast.Staff)).TakeInAsync(Cast.Anna with { GivenName = " ANNA ", Email = "Anna.Oeztuerk@Example.org" });
        Assert.Contains("Diese Familie ist schon angemeldet", page.Text, StringComparison.Ordinal);
        Assert.Equal(Desk.PathOf(anna), (await page.FollowAsync("Zur Anmeldung: Anna Öztürk")).Url.AbsolutePath);
        Assert.Single(await app.RegistrationsAsync());
        Assert.Empty(await app.DbAsync(db => Task.FromResult(db.RepeatedSignUps.ToList())));
        Assert.Equal(0, await app.MailsOfKindAsync(MailKind.Repeated));
        Assert.Single(await app.AuditOfAsync(anna.Id));
    }

    [Fact]
    public async Task A_double_click_makes_one_registration_and_a_changed_second_sending_is_explained()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath), Answers.Of(Cast.Bernd), "Aufnehmen");
        var pages = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All(pages, page => Assert.Equal(Cast.Bernd.FullName, page.Heading));
        var changed = await form.With("Form.GivenName", "Berndine").SendAsync();
        Assert.Contains("Dieses Formular ist schon abgeschickt", changed.Text, StringComparison.Ordinal);
        Assert.Equal("Berndine", changed.ValueOf("Vorname"));
        Assert.Single(await app.RegistrationsAsync());
        Assert.Equal(1, await app.MailsOfKindAsync(MailKind.Confirmation));
    }

    [Fact]
    public async Task A_likely_typo_in_the_address_is_a_question_and_never_a_refusal()
    {
        await using var app = new TestApp();
        var staff = await app.SignInAsync(Cast.Staff);
        var asked = await staff.TakeInAsync(Cast.Bernd with { Email = "bernd@gmial.com" });
        Assert.Contains("Stimmt die E-Mail-Adresse?", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await app.RegistrationsAsync());
        await Forms.SubmitAsync(asked, "Ja, ändern und aufnehmen");
        asked = await staff.TakeInAsync(Cast.Dilan with { Email = "dilan@gmial.com" });
        await Forms.SubmitAsync(asked, "Nein, so aufnehmen");
        Assert.Equal(["bernd@gmail.com", "dilan@gmial.com"], (await app.RegistrationsAsync()).Select(r => r.Email).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_its_antiforgery_token_the_form_comes_back_filled_and_can_be_sent_again()
    {
        await using var app = new TestApp();
        var values = Answers.Of(Cast.Anna, "Ja");
        foreach (var (label, value) in Answers.OfChild(1, "Mira", 7)) values[label] = value;
        var form = Forms.Fill(await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath), values, "Aufnehmen");
        foreach (var tampered in (FilledForm[])[form.Without("__RequestVerificationToken"), form.With("__RequestVerificationToken", "x")])
        {
            var page = await tampered.SendAsync();
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, page.Status);
            Assert.Contains("Senden Sie es bitte noch einmal ab", page.Text, StringComparison.Ordinal);
            foreach (var (label, value) in values) Assert.Equal(value, page.ValueOf(label));
            Assert.Empty(await app.RegistrationsAsync());
            form = Forms.Fill(page, new Dictionary<string, string>(StringComparer.Ordinal), "Aufnehmen");
        }
        Assert.Equal("Anna Öztürk", (await form.SendAsync()).Heading);
        Assert.Equal(["Mira"], (await app.RegistrationsAsync()).Single().Children.Select(child => child.FirstName));
    }

    private static readonly string[] Labels = ["Vorname", "E-Mail-Adresse", "Telefonnummer", "Alter in Jahren"];

    private static Dictionary<string, string> Merge(params Dictionary<string, string>[] parts) => new(parts.SelectMany(part => part), StringComparer.Ordinal);
}
