using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

public sealed class ExtraQuestionTests
{
    [Fact]
    public async Task Answers_go_with_the_family_from_the_form_to_its_own_page()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal, Asked.Cars, Asked.Bus);

        var check = await Asked.CheckAsync(app, Cast.Anna);
        foreach (var said in (string[])["Ihre Antworten", Asked.Meal.Label, "Ohne Fleisch", "Aus Löningen"]) Assert.Contains(said, check.Text, StringComparison.Ordinal);
        Assert.Equal("Sie sind angemeldet", (await Forms.SubmitAsync(check, "Jetzt anmelden")).Heading);

        var stored = Assert.Single(await app.RegistrationsAsync());
        Assert.Equal([new(Asked.Meal.Id, Asked.Meal.Label, "Ohne Fleisch"), new(Asked.Cars.Id, Asked.Cars.Label, "2"), new(Asked.Bus.Id, Asked.Bus.Label, "Aus Löningen")], stored.Answers);
        await app.DeliverMailAsync();
        var mail = app.Inbox.SingleTo(Cast.Anna.Email);
        Assert.DoesNotContain("Löningen", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Contains("Aus Löningen", (await app.OpenAsync(mail.PersonalLink!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_stays_the_same_for_everybody_and_free_text_says_what_not_to_write()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal, Asked.Bus);

        var (one, other) = (await app.OpenAsync(Answers.FormPath), await app.OpenAsync(Answers.FormPath));

        Assert.Equal(one.Html, other.Html);
        Assert.Null(one.Header("Set-Cookie"));
        Assert.Null(one.Document.QuerySelector("[name=journey], [name^=__Request]"));
        Assert.Contains("Krankheiten oder Diagnosen", one.Document.GetElementById("Form_Answers_1__Text-hint")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_voluntary_may_stay_empty_and_what_is_not_is_named_in_order()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal, Asked.Cars, Asked.Bus with { IsRequired = true });
        var values = Answers.Of(Cast.Anna, question: "Frage\uFFFD");
        values[Asked.CarsLabel] = "viele";

        var page = await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), values, "Weiter");

        Assert.Equal("Wählen Sie eine Antwort bei „Welches Essen möchten Sie?“", page.ErrorAt(Asked.Meal.Label));
        Assert.Equal("Geben Sie bei „Wie viele Parkplätze brauchen Sie?“ eine ganze Zahl von 0 bis 9999 ein, oder lassen Sie das Feld leer", page.ErrorAt(Asked.CarsLabel));
        Assert.Equal("viele", page.ValueOf(Asked.CarsLabel));
        Assert.Equal(["Wählen Sie", "Geben Sie bei", "Beantworten Sie bitte", "Der Text enthält"], page.Errors.Select(error => new[] { "Wählen Sie", "Geben Sie bei", "Beantworten Sie bitte", "Der Text enthält" }.First(error.StartsWith)));
        Assert.All(page.Document.QuerySelectorAll(".nw-error-summary a"), link => Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..])));
        values = Asked.Answers(Cast.Anna, cars: "");
        values.Remove(Asked.BusLabel);
        values[Asked.Bus.Label] = "Cloppenburg";
        Assert.Equal("Prüfen und absenden", (await Forms.SubmitAsync(page, values, "Weiter")).Heading);
    }

    [Fact]
    public async Task A_question_that_comes_in_between_is_asked_and_nothing_is_lost()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Cars);
        var values = Answers.Of(Cast.Anna, "Nein", 1, "Gibt es Parkplätze?");
        values[Asked.CarsLabel] = "1";
        var check = await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), values, "Weiter");
        await app.AskAsync(Asked.Meal);

        var asked = await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal("Wer kommt?", asked.Heading);
        Assert.Contains("Die Fragen zu dieser Veranstaltung haben sich gerade geändert", asked.Text, StringComparison.Ordinal);
        Assert.NotNull(asked.ErrorAt(Asked.Meal.Label));
        foreach (var (label, value) in values) Assert.Equal(value, asked.ValueOf(label));
        Assert.Empty(await app.RegistrationsAsync());
        check = await Forms.SubmitAsync(asked, new Dictionary<string, string>(StringComparer.Ordinal) { [Asked.Meal.Label] = "Mit Fleisch" }, "Weiter");
        await Forms.SubmitAsync(check, "Jetzt anmelden");
        Assert.Equal(["1", "Mit Fleisch"], Assert.Single(await app.RegistrationsAsync()).Answers.Select(answer => answer.Text));
    }

    [Fact]
    public async Task A_question_that_goes_in_between_is_not_stored_and_one_that_moves_keeps_its_answer()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal, Asked.Cars, Asked.Bus);
        var check = await Asked.CheckAsync(app, Cast.Anna);
        await app.ChangeEventAsync(ev =>
        {
            ev.StopAsking(Asked.Cars.Id);
            ev.MoveQuestion(Asked.Bus.Id, -1);
        });

        await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal([(Asked.Bus.Id, "Aus Löningen"), (Asked.Meal.Id, "Ohne Fleisch")], Assert.Single(await app.RegistrationsAsync()).Answers.Select(answer => (answer.QuestionId, answer.Text)));
    }

    [Fact]
    public async Task A_double_click_is_one_registration_and_another_answer_is_explained()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal, Asked.Cars, Asked.Bus);
        var check = await Asked.CheckAsync(app, Cast.Anna);
        await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal("Sie sind angemeldet", (await Forms.SubmitAsync(check, "Jetzt anmelden")).Heading);
        var changed = await Forms.SubmitAsync(await Forms.SubmitAsync(check, "Ändern: Ihre Antworten"), Asked.Answers(Cast.Anna, meal: "Mit Fleisch"), "Weiter");
        Assert.Equal("Sie haben sich schon angemeldet", (await Forms.SubmitAsync(changed, "Jetzt anmelden")).Heading);
        Assert.Single(await app.RegistrationsAsync());
    }

    [Fact]
    public async Task Nobody_answers_what_was_not_offered()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal);
        var values = Answers.Of(Cast.Anna);
        values[Asked.Meal.Label] = "Ohne Fleisch";
        var form = Forms.Fill(await app.OpenAsync(Answers.FormPath), values, "Weiter").With("Form.Answers[0].Text", "Kaviar")
            .With("Form.Answers[0].Question.Label", "Heimlich").With("Form.Answers[1].QuestionId", Guid.NewGuid().ToString()).With("Form.Answers[1].Text", "Heimlich");

        var page = await form.SendAsync();
        Assert.NotNull(page.ErrorAt(Asked.Meal.Label));
        var check = await form.With("Form.Answers[0].Text", "Mit Fleisch").SendAsync();
        await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal([new(Asked.Meal.Id, Asked.Meal.Label, "Mit Fleisch")], Assert.Single(await app.RegistrationsAsync()).Answers);
    }
}
