using System.Globalization;
using System.Text;

namespace Netzwerk.Domain;

/// <summary>What may stand in a text that a person typed. Any script is welcome; what cannot be seen, or turns other text around, is not.</summary>
public static class TypedText
{
    /// <summary>Longest name that is taken, in UTF-16 units.</summary>
    public const int NameLength = 100;

    public const int QuestionLength = 1000;

    /// <summary>Trimmed, line ends as LF. Everything else stays as typed.</summary>
    public static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>Trimmed and without empty text: what is stored of a voluntary field.</summary>
    public static string? OrNull(string? text) => Clean(text) is { Length: > 0 } clean ? clean : null;

    public static bool HasLetter(string text) => text.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>A name is one line of visible signs; joiners that some scripts need inside words are allowed.</summary>
    public static bool IsOneVisibleLine(string text) => IsVisible(text, lineBreaks: false) && !text.Any(IsBidiMark);

    /// <summary>
    /// Free text may have lines, tabs and the marks that right-to-left scripts need, but no other control characters and no overrides
    /// (U+202A to U+202E, U+2066 to U+2069), which show something else than is stored.
    /// </summary>
    public static bool IsVisible(string text, bool lineBreaks = true)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign is '\n' or '\t' && lineBreaks) continue;
            if (char.IsControl(sign) || sign is '\u2028' or '\u2029' or '\uFFFD' or '\uFEFF' || IsBidiOverride(sign)) return false;
            if (char.IsHighSurrogate(sign) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(sign)) return false;
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.OtherNotAssigned) return false;
        }
        return true;
    }

    private static bool IsBidiOverride(char sign) => sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsBidiMark(char sign) => sign is '\u200E' or '\u200F' or '\u061C';
}
