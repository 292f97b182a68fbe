using System.Net;
using System.Text;
using CsCheck;
using Netzwerk.Domain;
using Netzwerk.Features.SignUp;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

/// <summary>
/// Whatever is typed: no answer is a 5xx, and either it is stored as it was sent (without what nobody sees, line ends as LF), or a German sentence stands at
/// the field and all that was typed is still there.
/// </summary>
public sealed class FuzzTests
{
    private const int Cases = 2_000;

    private static readonly string[] Awkward =
    [
        "\0", "\r\n", "\r", "\n", "\t", "\u001B[31m", "\u0085", "\u2028", "\u202E", "\u2066", "\u200F", "\u200D", "\uFEFF", "\uFFFD", "\uD83D", "\uDE00", "😀", "👩‍👧‍👦",
        "{{", "}}", "{{persoenlicher-link}}", "${7*7}", "=cmd|' /C calc'!A0", "+49", "-1", "@SUM(A1)", "＝1+1", "<script>alert(1)</script>", "&lt;", "\"", "'", "`", "\\", "%00", "%0d%0a",
        "';DROP TABLE Registrations;--", "аnnа", "Ａｎｎａ", "ß", "ﬁ", "O\u0308", "محمد", "עברית", "王", "\u0301\u0301\u0301", "  ", "\u00A0", "\u3000", "https://böse.example/x", "Bcc: x@y.de",
    ];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (4, Gen.String[Gen.Char['a', 'z'], 1, 8]),
        (3, Gen.OneOf(Awkward)),
        (1, Gen.String[0, 12]),
        (1, Gen.Select(Gen.OneOf(Awkward), Gen.Int[1, 600], (sign, times) => string.Concat(Enumerable.Repeat(sign, times)))));

    private static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.Const("Anna")),
        (1, Gen.Const("")),
        (6, Piece.Array[1, 4].Select(string.Concat)));

    private static readonly Gen<string> Email = Gen.Frequency(
        (5, Gen.Int[0, int.MaxValue].Select(n => $"f{n}@example.org")),
        (1, Gen.Select(Gen.Int[0, int.MaxValue], Piece, (n, piece) => $"f{n}{piece}@example.org")),
        (1, Gen.Select(Gen.Int[0, int.MaxValue], Piece, (n, piece) => $"f{n}@{piece}.org")),
        (1, Text));

    private static readonly Gen<string> Phone = Gen.Frequency((3, Gen.OneOf("0171 3920012", "+49 (4471) 15-0", "")), (1, Text));

    private static readonly Gen<string> Number = Gen.Frequency((6, Gen.OneOf("0", "1", "2")), (1, Gen.OneOf("18", "-1", "99999999999999999999", "1e3", "٣", "")), (1, Text));

    private static readonly Gen<(string First, string Age)[]> Children = Gen.Select(Text, Number).Array[1, 2];

    private static readonly Gen<(string Bus, string Cars, string Meal)> Extra = Gen.Select(
        Gen.Frequency((4, Gen.Const("")), (1, Text)), Number, Gen.Frequency((3, Gen.OneOf([.. Asked.Meal.Choices, ""])), (1, Text)));

    private static readonly Gen<Typed> Everything = Gen.Select(
        Gen.Select(Text, Text, Email, Phone), Gen.Select(Number, Gen.OneOf("ja", "nein", "nein"), Text), Children, Extra,
        (who, more, children, extra) => new Typed(who.Item1, who.Item2, who.Item3, who.Item4, more.Item1, more.Item2, more.Item3, children, extra.Bus, extra.Cars, extra.Meal));

    [Fact]
    public async Task Whatever_is_typed_is_stored_as_sent_or_named()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => (ev.Seats, ev.ChildcareSeats) = (null, null));
        await app.AskAsync(Asked.Bus, Asked.Cars, Asked.Meal with { IsRequired = false });
        var client = app.Browser();
        var (stored, named) = (0, 0);

        await Everything.SampleAsync(
            async typed =>
            {
                if (await WalkAsync(app, client, typed)) Interlocked.Increment(ref stored);
                else Interlocked.Increment(ref named);
            },
            iter: Math.Max(Cases, Check.Iter), threads: 2, print: typed => typed.ToString());

        // Both ways have to be walked often, else the cases are too tame or too wild.
        Assert.True(stored > Cases / 20 && named > Cases / 20, $"{stored} stored, {named} named");
    }

    /// <returns>Whether it came to a registration.</returns>
    private static async Task<bool> WalkAsync(TestApp app, HttpClient client, Typed typed)
    {
        var page = await PostAsync(client, "", typed.Who());
        if (page.Heading == "Wer kommt?") return Named(page, typed.Who());
        if (typed.Childcare == WhoForm.Yes)
        {
            var children = typed.ChildFields(page.Document.QuerySelector("[name=journey]")!.GetAttribute("value")!);
            page = await PostAsync(client, "/kinder", children);
            if (page.Heading == "Kinder") return Named(page, children);
        }
        Assert.Equal("Prüfen und absenden", page.Heading);
        var done = await Forms.SubmitAsync(page, "Jetzt anmelden");
        Assert.Equal("Sie sind angemeldet", done.Heading);
        await SameAsync(app, typed, done.Document.QuerySelector(".nw-reference")!.TextContent.Trim());
        return true;
    }

    private static async Task<Page> PostAsync(HttpClient client, string step, Dictionary<string, string> fields)
    {
        var page = await Page.ReadAsync(client, await client.PostAsync(Answers.FormPath + step, new FormUrlEncodedContent(fields)));
        Assert.True(page.Status is HttpStatusCode.OK or HttpStatusCode.RequestEntityTooLarge, page.Where);
        return page;
    }

    private static bool Named(Page page, Dictionary<string, string> sent)
    {
        if (page.Status == HttpStatusCode.RequestEntityTooLarge) return false;
        Assert.NotEmpty(page.Errors);
        Assert.All(page.Document.QuerySelectorAll(".nw-error-summary a"), link =>
            Assert.NotNull(page.Document.GetElementById($"{link.GetAttribute("href")![1..]}-error")));
        foreach (var (name, value) in sent.Where(field => field.Key is not ("journey" or "move" or "Form.FurtherAdults" or "Form.Childcare" or "Form.Answers[2].Text")))
        {
            var control = page.Document.QuerySelector($"[name='{name}']")!;
            var shown = control is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : control.GetAttribute("value");
            // Of a field with nothing but blanks MVC keeps nothing (a NUL is gone before that); there is nothing to lose.
            Assert.Equal(string.IsNullOrWhiteSpace(value.Replace("\0", "", StringComparison.Ordinal)) ? "" : OnTheWire(value), shown!.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        }
        return false;
    }

    private static async Task SameAsync(TestApp app, Typed typed, string reference)
    {
        var all = await app.DbAsync(db => Task.FromResult(db.Registrations.Where(registration => registration.Reference == reference).ToList()));
        // The same family twice is stored once, under the first reference.
        if (all is not [var registration]) return;
        Assert.Equal(
            (PastedText.Name(Received(typed.GivenName)), PastedText.Name(Received(typed.FamilyName)), EmailAddress.Read(Received(typed.Email)), Sent(typed.Question), PastedText.Phone(Received(typed.Phone))),
            (registration.GivenName, registration.FamilyName, registration.Email, registration.Question ?? "", registration.Phone ?? ""));
        Assert.Equal(
            new[] { Sent(typed.Bus), PastedText.Number(Received(typed.Cars)), Sent(typed.Meal) }.Where(text => text.Length > 0), registration.Answers.Select(answer => answer.Text));
        if (typed.Childcare == WhoForm.Yes)
            Assert.Equal(typed.Children.Select(child => (PastedText.Name(Received(child.First)), PastedText.Number(Received(child.Age)))), registration.Children.OrderBy(c => c.Position).Select(c => (c.FirstName, $"{c.Age}")));
    }

    private static string Sent(string typed) => TypedText.Clean(Received(typed));

    private static string Received(string typed) => TypedText.Received(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed)));

    /// <summary>What is left on the way in, and what HTML makes of line ends.</summary>
    private static string OnTheWire(string typed) => Received(typed).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private sealed record Typed(
        string GivenName, string FamilyName, string Email, string Phone, string FurtherAdults, string Childcare, string Question, (string First, string Age)[] Children,
        string Bus, string Cars, string Meal)
    {
        public Dictionary<string, string> Who() => new(StringComparer.Ordinal)
        {
            ["Form.GivenName"] = GivenName,
            ["Form.FamilyName"] = FamilyName,
            ["Form.Email"] = Email,
            ["Form.Phone"] = Phone,
            ["Form.FurtherAdults"] = FurtherAdults,
            ["Form.Childcare"] = Childcare,
            ["Form.Question"] = Question,
            ["Form.Answers[0].QuestionId"] = Asked.Bus.Id.ToString(),
            ["Form.Answers[0].Text"] = Bus,
            ["Form.Answers[1].QuestionId"] = Asked.Cars.Id.ToString(),
            ["Form.Answers[1].Text"] = Cars,
            ["Form.Answers[2].QuestionId"] = Asked.Meal.Id.ToString(),
            ["Form.Answers[2].Text"] = Meal,
        };

        public Dictionary<string, string> ChildFields(string journey)
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["journey"] = journey, ["move"] = "next" };
            for (var i = 0; i < Children.Length; i++)
                (fields[$"Form.Children[{i}].FirstName"], fields[$"Form.Children[{i}].Age"]) = Children[i];
            return fields;
        }
    }
}
