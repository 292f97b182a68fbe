using System.Globalization;
using System.Text;

namespace Netzwerk.Bench.Drills.Fuzz;

/// <summary>Texts that people, programs and enemies type. Half signs of UTF-16 stay as they are: <see cref="Encoded"/> sends them raw.</summary>
public static class Awkward
{
    private static readonly string[] Pieces =
    [
        "\0", "\r\n", "\r", "\n", "\t", "\u001B[31m", "\u007F", "\u0085", "\u2028", "\u202E", "\u2066", "\u200F", "\u200B", "\u200D", "\uFEFF", "\uFFFD", "\uFFFF", "\uD83D", "\uDE00", "\uDE00\uD83D",
        "😀", "👩‍👧‍👦", "🇩🇪", "{{", "}}", "{{persoenlicher-link}}", "${7*7}", "@Model", "#{x}", "%n%s", "=cmd|' /C calc'!A0", "+49", "-1", "@SUM(A1)", "＝1+1", "＋1", "\t=1", "<script>alert(1)</script>",
        "</textarea>", "&lt;", "&#0;", "&amp;amp;", "\"", "'", "`", "\\", "%00", "%0d%0a", "';DROP TABLE \"Registrations\";--", "аnnа", "Ａｎｎａ", "ß", "ẞ", "ﬁ", "O\u0308", "İ", "ı", "محمد", "עברית", "王", "\u0301\u0301\u0301",
        "  ", "\u00A0", "\u3000", "\u1680", "https://böse.example/x", "www.boese.example", "Bcc: x@y.de", "\r\nBcc: x@y.de", "..", "../../etc/passwd", "null", "NaN", "1e9", "٣", "𝟛", "\U000E0001", "\U0010FFFF",
    ];

    public static string Text(Random random, string plain) => random.Next(10) switch
    {
        < 3 => plain,
        3 => "",
        _ => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Piece(random, plain))),
    };

    public static string Piece(Random random, string plain) => random.Next(9) switch
    {
        < 4 => plain,
        < 7 => Pieces[random.Next(Pieces.Length)],
        7 => new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(0x10000))]),
        _ => string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 600))),
    };

    /// <summary>For the body of a form. A half sign goes as the three bytes that UTF-8 forbids, everything else as it must be.</summary>
    public static string Encoded(string text)
    {
        var sent = new StringBuilder(text.Length * 3);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i])) sent.Append(text[i]);
            else if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i)) sent.Append(CultureInfo.InvariantCulture, $"%{0xE0 | (text[i] >> 12):X2}%{0x80 | ((text[i] >> 6) & 0x3F):X2}%{0x80 | (text[i] & 0x3F):X2}");
            else
            {
                var sign = char.IsSurrogate(text[i]) ? text.Substring(i++, 2) : text.Substring(i, 1);
                foreach (var part in Encoding.UTF8.GetBytes(sign)) sent.Append(CultureInfo.InvariantCulture, $"%{part:X2}");
            }
        }
        return sent.ToString();
    }

    /// <summary>Does it hold half a sign, of which no receiver can say what was meant?</summary>
    public static bool IsBroken(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return true;
            i++;
        }
        return false;
    }
}
