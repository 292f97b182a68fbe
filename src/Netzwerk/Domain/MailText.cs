using System.Text.RegularExpressions;

namespace Netzwerk.Domain;

/// <summary>
/// The office's own words in a mail: plain text with placeholders in braces from a closed list. A value is put in once and never read
/// again, so a name with braces stays what it is.
/// </summary>
public static partial class MailText
{
    public const string GivenName = "Vorname";
    public const string FamilyName = "Nachname";
    public const string Title = "Titel";
    public const string Date = "Datum";
    public const string Hours = "Uhrzeit";
    public const string Place = "Ort";
    public const string Reference = "Kennung";
    public const string Contact = "Ansprechperson";
    public const string CancelBy = "Abmelden-bis";

    /// <summary>In UTF-16 units.</summary>
    public const int Longest = 2000;

    private const int Shown = 20;

    /// <summary>In the order in which they are explained.</summary>
    public static IReadOnlyList<string> Names { get; } = [GivenName, FamilyName, Title, Date, Hours, Place, Reference, Contact, CancelBy];

    /// <param name="values">By name. A placeholder that is not among them stays as it is.</param>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Brace().Replace(text, match =>
        !match.Groups["name"].Success || !values.TryGetValue(match.Groups["name"].Value, out var value) ? match.Value
        // An empty value takes the space before it along: „Guten Tag {Vorname},“ becomes „Guten Tag,“.
        : value.Length == 0 ? "" : match.Groups["space"].Value + value);

    /// <summary>The first thing that keeps the text from being filled; null when all is well.</summary>
    /// <param name="values">What this event and some guest would put in.</param>
    public static MailTextFault? FaultIn(string text, IReadOnlyDictionary<string, string> values)
    {
        foreach (Match match in Brace().Matches(text))
        {
            var name = match.Groups["name"];
            if (!name.Success) return match.Value == "{" ? new(MailTextTrouble.NotClosed, Around(text, match.Index, Shown)) : new(MailTextTrouble.NotOpened, Around(text, match.Index + 1, -Shown));
            if (!Names.Contains(name.Value, StringComparer.Ordinal)) return new(MailTextTrouble.Unknown, match.Value.Trim());
            if (values.GetValueOrDefault(name.Value) is not { Length: > 0 }) return new(MailTextTrouble.Empty, match.Value.Trim());
        }
        return null;
    }

    /// <summary>Up to <paramref name="length"/> characters of the line from there on; a negative length looks back.</summary>
    private static string Around(string text, int at, int length)
    {
        var part = length > 0 ? text[at..Math.Min(text.Length, at + length)] : text[Math.Max(0, at + length)..at];
        return length > 0 ? part.Split('\n')[0] : part.Split('\n')[^1];
    }

    [GeneratedRegex(@"(?<space> ?)\{(?<name>[^{}\n]*)\}|[{}]", RegexOptions.NonBacktracking)]
    private static partial Regex Brace();
}

/// <param name="Near">The words at which it stands.</param>
public sealed record MailTextFault(MailTextTrouble Trouble, string Near);

public enum MailTextTrouble
{
    NotClosed,
    NotOpened,
    Unknown,

    /// <summary>This event has nothing to put in.</summary>
    Empty,
}
