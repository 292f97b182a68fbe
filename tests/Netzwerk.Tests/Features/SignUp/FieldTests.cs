using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

public sealed class FieldTests
{
    /// <summary>Never asked: address, birth date, gender, nationality, income, the other parent, a child's surname, consent to a policy.</summary>
    [Fact]
    public async Task The_form_asks_for_these_things_and_nothing_else()
    {
        await using var app = new TestApp();
        var who = await app.OpenAsync(Answers.FormPath);
        var children = await Forms.SubmitAsync(who, Answers.Of(Cast.Anna, "Ja"), "Weiter");

        Assert.Equal(
            ["Form.Childcare", "Form.Email", "Form.FamilyName", "Form.FurtherAdults", "Form.GivenName", "Form.Phone", "Form.Question"],
            Names(who));
        Assert.Equal(["Form.Children[0].Age", "Form.Children[0].CallRequested", "Form.Children[0].FirstName", "journey", "move"], Names(children));

        // What an organiser asks besides is the only addition: an answer, and the question that it belongs to.
        await app.AskAsync(Asked.Meal, Asked.Bus);
        Assert.Equal(
            ["Form.Answers[0].QuestionId", "Form.Answers[0].Text", "Form.Answers[1].QuestionId", "Form.Answers[1].Text"],
            Names(await app.OpenAsync(Answers.FormPath)).Except(Names(who)));

        static IEnumerable<string> Names(Page page) => page.Document.QuerySelectorAll("main [name]")
            .Select(control => control.GetAttribute("name")!).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_comes_back_with_a_sentence_at_each_field_and_a_summary_that_leads_there()
    {
        await using var app = new TestApp();
        var page = await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), "Weiter");

        Assert.StartsWith("Fehler: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("Geben Sie Ihren Vornamen ein", page.ErrorAt("Vorname"));
        Assert.Equal("Geben Sie Ihren Nachnamen ein", page.ErrorAt("Nachname"));
        Assert.Equal("Geben Sie Ihre E-Mail-Adresse ein, zum Beispiel name@beispiel.de", page.ErrorAt("E-Mail-Adresse"));
        Assert.Equal("Wählen Sie „Ja“ oder „Nein“ bei der Kinderbetreuung", page.ErrorAt("Brauchen Sie Kinderbetreuung?"));
        Assert.Null(page.ErrorAt("Telefonnummer"));
        Assert.Equal(4, page.Errors.Count);
        foreach (var link in page.Document.QuerySelectorAll(".nw-error-summary a"))
            Assert.Contains(page.Document.GetElementById(link.GetAttribute("href")![1..])!.TagName, (string[])["INPUT", "SELECT", "TEXTAREA"]);
    }

    [Theory]
    [InlineData("Vorname", "...", "Der Vorname braucht mindestens einen Buchstaben")]
    [InlineData("Nachname", "...", "Der Nachname braucht mindestens einen Buchstaben")]
    [InlineData("Telefonnummer", "ruf mich an", "Hier passen nur Ziffern")]
    [InlineData("Telefonnummer", "0171 3920012 oder 04471 150", "Hier passen nur Ziffern, Leerzeichen und + - / ( ), nicht „o“")]
    [InlineData("Telefonnummer", "0171", "Diese Nummer ist zu kurz.")]
    [InlineData("Telefonnummer", "0171 3920012 04471 150 04471 151", "Diese Nummer ist zu lang.")]
    [InlineData("E-Mail-Adresse", "ännä@example.org", "Vor dem @ dürfen keine Umlaute und keine besonderen Zeichen stehen, hier „ä“")]
    [InlineData("E-Mail-Adresse", "anna @example.org", "In der E-Mail-Adresse steht ein Leerzeichen.")]
    [InlineData("E-Mail-Adresse", "anna@example.org; bernd@example.org", "Hier steht mehr als ein @.")]
    [InlineData("E-Mail-Adresse", "anna@example", "Geben Sie Ihre E-Mail-Adresse vollständig ein")]
    [InlineData("Vorname", "An\uFFFDna", "Der Vorname enthält ein Zeichen, das nicht lesbar angekommen ist („\uFFFD“).")]
    [InlineData("Vorname", "An\u0378na", "Der Vorname enthält ein unsichtbares Zeichen (U+0378).")]
    [InlineData("Nachname", "Petra www.x.de", "Der Nachname enthält eine Internetadresse („www.x.de“). Schreiben Sie nur den Namen.")]
    [InlineData("Vorname", "ab．de", "Der Vorname enthält eine Internetadresse")]
    [InlineData("Vorname", "petra@x.de", "Der Vorname enthält eine Internetadresse")]
    public async Task The_sentence_at_a_field_says_what_is_wrong_with_it(string label, string typed, string error)
    {
        await using var app = new TestApp();
        var values = Answers.Of(Cast.Anna);
        values[label] = typed;

        var page = await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), values, "Weiter");

        Assert.StartsWith(error, page.ErrorAt(label), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vorname", "An\uFFFDna")]
    [InlineData("Vorname", "...")]
    [InlineData("Nachname", "\0")]
    [InlineData("E-Mail-Adresse", "anna")]
    [InlineData("E-Mail-Adresse", "ännä@example.org")]
    [InlineData("Telefonnummer", "ruf mich an")]
    [InlineData("Ihre Frage oder Ihr Wunsch an die Fachleute", "Frage\uFFFD")]
    public async Task What_cannot_be_taken_comes_back_as_typed_with_its_reason(string label, string typed)
    {
        await using var app = new TestApp();
        var values = Answers.Of(Cast.Anna, "Ja", 1, "Eine Frage");
        values[label] = typed;

        var page = await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), values, "Weiter");

        Assert.NotNull(page.ErrorAt(label));
        Assert.Single(page.Errors);
        foreach (var (name, value) in values.Where(pair => pair.Key != label)) Assert.Equal(value, page.ValueOf(name));
        if (typed != "\0") Assert.Equal(typed, page.ValueOf(label));
    }

    [Theory]
    [InlineData("Dr. A.Müller")]
    [InlineData("J.R.R. d'Arc-Öztürk jun.")]
    [InlineData("Nachname 7")]
    public async Task A_dot_alone_makes_no_link_of_a_name(string name)
    {
        await using var app = new TestApp();
        var values = Answers.Of(Cast.Anna);
        values["Nachname"] = name;

        Assert.Equal("Prüfen und absenden", (await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), values, "Weiter")).Heading);
    }

    [Fact]
    public async Task Full_width_letters_before_the_at_sign_are_the_same_address()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna with { Email = "anna.oe@example.org" });

        await app.SignUpAsync(Cast.Anna with { Email = "ａｎｎａ．ｏｅ＠ｅｘａｍｐｌｅ．ｏｒｇ" });

        Assert.Equal("anna.oe@example.org", Assert.Single(await app.RegistrationsAsync()).Email);
        Assert.Equal(EmailAddress.KeyOf("anna.oe@example.org"), EmailAddress.KeyOf("ａｎｎａ．ＯＥ@example.org"));
    }

    [Fact]
    public async Task What_pasted_text_brings_along_unseen_is_left_out_and_nobody_is_sent_back()
    {
        await using var app = new TestApp();
        var pasted = new Parent("\u200BAn\u00ADna\u200E", "Müller\u2011Voß\u00A0\u202C", "\u202Aanna@example.org\u202C\u00A0", "\u202A+49\u00A0171\u20113920012\u202C");

        await Forms.SubmitAsync(await app.ToCheckAsync(pasted, question: "Wo\u202E?\vDanke"), "Jetzt anmelden");

        var stored = Assert.Single(await app.RegistrationsAsync());
        Assert.Equal(("Anna", "Müller-Voß", "anna@example.org", "+49 171-3920012", "+491713920012", "Wo?\nDanke"), (stored.GivenName, stored.FamilyName, stored.Email, stored.Phone, stored.PhoneE164, stored.Question));
    }

    [Fact]
    public async Task A_phone_number_is_only_needed_when_a_child_comes()
    {
        await using var app = new TestApp();
        var who = await app.OpenAsync(Answers.FormPath);

        var withChild = await Forms.SubmitAsync(who, Answers.Of(Cast.Bernd, "Ja"), "Weiter");
        var without = await Forms.SubmitAsync(who, Answers.Of(Cast.Bernd), "Weiter");

        Assert.Contains("Wir brauchen sie, wenn ein Kind in die Betreuung kommt", withChild.ErrorAt("Telefonnummer"), StringComparison.Ordinal);
        Assert.Equal("Prüfen und absenden", without.Heading);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("-1")]
    [InlineData("zwei")]
    [InlineData("٢")]
    public async Task Nobody_brings_more_adults_than_the_form_offers(string typed)
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await app.OpenAsync(Answers.FormPath), Answers.Of(Cast.Anna), "Weiter").With("Form.FurtherAdults", typed);

        var page = await form.SendAsync();

        Assert.Equal("Wählen Sie bei „Weitere Erwachsene“ eine Zahl von 0 bis 5", page.ErrorAt("Weitere Erwachsene"));
    }

    [Fact]
    public async Task A_likely_typo_gets_a_question_and_never_a_refusal()
    {
        await using var app = new TestApp();
        var typo = Cast.Bernd with { Email = "bernd@gmx.ed" };

        var check = await app.ToCheckAsync(typo);
        Assert.Contains("Meinten Sie bernd@gmx.de?", check.Text, StringComparison.Ordinal);
        var corrected = await Forms.SubmitAsync(check, "Adresse so ändern");
        Assert.DoesNotContain("Meinten Sie", corrected.Text, StringComparison.Ordinal);
        await Forms.SubmitAsync(corrected, "Jetzt anmelden");
        await Forms.SubmitAsync(await app.ToCheckAsync(Cast.Anna with { Email = "anna@web.ed" }), "Jetzt anmelden");

        Assert.Equal(["bernd@gmx.de", "anna@web.ed"], (await app.RegistrationsAsync()).Select(registration => registration.Email));
    }

    [Fact]
    public async Task Names_with_markup_are_shown_and_stored_as_typed()
    {
        await using var app = new TestApp();
        var parent = new Parent("<b>Anna</b>", "O'Neil & {{Söhne}} =1+1", "anna@example.org", null);

        var check = await app.ToCheckAsync(parent, question: "<script>alert(1)</script>\r\nZweite Zeile");
        await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Contains("<b>Anna</b> O'Neil & {{Söhne}} =1+1", check.Text, StringComparison.Ordinal);
        Assert.Null(check.Document.QuerySelector("main script"));
        var stored = Assert.Single(await app.RegistrationsAsync());
        Assert.Equal(("<b>Anna</b>", "O'Neil & {{Söhne}} =1+1", "<script>alert(1)</script>\nZweite Zeile"), (stored.GivenName, stored.FamilyName, stored.Question));
    }
}
