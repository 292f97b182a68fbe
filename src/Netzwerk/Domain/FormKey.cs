namespace Netzwerk.Domain;

/// <summary>
/// The key that a form carries, so that a second click is recognised. It becomes the id of what is stored, so only one that this program can
/// have made counts: a version 7 GUID (RFC 9562) whose time is neither to come nor long past.
/// </summary>
public static class FormKey
{
    /// <summary>Clocks of several machines, and one that was set right meanwhile.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>Nobody leaves a form open for longer.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(366);

    public static bool IsPlausible(Guid key)
    {
        // Version in the seventh byte's upper half, variant in the ninth's upper two bits; before them the milliseconds since 1970.
        if (key.Version != 7 || (key.Variant & 0b1100) != 0b1000) return false;
        var bytes = key.ToByteArray(bigEndian: true);
        var made = bytes.Take(6).Aggregate(0L, (milliseconds, octet) => (milliseconds << 8) | octet);
        // The clock by which Guid.CreateVersion7 makes them.
        var now = TimeProvider.System.GetUtcNow();
        return made <= (now + Ahead).ToUnixTimeMilliseconds() && made >= (now - Oldest).ToUnixTimeMilliseconds();
    }

    /// <summary>A key that cannot be ours is none: the form is a new one.</summary>
    public static Guid OrNew(Guid key) => IsPlausible(key) ? key : Guid.CreateVersion7();
}
