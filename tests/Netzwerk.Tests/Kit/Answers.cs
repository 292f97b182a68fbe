using Netzwerk.Domain;

namespace Netzwerk.Tests.Kit;

/// <summary>What people write into the sign-up form, by its labels.</summary>
public static class Answers
{
    public const string FormPath = $"/veranstaltungen/{TestApp.Anniversary}/anmeldung";

    public static Dictionary<string, string> Of(Parent parent, string childcare = "Nein", int furtherAdults = 0, string question = "") => new(StringComparer.Ordinal)
    {
        ["Vorname"] = parent.GivenName,
        ["Nachname"] = parent.FamilyName,
        ["E-Mail-Adresse"] = parent.Email,
        ["Telefonnummer"] = parent.Phone ?? "",
        ["Weitere Erwachsene"] = furtherAdults.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Brauchen Sie Kinderbetreuung?"] = childcare,
        ["Ihre Frage oder Ihr Wunsch an die Fachleute"] = question,
    };

    public static Dictionary<string, string> OfChild(int number, string firstName, int age, bool call = false) => new(StringComparer.Ordinal)
    {
        [$"Kind {number} > Vorname des Kindes"] = firstName,
        [$"Kind {number} > Alter in Jahren"] = age.ToString(System.Globalization.CultureInfo.InvariantCulture),
        [$"Kind {number} > Bitte rufen Sie mich wegen dieses Kindes an"] = call ? Forms.Ticked : Forms.Unticked,
    };

    /// <summary>Walks to „Prüfen und absenden“ through the real pages.</summary>
    public static async Task<Page> ToCheckAsync(this TestApp app, Parent parent, HttpClient? browser = null, string question = "", params ChildInCare[] children)
    {
        var page = await (browser ?? app.Browser()).OpenAsync(FormPath);
        page = await Forms.SubmitAsync(page, Of(parent, children.Length == 0 ? "Nein" : "Ja", question: question), "Weiter");
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            page = await Forms.SubmitAsync(page, OfChild(i + 1, child.FirstName, child.Age, child.CallRequested), i + 1 < children.Length ? "Weiteres Kind hinzufügen" : "Weiter");
        }
        return page;
    }

    /// <summary>Signs up through the real pages; the answer is the last one.</summary>
    public static async Task<Page> SignUpAsync(this TestApp app, Parent parent, HttpClient? browser = null, string question = "", params ChildInCare[] children) =>
        await Forms.SubmitAsync(await app.ToCheckAsync(parent, browser, question, children), "Jetzt anmelden");
}
