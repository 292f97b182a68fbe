using System.Text;

namespace Netzwerk.Mail;

/// <summary>Text of people on its way into mail headers.</summary>
public static class HeaderText
{
    /// <summary>One line without control or direction characters: a line break would begin a header of the writer's own.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                line.Append(' ');
            else if (rune.Value is not (0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
                line.Append(rune);
        }

        // An encoded word (RFC 2047) would be shown as other text than was typed.
        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace("=?", "= ?", StringComparison.Ordinal);
    }
}
