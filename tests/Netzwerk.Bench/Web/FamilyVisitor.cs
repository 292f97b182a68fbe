using System.Text.RegularExpressions;
using Netzwerk.Bench.Load;

namespace Netzwerk.Bench.Web;

/// <summary>
/// A parent signs up with two children, without script: every request that a browser makes for it but the assets, every answer looked at,
/// and each time another family.
/// </summary>
public sealed partial class FamilyVisitor(int port) : Visitor(port)
{
    public const string EventPath = "/veranstaltungen/jubilaeum-2022";
    public const string FormPath = EventPath + "/anmeldung";
    public const string EventHeading = "Jubiläumsfeier";
    public const string FormHeading = "Wer kommt?";

    private const string FirstChild = "Form.Children%5B0%5D.FirstName=Mia&Form.Children%5B0%5D.Age=3";
    private const string SecondChild = "&Form.Children%5B1%5D.FirstName=Jonas&Form.Children%5B1%5D.Age=7&Form.Children%5B1%5D.CallRequested=true";
    private static readonly byte[] GetEvent = Get(EventPath);
    private static readonly byte[] GetForm = Get(FormPath);
    protected override void Visit()
    {
        Page.Expect(Ask(GetEvent), EventHeading);
        Page.Expect(Ask(GetForm), FormHeading).HasFields("Form.GivenName", "Form.FamilyName", "Form.Email", "Form.Phone", "Form.FurtherAdults", "Form.Childcare", "Form.Question");

        var family = Told.NextFamily();
        var children = Page.Expect(Ask(SendWho(family)), "Kinder");
        children.HasFields("Form.Children[0].FirstName", "Form.Children[0].Age");
        var two = Page.Expect(Ask(Post(FormPath + "/kinder", $"journey={children.Hidden("journey")}&{FirstChild}&move={children.Button("Weiteres Kind hinzufügen")}")), "Kinder");
        two.HasFields("Form.Children[1].FirstName", "Form.Children[1].Age", "Form.Children[1].CallRequested");
        var check = Page.Expect(Ask(SendChildren(two)), "Prüfen und absenden");

        var done = Page.Expect(Ask(Get(LastPage(Ask(SendAll(check))))), "Sie sind angemeldet");
        if (done.Between("<p class=\"nw-reference\">", "</p>") is not { } reference || !Reference().IsMatch(reference)) throw new InvalidDataException("no reference on the last page");
        Told.Registered();
    }

    internal static byte[] SendWho(string family) => Post(FormPath,
        $"Form.GivenName=Leyla&Form.FamilyName=Muster-{family}&Form.Email=familie-{family}%40beispiel.example&Form.Phone=0171+3920012"
        + "&Form.FurtherAdults=1&Form.Childcare=ja&Form.Question=Gibt+es+Hilfe+beim+Wiedereinstieg%3F");

    internal static byte[] SendChildren(Page children) =>
        Post(FormPath + "/kinder", $"journey={children.Hidden("journey")}&{FirstChild}{SecondChild}&move={children.Button("Weiter")}");

    internal static byte[] SendAll(Page check) => Post(FormPath + "/pruefen", $"journey={check.Hidden("journey")}&move={check.Button("Jetzt anmelden")}");

    /// <summary>Where the answer to the last form leads: only who is registered gets there.</summary>
    internal static string LastPage(Answer sent) =>
        sent.Status == 302 && sent.Location is { } address ? address : throw new InvalidDataException($"status {sent.Status} instead of the way to the last page");

    [GeneratedRegex("^NW-[A-Z0-9]{6}$")]
    private static partial Regex Reference();
}
