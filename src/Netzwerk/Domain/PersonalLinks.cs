using System.Buffers.Text;
using System.Security.Cryptography;

namespace Netzwerk.Domain;

/// <summary>
/// The only key that a parent needs. A token is 256 bit, derived (HMAC-SHA-256) from the registration's id and generation with a key that
/// lies outside the database; the database keeps only the token's SHA-256, so neither a stolen database nor a mail row opens anything.
/// </summary>
public sealed class PersonalLinks(byte[] key)
{
    /// <returns>43 characters of base64url.</returns>
    public string Token(Guid registrationId, int generation)
    {
        Span<byte> message = stackalloc byte[20];
        registrationId.TryWriteBytes(message);
        BitConverter.TryWriteBytes(message[16..], generation);
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, message));
    }

    public byte[] HashFor(Registration registration) => Hash(Token(registration.Id, registration.LinkGeneration));

    /// <summary>For another purpose, of the same strength: what is made with it says nothing of any link.</summary>
    public byte[] KeyFor(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: System.Text.Encoding.UTF8.GetBytes(purpose));

    public static byte[] Hash(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}
