using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public sealed class AnswerTests
{
    [Fact]
    public async Task The_list_sums_up_what_families_answered_and_says_who_said_what()
    {
        await using var app = await AskingAppAsync();
        await Forms.SubmitAsync(await Asked.CheckAsync(app, Cast.Anna), "Jetzt anmelden");
        await Forms.SubmitAsync(await Asked.CheckAsync(app, Cast.Bernd), "Jetzt anmelden");
        await Forms.SubmitAsync(await Asked.CheckAsync(app, Cast.Dilan), "Jetzt anmelden");
        var registrations = await app.RegistrationsAsync();
        await app.CancelAsync(registrations[2].Id);

        var list = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.Path);

        Assert.Contains("Mit Fleisch: 0 · Ohne Fleisch: 2", list.Text, StringComparison.Ordinal);
        Assert.Contains("zusammen 4 · 2 Familien haben geantwortet", list.Text, StringComparison.Ordinal);
        Assert.Contains("2 Antworten", list.Text, StringComparison.Ordinal);
        Assert.Equal("Welches Essen möchten …: Ohne Fleisch · Wie viele Parkplätze …: 2 · Von wo kommen …: Aus Löningen", Page.Words(list.Document.QuerySelector(".nw-answers")!));
        Assert.Contains("Aus Löningen", (await list.Client.OpenAsync(Desk.PathOf(registrations[0]))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_type_the_answers_in_by_hand_by_the_same_rules()
    {
        await using var app = await AskingAppAsync();
        var form = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath);

        var page = await Forms.SubmitAsync(form, Answers.Of(Cast.Bernd), "Aufnehmen");
        Assert.NotNull(page.ErrorAt(Asked.Meal.Label));
        await Forms.SubmitAsync(page, Asked.Answers(Cast.Bernd), "Aufnehmen");

        Assert.Equal(["Ohne Fleisch", "2", "Aus Löningen"], Assert.Single(await app.RegistrationsAsync()).Answers.Select(answer => answer.Text));
    }

    [Fact]
    public async Task A_question_that_comes_in_between_is_asked_by_hand_too()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath), Answers.Of(Cast.Bernd), "Aufnehmen");
        await app.AskAsync(Asked.Meal);

        var page = await form.SendAsync();

        Assert.NotNull(page.ErrorAt(Asked.Meal.Label));
        Assert.Equal(Cast.Bernd.FamilyName, page.ValueOf("Nachname"));
        Assert.Empty(await app.RegistrationsAsync());
    }

    [Fact]
    public async Task Erasing_a_person_erases_the_answers()
    {
        await using var app = await AskingAppAsync();
        await Forms.SubmitAsync(await Asked.CheckAsync(app, Cast.Anna), "Jetzt anmelden");
        var anna = Assert.Single(await app.RegistrationsAsync());
        var organizer = await app.SignInAsync(Cast.Organizer);

        await Forms.SubmitAsync(await organizer.OpenAsync(Desk.PathOf(anna) + "/loeschen"), "Ja");

        Assert.Empty(Assert.Single(await app.RegistrationsAsync()).Answers);
        Assert.DoesNotContain("Löningen", (await organizer.OpenAsync(Desk.Path)).Text, StringComparison.Ordinal);
    }

    private static async Task<TestApp> AskingAppAsync()
    {
        var app = new TestApp();
        await app.AskAsync(Asked.Meal, Asked.Cars, Asked.Bus);
        return app;
    }
}
