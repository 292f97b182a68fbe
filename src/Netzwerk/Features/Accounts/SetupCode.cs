using System.Security.Cryptography;
using System.Text;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// The one-time code of the first set-up: whoever can read the console of a fresh installation may make its first organiser. It lives in
/// this process only and grows no older than it.
/// </summary>
public sealed class SetupCode(TimeProvider clock)
{
    /// <summary>Wrong tries per minute, whoever makes them. With 115 bits more would do no harm; they only must not go unlimited.</summary>
    public const int TriesPerMinute = 5;

    // No letters and digits that look alike: the code is read from one screen and typed on another.
    private const string Signs = "ABCDEFGHJKLMNPQRTUVWXYZ2346789";

    private readonly Lock _lock = new();
    private string? _code;
    private int _wrong;
    private DateTimeOffset _wrongSince;

    public bool IsOffered => _code is not null;

    /// <summary>Makes the code; groups of five, to be typed without losing one's place.</summary>
    public string Offer() => _code = string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(Signs, 5)));

    public SetupVerdict Judge(string? typed)
    {
        lock (_lock)
        {
            if (clock.GetUtcNow() - _wrongSince >= TimeSpan.FromMinutes(1)) _wrong = 0;
            if (_wrong >= TriesPerMinute) return SetupVerdict.TooMany;
            if (_code is not null && CryptographicOperations.FixedTimeEquals(Hash(_code), Hash(typed ?? ""))) return SetupVerdict.Right;
            if (_wrong++ == 0) _wrongSince = clock.GetUtcNow();
            return SetupVerdict.Wrong;
        }
    }

    public void Close() => _code = null;

    private static byte[] Hash(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))));
}

public enum SetupVerdict
{
    Right,
    Wrong,
    TooMany,
}
