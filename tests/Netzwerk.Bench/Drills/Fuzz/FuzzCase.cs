using System.Globalization;
using System.Net;
using System.Text;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Domain;

namespace Netzwerk.Bench.Drills.Fuzz;

/// <summary>One form full of awkward things. Its number is in the address, so that what came of it is found again.</summary>
public sealed record FuzzCase(
    int Number, string GivenName, string FamilyName, string Email, string Phone, string FurtherAdults, string Childcare, string Question, IReadOnlyList<(string FirstName, string Age)> Kids)
{
    /// <param name="seed">The same seed and number make the same case.</param>
    public static FuzzCase Make(int seed, int number)
    {
        var random = new Random(HashCode(seed, number));
        var kids = Enumerable.Range(0, random.Next(3)).Select(_ => (Awkward.Text(random, "Kanari"), Whole(random))).ToList();
        return new FuzzCase(number, Awkward.Text(random, "Kanaria"), Awkward.Text(random, "Canary"), Address(random, number), Telephone(random, kids.Count > 0), Whole(random),
            random.Next(30) == 0 ? Awkward.Piece(random, "vielleicht") : kids.Count > 0 ? "ja" : "nein", random.Next(400) == 0 ? new string('x', random.Next(1_000, 1_300_000)) : Awkward.Text(random, "Was kostet ein Kanarienvogel?"), kids);
    }

    public IReadOnlyList<(string Name, string Value)> Who =>
    [
        ("Form.GivenName", GivenName), ("Form.FamilyName", FamilyName), ("Form.Email", Email), ("Form.Phone", Phone), ("Form.FurtherAdults", FurtherAdults), ("Form.Childcare", Childcare), ("Form.Question", Question),
    ];

    public IReadOnlyList<(string Name, string Value)> Children(string journey) =>
    [
        ("journey", journey), ("move", "next"),
        .. Kids.Index().SelectMany(row => new[] { ($"Form.Children[{row.Index}].FirstName", row.Item.FirstName), ($"Form.Children[{row.Index}].Age", row.Item.Age) }),
    ];

    /// <returns>What differs from what was typed, or null.</returns>
    public string? Differs(StoredRegistration row)
    {
        static string? Unlike(string what, string typed, string? stored) => typed == (stored ?? "") ? null : $"{what} „{typed}“ became „{stored}“";
        return Unlike("given name", PastedText.Name(Received(GivenName)), row.GivenName) ?? Unlike("family name", PastedText.Name(Received(FamilyName)), row.FamilyName)
            ?? Unlike("address", EmailAddress.Read(Received(Email)), row.Email) ?? Unlike("phone", PastedText.Phone(Received(Phone)), row.Phone) ?? Unlike("question", Sent(Question), row.Question)
            ?? Unlike("adults", Sent(FurtherAdults), row.FurtherAdults.ToString(CultureInfo.InvariantCulture).PadLeft(Sent(FurtherAdults).Length, '0'))
            ?? (Childcare != "ja" || Kids.Select(kid => (PastedText.Name(Received(kid.FirstName)), Sent(kid.Age).TrimStart('0').PadLeft(1, '0'))).SequenceEqual(row.Kids.Select(kid => (kid.FirstName, $"{kid.Age}"))) ? null : "other children");
    }

    /// <summary>A page that does not go on says why, and every field still holds what was typed.</summary>
    /// <returns>What is missing, or null.</returns>
    public static string? Lacks(Seen page, IReadOnlyList<(string Name, string Value)> typed)
    {
        if (page.Alert is not { Length: > 0 }) return $"the page „{page.Heading}“ names no error";
        foreach (var (name, value) in typed.Where(field => field.Name is not ("journey" or "move" or "Form.FurtherAdults" or "Form.Childcare") && !Awkward.IsBroken(field.Value)))
        {
            // Of nothing but blanks MVC keeps nothing (a NUL is gone before that); there is nothing to lose.
            var expected = string.IsNullOrWhiteSpace(value.Replace("\0", "", StringComparison.Ordinal)) ? "" : Lines(Received(value));
            if (Shown(page, name) is not { } shown || Lines(shown) != expected) return $"field {name} lost „{value[..Math.Min(80, value.Length)]}“";
        }
        return null;
    }

    private static string? Shown(Seen page, string name) => name == "Form.Question"
        // The parser drops the one line break after the start tag.
        ? WebUtility.HtmlDecode(page.Between($"name=\"{name}\"", "</textarea>")?.Split('>', 2)[1])?[1..]
        : WebUtility.HtmlDecode(page.Between($"name=\"{name}\"", ">")?.Split("value=\"", 2) is [_, var rest] ? rest.Split('"')[0] : null);

    private static string Sent(string typed) => TypedText.Clean(Received(typed));

    private static string Received(string typed) => TypedText.Received(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed)));

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string Address(Random random, int number) => random.Next(10) switch
    {
        < 7 => $"canary-{number}@fuzz.example",
        7 => $"canary-{number}{Awkward.Piece(random, "x")}@fuzz.example",
        // Only what goes into an envelope as it stands: of a domain in another script the mail server sees another spelling.
        8 => $"canary-{number}@{string.Concat(Awkward.Piece(random, "x").Where(char.IsAscii))}.example",
        _ => Awkward.Text(random, $"canary-{number}"),
    };

    private static string Telephone(Random random, bool needed) => random.Next(5) switch
    {
        0 => Awkward.Text(random, "0171 3920012"),
        1 => "+49 (4471) 15-0",
        2 when !needed => "",
        _ => "0171 3920012",
    };

    private static string Whole(Random random) => random.Next(8) switch { 0 => Awkward.Piece(random, "1"), 1 => $"{random.Next(-1, 20)}", _ => $"{random.Next(4)}" };

    /// <summary>Not <see cref="System.HashCode"/>, which differs from run to run.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 486_187_739) + (number * 16_777_619));
}
