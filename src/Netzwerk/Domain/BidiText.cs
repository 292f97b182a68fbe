using System.Text;

namespace Netzwerk.Domain;

/// <summary>
/// Names in other text, in any script: isolated (Unicode Standard Annex #9, 2.4.2), so that a name written from right to left does not take
/// what stands beside it along („4 ,ليلى Jahre“).
/// </summary>
public static class BidiText
{
    /// <summary>First Strong Isolate; no text that comes in holds one (<see cref="TypedText.Received"/>).</summary>
    public const char Start = '\u2068';

    /// <summary>Pop Directional Isolate.</summary>
    public const char End = '\u2069';

    public static string Isolate(string? name) => $"{Start}{name}{End}";

    /// <summary>For plain text, where an old program may show the marks: only around what is written from right to left.</summary>
    public static string IsolateRightToLeft(string name) => name.EnumerateRunes().Any(IsRightToLeft) ? Isolate(name) : name;

    /// <summary>The blocks that the standard keeps for these scripts.</summary>
    private static bool IsRightToLeft(Rune rune) => rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
