using System.Globalization;
using System.Text;

namespace Netzwerk.Domain;

/// <summary>
/// Names, addresses and phone numbers are often pasted, and bring along what nobody sees: marks, special spaces and dashes of word processors,
/// chats and web pages. They are left out or mapped before anything is judged.
/// </summary>
public static class PastedText
{
    private const int ZeroWidthNonJoiner = 0x200C, ZeroWidthJoiner = 0x200D;

    /// <summary>One line with plain spaces and hyphens; joiners stay where a script needs them inside a word.</summary>
    public static string Name(string? typed) => Line(typed, keepsJoiners: true);

    /// <summary>What was left alone stays as it is stored: an office may have set its spaces by hand.</summary>
    public static string Name(string? typed, string? stored) => TypedText.Clean(typed) is var clean && clean == stored ? clean : Name(clean);

    /// <summary>Without the mailto: of a copied link and the brackets of a mail program. Is it an address? See <see cref="EmailAddress"/>.</summary>
    public static string Address(string? typed)
    {
        var address = HalfWidth(Line(typed, keepsJoiners: false)).Replace('\uFE6B', '@');
        if (address is ['<', .., '>']) address = address[1..^1].Trim();
        return address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : address;
    }

    public static string Number(string? typed) => HalfWidth(Line(typed, keepsJoiners: false));

    /// <summary>The digits of every script are those of the phone's keys.</summary>
    public static string Phone(string? typed)
    {
        var phone = new StringBuilder();
        foreach (var rune in Line(typed, keepsJoiners: false).EnumerateRunes())
        {
            phone.Append(rune.Value switch
            {
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
                0xFF0B => "+",
                0xFF0F or 0x2044 or 0x2215 => "/",
                0xFF08 => "(",
                0xFF09 => ")",
                _ => rune.ToString(),
            });
        }
        return phone.ToString();
    }

    /// <summary>Keyboards of East Asia write ASCII as wide as their own signs (U+FF01 to U+FF5E); NFKC maps it in the same way.</summary>
    private static string HalfWidth(string text) => string.Concat(text.Select(sign => sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - '\uFF01' + '!') : sign));

    private static string Line(string? typed, bool keepsJoiners)
    {
        var clean = TypedText.Clean(typed);
        if (!NeedsMapping(clean)) return clean;
        var line = new StringBuilder(clean.Length);
        var runes = clean.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count; i++)
        {
            var rune = runes[i];
            if (rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner)
            {
                if (keepsJoiners && i > 0 && i < runes.Count - 1 && IsOfWord(runes[i - 1]) && IsOfWord(runes[i + 1])) line.Append(rune.ToString());
            }
            else if (Rune.IsWhiteSpace(rune)) line.Append(' ');
            else if (IsDash(rune)) line.Append('-');
            else if (!IsIgnorable(rune)) line.Append(rune.ToString());
        }
        return line.ToString().Trim();
    }

    /// <summary>Most that is typed needs nothing: it is plain, or has letters beyond ASCII and neither mark nor special space.</summary>
    private static bool NeedsMapping(string text)
    {
        foreach (var sign in text)
            if (char.IsSurrogate(sign) || (sign != ' ' && char.IsWhiteSpace(sign)) || IsDash((Rune)sign) || IsIgnorable((Rune)sign) || sign is (char)ZeroWidthJoiner or (char)ZeroWidthNonJoiner) return true;
        return false;
    }

    /// <summary>Dashes that stand for a hyphen, with the minus signs.</summary>
    private static bool IsDash(Rune rune) => rune.Value is (>= 0x2010 and <= 0x2015) or 0x2212 or 0xFE58 or 0xFE63 or 0xFF0D;

    /// <summary>Default_Ignorable_Code_Point of the Unicode Character Database, without joiners, the selectors that pick a glyph, and what is a letter of Hangul.</summary>
    private static bool IsIgnorable(Rune rune) => rune.Value is 0xAD or 0x34F or 0x61C or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x200B
        or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3164 or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFFB)
        or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE00FF) or (>= 0xE01F0 and <= 0xE0FFF);

    private static bool IsOfWord(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherSymbol or UnicodeCategory.Format;
}
