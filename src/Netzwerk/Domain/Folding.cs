using System.Globalization;
using System.Text;

namespace Netzwerk.Domain;

/// <summary>
/// Letters without case and marks, so that every database sorts and finds German names alike: ä as a and ß as ss (DIN 5007-1), and the
/// same for the neighbours' letters (ş, ł, ø, ı). Every apostrophe is the straight one.
/// </summary>
public static class Folding
{
    /// <summary>Of any text: normalizing alone throws on what is no character.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in StraightApostrophes(TypedText.Received(text)).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            folded.Append(rune.Value switch
            {
                'ß' or 'ẞ' => "ss",
                'æ' or 'Æ' => "ae",
                'œ' or 'Œ' => "oe",
                'ø' or 'Ø' => "o",
                'đ' or 'Đ' or 'ð' or 'Ð' => "d",
                'ł' or 'Ł' => "l",
                'ı' => "i",
                'þ' or 'Þ' => "th",
                _ => Rune.ToLowerInvariant(rune).ToString(),
            });
        }
        return folded.ToString();
    }

    /// <summary>Before any normalisation, which would make a space and an accent of ´.</summary>
    public static string StraightApostrophes(string text) => text
        .Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('\u02BC', '\'').Replace('\u00B4', '\'').Replace('`', '\'');

    /// <summary>The same for ä, ae and a (also ö and ü), of what is folded already: names come by phone.</summary>
    public static string WithoutUmlautE(string folded) => folded
        .Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);

    public static string SortKey(string familyName, string givenName) => $"{Fold(familyName)}\u0001{Fold(givenName)}";
}
