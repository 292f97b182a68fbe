using System.Globalization;

namespace Netzwerk.Bench.Web;

/// <summary>Each visitor is another family; so many of them were told that they are registered.</summary>
internal static class Told
{
    private static long _asked;
    private static long _told;

    public static long Families => Interlocked.Read(ref _told);

    public static string NextFamily() => Interlocked.Increment(ref _asked).ToString(CultureInfo.InvariantCulture);

    public static void Registered() => Interlocked.Increment(ref _told);
}
