using System.Security.Cryptography;
using System.Text;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// The one-time code of the first set-up: whoever can read the console of a fresh installation may make its first organiser. It lives in
/// this process only and grows no older than it.
/// </summary>
public sealed class SetupCode
{
    // No letters and digits that look alike: the code is read from one screen and typed on another.
    private const string Signs = "ABCDEFGHJKLMNPQRTUVWXYZ2346789";

    private string? _code;

    public bool IsOffered => _code is not null;

    /// <summary>
    /// Makes the code; groups of five, to be typed without losing one's place. With 147 bits nobody guesses it, so wrong codes close the
    /// door to nobody: a lock for all would let any passer-by keep the operator out.
    /// </summary>
    public string Offer() => _code = string.Join('-', Enumerable.Range(0, 6).Select(_ => RandomNumberGenerator.GetString(Signs, 5)));

    public bool IsRight(string? typed) => _code is { } code && CryptographicOperations.FixedTimeEquals(Hash(code), Hash(typed ?? ""));

    public void Close() => _code = null;

    private static byte[] Hash(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))));
}
