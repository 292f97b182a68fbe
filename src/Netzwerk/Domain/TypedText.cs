using System.Globalization;
using System.Text;

namespace Netzwerk.Domain;

/// <summary>What may stand in a text that a person typed. Any script is welcome; what cannot be seen, or turns other text around, is not.</summary>
public static class TypedText
{
    /// <summary>Longest name that is taken, in UTF-16 units.</summary>
    public const int NameLength = 100;

    public const int QuestionLength = 1000;

    /// <summary>No text that comes in is longer, in UTF-16 units; what a field takes is far less.</summary>
    public const int LongestReceived = 100_000;

    /// <summary>
    /// What is left of any text on its way in: no control characters but line breaks and tabs, nothing that shows other text than is stored
    /// (bidirectional overrides and isolates), and U+FFFD for what is no character. The line breaks of word processors are those of everybody.
    /// </summary>
    public static string Received(string text)
    {
        if (text.Length <= LongestReceived && !NeedsMending(text)) return text;
        var received = new StringBuilder(Math.Min(text.Length, LongestReceived));
        foreach (var rune in text.EnumerateRunes())
        {
            if (received.Length + rune.Utf16SequenceLength > LongestReceived) break;
            if (rune.Value is '\v' or '\f' or 0x85 or 0x2028 or 0x2029) received.Append('\n');
            else if (rune.Value is '\n' or '\r' or '\t' || (!Rune.IsControl(rune) && !IsDropped(rune.Value))) received.Append((IsNoncharacter(rune) ? Rune.ReplacementChar : rune).ToString());
        }
        return received.ToString();
    }

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

    private static bool NeedsMending(string text)
    {
        foreach (var sign in text)
            if ((char.IsControl(sign) && sign is not ('\n' or '\r' or '\t')) || sign is '\u2028' or '\u2029' || IsDropped(sign) || sign is (>= '\uD800' and <= '\uDFFF') or (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF') return true;
        return false;
    }

    private static bool IsDropped(int sign) => sign is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB);

    /// <summary>The Unicode Standard, section 23.7: never a character; normalization throws on some.</summary>
    private static bool IsNoncharacter(Rune rune) => rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;

    /// <summary>The first character that <see cref="IsVisible"/> or <see cref="IsOneVisibleLine"/> refuses, for the sentence that names it; null when there is none.</summary>
    public static Rune? FirstInvalid(string text, bool oneLine)
    {
        foreach (var rune in text.EnumerateRunes())
            if (!(oneLine ? IsOneVisibleLine(rune.ToString()) : IsVisible(rune.ToString()))) return rune;
        return null;
    }

    private static bool IsBidiOverride(char sign) => sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsBidiMark(char sign) => sign is '\u200E' or '\u200F' or '\u061C';
}
