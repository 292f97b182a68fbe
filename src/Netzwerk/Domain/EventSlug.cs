using System.Text;

namespace Netzwerk.Domain;

/// <summary>The last part of an event's address: small letters, digits and hyphens; the umlauts as one spells them out.</summary>
public static class EventSlug
{
    public const int MaxLength = 60;

    /// <summary>Words that stand in the same place of an address and lead elsewhere.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "neu" };

    /// <summary>„Frühstück für alle“ on some day in 2023 becomes <c>fruehstueck-fuer-alle-2023</c>.</summary>
    public static string Of(string shortTitle, DateOnly date)
    {
        var year = $"-{date.Year}";
        var words = Spell(shortTitle);
        if (words.EndsWith(year, StringComparison.Ordinal)) words = words[..^year.Length];
        if (words.Length == 0) words = "termin";
        return words[..Math.Min(words.Length, MaxLength - year.Length - 3)].TrimEnd('-') + year;
    }

    /// <summary>The address itself, then with -2, -3 and so on, for one that is taken.</summary>
    public static IEnumerable<string> Variants(string slug) => Enumerable.Range(1, 99).Select(number => number == 1 ? slug : $"{slug}-{number}");

    public static bool IsValid(string slug) => slug.Length is > 0 and <= MaxLength && slug == Spell(slug) && !Taken.Contains(slug);

    private static string Spell(string text)
    {
        var slug = new StringBuilder(text.Length);
        var german = text.Normalize().Replace("ä", "ae", StringComparison.OrdinalIgnoreCase).Replace("ö", "oe", StringComparison.OrdinalIgnoreCase).Replace("ü", "ue", StringComparison.OrdinalIgnoreCase);
        foreach (var sign in Folding.Fold(german))
        {
            if (char.IsAsciiLetterOrDigit(sign)) slug.Append(sign);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }
}
