using System.Text;

namespace Netzwerk.Features.Shared;

/// <summary>
/// Bounds how deep quotes, lists, brackets and emphasis are nested, because Markdig throws where they are too deep. What lies deeper gets a
/// backslash and is shown as typed.
/// </summary>
internal static class MarkdownSource
{
    /// <summary>In UTF-16 units. Longer texts were not typed into a form of this site.</summary>
    public const int Longest = 20_000;

    private const int Levels = 6;
    private const int Depth = 10;
    private const int LongestRun = 3;
    private const int TabWidth = 4;

    public static string Bound(string text)
    {
        var bounded = new StringBuilder(text.Length + 64);
        var (brackets, emphasis) = (0, 0);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line)) (brackets, emphasis) = (0, 0);
            if (bounded.Length > 0) bounded.Append('\n');
            var start = AppendMarkers(bounded, line);
            AppendInlines(bounded, line, start, ref brackets, ref emphasis);
        }
        return bounded.ToString();
    }

    /// <returns>Where the line's own text begins.</returns>
    private static int AppendMarkers(StringBuilder bounded, string line)
    {
        var (at, columns) = (0, 0);
        for (; at < line.Length && line[at] is ' ' or '\t'; at++) columns += line[at] == '\t' ? TabWidth : 1;
        bounded.Append(' ', Math.Min(Levels * 2, columns));
        for (var markers = 0; at < line.Length; at++)
        {
            // A rule would vanish with the tag that it becomes.
            if (IsRule(line.AsSpan(at)))
            {
                bounded.Append('\\');
                return at;
            }
            var isMarker = line[at] == '>' || (line[at] == '-' && (at + 1 == line.Length || line[at + 1] is ' ' or '\t'));
            if (!isMarker && line[at] is not (' ' or '\t')) break;
            if (isMarker && ++markers > Levels)
            {
                bounded.Append('\\').Append(line[at]);
                return at + 1;
            }
            bounded.Append(line[at]);
        }
        return at;
    }

    private static bool IsRule(ReadOnlySpan<char> rest) => rest.Count('-') > 2 && rest.TrimStart('-').Trim("- \t").IsEmpty && rest[0] == '-';

    private static void AppendInlines(StringBuilder bounded, string line, int start, ref int brackets, ref int emphasis)
    {
        for (var at = start; at < line.Length; at++)
        {
            var sign = line[at];
            if (sign == '\\' && at + 1 < line.Length)
            {
                bounded.Append(sign).Append(line[++at]);
            }
            else if (sign is '*' or '_')
            {
                var end = at;
                while (end + 1 < line.Length && line[end + 1] == sign) end++;
                AppendRun(bounded, line, at, end, ref emphasis);
                at = end;
            }
            else
            {
                if (sign == ']') brackets = Math.Max(0, brackets - 1);
                if (sign == '[' && ++brackets > Depth) bounded.Append('\\');
                bounded.Append(sign);
            }
        }
    }

    private static void AppendRun(StringBuilder bounded, string line, int from, int to, ref int emphasis)
    {
        var closes = from > 0 && !char.IsWhiteSpace(line[from - 1]) && emphasis > 0;
        emphasis = closes ? emphasis - 1 : emphasis + 1;
        var isTaken = (closes || emphasis <= Depth) && to - from < LongestRun;
        if (!isTaken && !closes) emphasis--;
        for (var at = from; at <= to; at++)
        {
            if (!isTaken) bounded.Append('\\');
            bounded.Append(line[at]);
        }
    }
}
