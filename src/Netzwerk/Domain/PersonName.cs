using System.Globalization;
using System.Text;

namespace Netzwerk.Domain;

/// <summary>
/// What may stand in a letter as somebody's name. Whoever registers a stranger's address could else have the county send that stranger a
/// message, a link or a number. A name that is not plain is stored and shown as typed, and left out of mails.
/// </summary>
public static class PersonName
{
    private const int Longest = 80;
    private const int LongestWord = 40;
    private const int LongestUnspacedWord = 12;
    private const int MostWords = 7;
    private const int MostNames = 4;
    private const int MostInSmallLetters = 3;
    private const int LongestAbbreviation = 4;

    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "von", "vom", "zu", "zum", "zur", "van", "de", "del", "della", "der", "den", "la", "le", "el", "al", "bin", "ibn", "bint", "abu", "ben", "da", "do", "dos", "di", "ter", "ten", "und",
    };

    /// <summary>A few words of letters of any script, with hyphens, apostrophes and abbreviations („Dr.“, „J. R.“).</summary>
    public static bool IsPlain(string name)
    {
        if (name.Length > Longest || !TypedText.HasLetter(name)) return false;
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords || !Array.TrueForAll(words, IsPlainWord)) return false;
        var names = words.Where(word => !Particles.Contains(word)).ToList();
        return names.Count <= MostNames && names.Count(word => char.IsLower(word[0])) <= MostInSmallLetters;
    }

    /// <summary>
    /// The first word that a mail program would make a link of; null where there is none. A form sends such a name back, whatever else it
    /// takes: a dot with letters on both sides is an address („x.de“), behind initials it is a name („A.Müller“).
    /// </summary>
    public static string? LinkIn(string name) => Array.Find(name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), IsLink);

    private static bool IsLink(string word)
    {
        var spelled = word.Normalize(NormalizationForm.FormKC).Replace('\u3002', '.');
        if (spelled.Contains('@', StringComparison.Ordinal) || spelled.Contains("//", StringComparison.Ordinal)) return true;
        var parts = spelled.Split('.');
        return parts.Length > 1 && (parts[^1].Contains('/', StringComparison.Ordinal) || parts[..^1].Any(part => part.Length > 1)) && parts[1..].Any(part => part.Length > 1 && char.IsLetterOrDigit(part[0]));
    }

    private static bool IsPlainWord(string word)
    {
        var letters = word.EnumerateRunes().Count();
        return letters <= LongestWord && (letters <= LongestUnspacedWord || !word.EnumerateRunes().Any(IsUnspaced)) && word.EnumerateRunes().All(IsOfName) && HasOnlyAbbreviations(word);
    }

    private static bool IsOfName(Rune rune) => Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || rune.Value is '-' or '\'' or '.' or '`' or 0xB4 or 0xB7 or 0x2010 or 0x2011 or 0x2018 or 0x2019 or 0x200C or 0x200D;

    /// <summary>A dot with more behind it makes an address of a word: only initials may („J.R.“).</summary>
    private static bool HasOnlyAbbreviations(string word)
    {
        var parts = word.Split('.');
        if (parts.Length == 1) return true;
        return parts[^1].Length == 0 && parts.Length == 2 ? parts[0].Split('-')[^1].Length <= LongestAbbreviation : parts[..^1].All(part => part.Length == 1) && parts[^1].Length <= 1;
    }

    /// <summary>Letters of scripts that put no space between words, so that a sentence is one of them.</summary>
    private static bool IsUnspaced(Rune rune) => rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or >= 0x20000;
}
