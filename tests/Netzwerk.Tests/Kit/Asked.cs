using Netzwerk.Domain;

namespace Netzwerk.Tests.Kit;

/// <summary>Questions of its own that a test lets the event ask.</summary>
public static class Asked
{
    public static ExtraQuestion Meal => new(Guid.Parse("0193a000-0000-7000-8000-000000000001"), "Welches Essen möchten Sie?", QuestionKind.Choice, true, ["Mit Fleisch", "Ohne Fleisch"]);

    public static ExtraQuestion Cars => new(Guid.Parse("0193a000-0000-7000-8000-000000000002"), "Wie viele Parkplätze brauchen Sie?", QuestionKind.Number, false, []);

    public static ExtraQuestion Bus => new(Guid.Parse("0193a000-0000-7000-8000-000000000003"), "Von wo kommen Sie?", QuestionKind.ShortText, false, []);

    public static string CarsLabel => Cars.Label + " (freiwillig)";

    public static string BusLabel => Bus.Label + " (freiwillig)";

    public static Task AskAsync(this TestApp app, params ExtraQuestion[] questions) => app.ChangeEventAsync(ev =>
    {
        foreach (var question in questions) ev.Ask(question);
    });

    /// <summary>The sign-up form's first step, with answers.</summary>
    public static Dictionary<string, string> Answers(Parent parent, string meal = "Ohne Fleisch", string cars = "2", string bus = "Aus Löningen", string childcare = "Nein")
    {
        var values = Kit.Answers.Of(parent, childcare);
        (values[Meal.Label], values[CarsLabel], values[BusLabel]) = (meal, cars, bus);
        return values;
    }

    public static async Task<Page> CheckAsync(TestApp app, Parent parent) =>
        await Forms.SubmitAsync(await app.OpenAsync(Kit.Answers.FormPath), Answers(parent), "Weiter");
}
