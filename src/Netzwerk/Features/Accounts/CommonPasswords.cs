using System.Globalization;
using System.Text;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// Passwords that are guessed first. Hardly any list of leaked ones has entries of 15 signs; at that length people string common pieces
/// together. So the list holds pieces, and a password is common when hardly anything is left without them, however long it is.
/// </summary>
public sealed class CommonPasswords
{
    private const int MeaningfulRest = 5;

    private static readonly string[] Rows =
        ["1234567890", "0987654321", "abcdefghijklmnopqrstuvwxyz", "qwertzuiop", "qwertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm", "1q2w3e4r5t6z7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6zhn", "q1w2e3r4t5z6u7i8o9p0"];

    private readonly string[] _pieces = [.. Load().Concat(Rows.SelectMany(PiecesOf)).Distinct(StringComparer.Ordinal).OrderByDescending(piece => piece.Length)];

    public bool Contains(string password)
    {
        var plain = Plain(password);
        return plain.Distinct().Count() < 5
            || IsRepetition(plain)
            || _pieces.Aggregate(plain, (left, piece) => left.Replace(piece, "", StringComparison.Ordinal)).Length < MeaningfulRest
            || _pieces.Aggregate(Undisguised(plain), (left, piece) => left.Replace(piece, "", StringComparison.Ordinal)).Length < MeaningfulRest;
    }

    /// <summary>Lower case, letters and digits only.</summary>
    internal static string Plain(string text) =>
        string.Concat(text.ToLower(CultureInfo.InvariantCulture).Select(sign => sign switch { '@' => 'a', '$' => 's', '!' => 'i', _ => sign }).Where(char.IsLetterOrDigit));

    private static string Undisguised(string plain) =>
        string.Concat(plain.Select(sign => sign switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', _ => sign }));

    /// <summary>One piece, again and again, perhaps cut off at the end.</summary>
    private static bool IsRepetition(string plain) =>
        Enumerable.Range(1, plain.Length / 2).Any(length => plain.AsSpan(length).SequenceEqual(plain.AsSpan(0, plain.Length - length)));

    private static IEnumerable<string> PiecesOf(string row) =>
        from length in Enumerable.Range(4, row.Length - 3) from start in Enumerable.Range(0, row.Length - length + 1) select row.Substring(start, length);

    private static IEnumerable<string> Load()
    {
        using var list = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!, Encoding.UTF8);
        while (list.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
