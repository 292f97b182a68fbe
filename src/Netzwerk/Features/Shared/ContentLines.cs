using System.Globalization;
using System.Text;

namespace Netzwerk.Features.Shared;

/// <summary>
/// Content lines of an iCalendar file (RFC 5545, section 3.1): at most 75 octets each. They are folded between what a reader sees as one
/// character, because a calendar that joins the bytes of lines after decoding them would break it.
/// </summary>
public static class ContentLines
{
    private const int MostOctets = 75;
    private const string Break = "\r\n";
    private const string Fold = Break + " ";

    /// <param name="file">Whole lines, folded in whatever way.</param>
    public static string Refold(string file)
    {
        var folded = new StringBuilder(file.Length);
        foreach (var line in Unfold(file).Split(Break))
        {
            if (folded.Length > 0) folded.Append(Break);
            Append(folded, line);
        }
        return folded.ToString();
    }

    public static string Unfold(string file) => file.Replace(Fold, "", StringComparison.Ordinal);

    private static void Append(StringBuilder folded, ReadOnlySpan<char> line)
    {
        if (Encoding.UTF8.GetByteCount(line) <= MostOctets)
        {
            folded.Append(line);
            return;
        }
        var octets = 0;
        while (!line.IsEmpty)
        {
            var character = line[..LengthOfNext(line)];
            var size = Encoding.UTF8.GetByteCount(character);
            if (octets + size > MostOctets)
            {
                folded.Append(Fold);
                // The space counts.
                octets = 1;
            }
            folded.Append(character);
            octets += size;
            line = line[character.Length..];
        }
    }

    /// <summary>A letter with all that combines with it; where that alone is longer than a line, one code point.</summary>
    private static int LengthOfNext(ReadOnlySpan<char> line)
    {
        var length = StringInfo.GetNextTextElementLength(line);
        if (Encoding.UTF8.GetByteCount(line[..length]) < MostOctets) return length;
        return Rune.DecodeFromUtf16(line, out _, out var units) is System.Buffers.OperationStatus.Done ? units : 1;
    }
}
