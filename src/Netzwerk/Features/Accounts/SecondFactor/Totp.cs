using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>One-time codes by time as all authenticator apps make them (RFC 6238): SHA-1, six digits, a new one every thirty seconds.</summary>
public static class Totp
{
    private const int Seconds = 30, Digits = 6;

    /// <summary>160 bits, as RFC 4226 (section 4) recommends.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What the apps speak; HMAC with SHA-1 is not what was broken.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    /// <summary>
    /// The step of a right code: this one or a neighbour, because clocks differ and people type slowly; null for a wrong one.
    /// </summary>
    public static long? StepOf(byte[] key, string typed, DateTimeOffset now)
    {
        long? found = null;
        foreach (var step in (long[])[StepAt(now) - 1, StepAt(now), StepAt(now) + 1])
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), Encoding.UTF8.GetBytes(typed))) found = step;
        }
        return found;
    }

    /// <summary>RFC 4648, without padding: how an app shows and takes the key.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var octet in bytes)
        {
            (buffer, bits) = ((buffer << 8) | octet, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Signs[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Signs[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }
}
