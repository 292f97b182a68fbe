using System.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Questions;

public sealed class QuestionsTests
{
    private const string Path = Rooms.Event + "/fragen";
    private const string Kind = "Antwort", Text = "Kurzer Text: eine Zeile", Choice = "Auswahl: Sie geben die Antworten vor", Number = "Zahl: von 0 bis 9999";

    [Fact]
    public async Task The_organizer_asks_and_the_form_shows_it_with_the_next_request()
    {
        await using var app = new TestApp();
        await app.OpenAsync(Answers.FormPath);
        var overview = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event);

        var list = await overview.FollowAsync("Eigene Fragen an die Familien");
        var page = await Forms.SubmitAsync(await list.FollowAsync("Frage hinzufügen"), Values("Welches Essen?", Choice, "Mit Fleisch\n\n Ohne Fleisch ", Forms.Ticked), "Speichern");

        Assert.Contains("Die Frage ist gespeichert.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Auswahl, Pflicht. Noch keine Antwort.", page.Text, StringComparison.Ordinal);
        Assert.True((await app.OpenAsync(Answers.FormPath)).HasField("Welches Essen?"));
        Assert.Equal(["Mit Fleisch", "Ohne Fleisch"], Assert.Single((await app.EventAsync()).Questions).Choices);
        var entry = Assert.Single(await Rooms.AuditAsync(app, AuditAct.QuestionsEdited));
        Assert.Equal((Cast.Organizer.Name, "Neue Frage"), (entry.By, entry.Fields));
    }

    [Theory]
    [InlineData("", Text, "", "Frage", "Schreiben Sie die Frage auf")]
    [InlineData("Was\uFFFD?", Text, "", "Frage", "nicht lesbar angekommen")]
    [InlineData("Was?", Choice, "nur eine", "Antworten zur Auswahl", "2 bis 10 Antworten")]
    [InlineData("Was?", Choice, "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk", "Antworten zur Auswahl", "2 bis 10 Antworten")]
    [InlineData("Was?", Choice, "Ja\nja", "Antworten zur Auswahl", "steht zweimal da")]
    public async Task What_does_not_fit_is_explained_at_the_field_and_nothing_is_lost(string label, string kind, string choices, string field, string sentence)
    {
        await using var app = new TestApp();

        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Path + "/neu"), Values(label, kind, choices, Forms.Ticked), "Speichern");

        Assert.Contains(sentence, page.ErrorAt(field), StringComparison.Ordinal);
        Assert.Equal((label, kind, choices, Forms.Ticked), (page.ValueOf("Frage"), page.ValueOf(Kind), page.ValueOf("Antworten zur Auswahl")!.ReplaceLineEndings("\n"), page.ValueOf("Pflicht")));
        Assert.Empty((await app.EventAsync()).Questions);
    }

    [Fact]
    public async Task Five_are_enough()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await Rooms.OpenAsync(app, Cast.Organizer, Path + "/neu"), Values("Und noch etwas?", Text), "Speichern");
        await app.AskAsync([.. Enumerable.Range(1, 5).Select(n => Asked.Bus with { Id = Guid.CreateVersion7(), Label = $"Frage {n}?" })]);

        var page = await form.SendAsync();

        Assert.Contains("Mehr als 5 Fragen sind nicht möglich", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("Und noch etwas?", page.ValueOf("Frage"));
        Assert.DoesNotContain("Frage hinzufügen", (await page.Client.OpenAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_change_their_place_and_their_words()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal, Asked.Cars);
        var list = await Rooms.OpenAsync(app, Cast.Organizer, Path);

        list = await Forms.SubmitAsync(list, "Nach oben: " + Asked.Cars.Label);
        Assert.Equal([Asked.Cars.Id, Asked.Meal.Id], (await app.EventAsync()).Questions.Select(question => question.Id));
        var edit = await list.FollowAsync("Ändern: " + Asked.Meal.Label);
        await Forms.SubmitAsync(edit, Values("Welches Essen?", Choice, "Fisch\nFleisch"), "Speichern");

        var meal = (await app.EventAsync()).Questions[1];
        Assert.Equal((Asked.Meal.Id, "Welches Essen?", false), (meal.Id, meal.Label, meal.IsRequired));
        Assert.Equal(["Reihenfolge", "Frage, Antworten zur Auswahl, Pflicht"], (await Rooms.AuditAsync(app, AuditAct.QuestionsEdited)).Select(entry => entry.Fields));
    }

    [Fact]
    public async Task The_kind_of_an_answered_question_stays_and_its_words_may_change()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal, Asked.Cars, Asked.Bus);
        await Forms.SubmitAsync(await Asked.CheckAsync(app, Cast.Anna), "Jetzt anmelden");
        var edit = await Rooms.OpenAsync(app, Cast.Organizer, $"{Path}/{Asked.Bus.Id}");
        Assert.Contains("Eine Familie hat schon geantwortet.", edit.Text, StringComparison.Ordinal);

        var refused = await Forms.SubmitAsync(edit, Values("Woher?", Number), "Speichern");
        Assert.Contains("Deshalb bleibt die Art der Antwort, wie sie ist.", refused.ErrorAt(Kind), StringComparison.Ordinal);
        await Forms.SubmitAsync(refused, Values("Woher?", Text), "Speichern");

        Assert.Equal(QuestionKind.ShortText, (await app.EventAsync()).Questions[2].Kind);
        Assert.Equal("Woher?", (await app.EventAsync()).Questions[2].Label);
        Assert.Equal(Asked.Bus.Label, Assert.Single(await app.RegistrationsAsync()).Answers[2].Label);
    }

    [Fact]
    public async Task A_removed_question_is_not_asked_any_more_and_its_answers_stay()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal, Asked.Cars, Asked.Bus);
        await Forms.SubmitAsync(await Asked.CheckAsync(app, Cast.Anna), "Jetzt anmelden");

        var ask = await Rooms.OpenAsync(app, Cast.Organizer, $"{Path}/{Asked.Bus.Id}/entfernen");
        Assert.Contains("Die eine Antwort, die es schon gibt, bleibt", ask.Text, StringComparison.Ordinal);
        await Forms.SubmitAsync(ask, "Ja, entfernen");
        await Forms.SubmitAsync(ask, "Ja, entfernen");

        Assert.False((await app.OpenAsync(Answers.FormPath)).HasField(Asked.BusLabel));
        var anna = Assert.Single(await app.RegistrationsAsync());
        Assert.Contains("Aus Löningen", (await ask.Client.OpenAsync($"{Rooms.Event}/anmeldungen/{anna.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("\"Aus Löningen\"", await ask.Client.GetStringAsync(Rooms.Csv), StringComparison.Ordinal);
        Assert.Equal("Frage entfernt", Assert.Single(await Rooms.AuditAsync(app, AuditAct.QuestionsEdited)).Fields);
    }

    [Fact]
    public async Task The_only_question_leaves_the_form_with_the_next_request()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal);
        var ask = await Rooms.OpenAsync(app, Cast.Organizer, $"{Path}/{Asked.Meal.Id}/entfernen");
        Assert.True((await app.OpenAsync(Answers.FormPath)).HasField(Asked.Meal.Label));

        await Forms.SubmitAsync(ask, "Ja, entfernen");

        Assert.False((await app.OpenAsync(Answers.FormPath)).HasField(Asked.Meal.Label));
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_what_the_first_one_changed_and_loses_nothing()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal);
        var path = $"{Path}/{Asked.Meal.Id}";
        var second = await Rooms.OpenAsync(app, Cast.Organizer, path);
        await Forms.SubmitAsync(await second.Client.OpenAsync(path), Values(Asked.Meal.Label, Choice, "Fisch\nFleisch", Forms.Ticked), "Speichern");

        var conflict = await Forms.SubmitAsync(second, Values("Was essen Sie?", Choice, string.Join('\n', Asked.Meal.Choices), Forms.Ticked), "Speichern");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains($"{Cast.Organizer.Name} hat diese Frage inzwischen geändert.", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("Antworten zur Auswahl, jetzt: Fisch, Fleisch", conflict.Text, StringComparison.Ordinal);
        await Forms.SubmitAsync(conflict, "Speichern");
        var meal = Assert.Single((await app.EventAsync()).Questions);
        Assert.Equal("Was essen Sie?", meal.Label);
        Assert.Equal(["Fisch", "Fleisch"], meal.Choices);
    }

    [Fact]
    public async Task What_was_typed_to_a_question_that_is_gone_may_become_a_new_one()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal);
        var edit = await Rooms.OpenAsync(app, Cast.Organizer, $"{Path}/{Asked.Meal.Id}");
        await app.ChangeEventAsync(ev => ev.StopAsking(Asked.Meal.Id));

        var gone = await Forms.SubmitAsync(edit, Values("Was essen Sie?", Choice, "Fisch\nFleisch"), "Speichern");
        Assert.Equal(HttpStatusCode.Conflict, gone.Status);
        await Forms.SubmitAsync(gone, "Als neue Frage speichern");

        Assert.Equal("Was essen Sie?", Assert.Single((await app.EventAsync()).Questions).Label);
        Assert.Equal(HttpStatusCode.NotFound, (await gone.Client.OpenAsync($"{Path}/{Asked.Meal.Id}")).Status);
    }

    private static Dictionary<string, string> Values(string label, string kind, string choices = "", string required = Forms.Unticked) =>
        new(StringComparer.Ordinal) { ["Frage"] = label, [Kind] = kind, ["Antworten zur Auswahl"] = choices, ["Pflicht"] = required };
}
