using CsCheck;
using Netzwerk.Domain;

namespace Netzwerk.Tests.Domain;

public class MailTextTests
{
    private static readonly Dictionary<string, string> Anna = MailText.Names.ToDictionary(name => name, name => name == MailText.GivenName ? "Anna" : $"<{name}>", StringComparer.Ordinal);

    private static readonly string[] Signs = ["{", "}", "{{", "}}", "{}", "{ }", " ", "\n", "Hallo", "{0}", "{Vorname", "Vorname}", "{Ort}", "{Vorname}", "{{Vorname}}", "{vorname}", "{Abmelden-bis}"];

    /// <summary>Braces and names as somebody would mix them up, and as somebody would try to break out.</summary>
    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.Int[0, Signs.Length - 1].Select(index => Signs[index]),
        Gen.String[0, 5]);

    private static readonly Gen<string> Texts = Pieces.Array[0, 8].Select(string.Concat);

    [Fact]
    public void Placeholders_become_what_they_stand_for() =>
        Assert.Equal("Liebe Anna, bis <Abmelden-bis>!", MailText.Fill("Liebe {Vorname}, bis {Abmelden-bis}!", Anna));

    [Fact]
    public void An_empty_value_leaves_no_gap() =>
        Assert.Equal("Guten Tag, Anna", MailText.Fill("Guten Tag {Nachname}, {Vorname}", new Dictionary<string, string> { ["Nachname"] = "", ["Vorname"] = "Anna" }));

    [Fact]
    public void A_value_is_never_read_again()
    {
        // The names that visitors could try, placed between two placeholders.
        Texts.Sample(name => Assert.Equal(
            $"A{name}B{name}C", MailText.Fill("A{Vorname}B{Nachname}C", new Dictionary<string, string> { ["Vorname"] = name, ["Nachname"] = name })), iter: 10_000);
    }

    [Fact]
    public void What_has_no_fault_is_filled_without_a_brace_left() => Texts.Sample(text =>
    {
        if (MailText.FaultIn(text, Anna) is null) Assert.DoesNotContain(MailText.Fill(text, Anna), sign => sign is '{' or '}');
    }, iter: 20_000);

    [Fact]
    public void Whatever_is_stored_a_mail_can_be_written() => Texts.Sample(text => MailText.Fill(text, Anna) is not null && MailText.Fill(text, new Dictionary<string, string>()) == text, iter: 20_000);

    [Theory]
    [InlineData("Liebe {Vorname, schön", MailTextTrouble.NotClosed, "{Vorname, schön")]
    [InlineData("Liebe Vorname}, schön", MailTextTrouble.NotOpened, "Liebe Vorname}")]
    [InlineData("Liebe {Vorname\n} schön", MailTextTrouble.NotClosed, "{Vorname")]
    [InlineData("Liebe {Name}", MailTextTrouble.Unknown, "{Name}")]
    [InlineData("Liebe {vorname}", MailTextTrouble.Unknown, "{vorname}")]
    [InlineData("Liebe {}", MailTextTrouble.Unknown, "{}")]
    [InlineData("{{Vorname}}", MailTextTrouble.NotClosed, "{{Vorname}}")]
    public void What_cannot_be_filled_is_named(string text, MailTextTrouble trouble, string near) =>
        Assert.Equal(new MailTextFault(trouble, near), MailText.FaultIn(text, Anna));

    [Fact]
    public void What_this_event_has_nothing_for_is_named() =>
        Assert.Equal(new MailTextFault(MailTextTrouble.Empty, "{Ort}"), MailText.FaultIn("Wo? {Ort}", new Dictionary<string, string>(Anna) { ["Ort"] = "" }));
}
