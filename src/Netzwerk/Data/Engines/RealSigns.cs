using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Netzwerk.Data.Engines;

/// <summary>
/// PostgreSQL refuses U+0000 and halves of a sign, even where somebody only looks for them; SQLite takes them and finds nothing. Here they
/// become U+FFFD, so that a stranger's odd address or a mail server's odd answer is no error. What families type was checked long before.
/// </summary>
internal sealed class RealSigns : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        foreach (DbParameter parameter in result.Parameters)
            if (parameter.Value is string text && IsSuspicious(text)) parameter.Value = Mended(text);
        return result;
    }

    private static bool IsSuspicious(string text) => text.Contains('\0', StringComparison.Ordinal) || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    private static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) mended.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        return mended.ToString();
    }
}
