using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Netzwerk.Data.Engines;

/// <summary>
/// Closes the keys that lie in the database with one that does not: AES-256-GCM (NIST SP 800-38D) under a key derived from
/// <see cref="DatabaseOptions.Secret"/> (HKDF-SHA-256, RFC 5869).
/// </summary>
public sealed class KeyWrap(string secret) : IXmlEncryptor
{
    private const int NonceBytes = 12, TagBytes = 16;

    private static readonly XNamespace Framework = "http://schemas.asp.net/2015/03/dataProtection";

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "Netzwerk.Keys.1"u8.ToArray());

    /// <returns>Null where no secret is set.</returns>
    public static KeyWrap? From(IConfiguration configuration) =>
        configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Secret)}"] is { Length: > 0 } secret ? new KeyWrap(secret) : null;

    /// <returns>Base64 of nonce, tag and ciphertext.</returns>
    public string Wrap(ReadOnlySpan<byte> plain)
    {
        var wrapped = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = wrapped.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce, plain, wrapped.AsSpan(NonceBytes + TagBytes), wrapped.AsSpan(NonceBytes, TagBytes));
        return Convert.ToBase64String(wrapped);
    }

    /// <exception cref="CryptographicException">Wrapped under another secret, or damaged.</exception>
    public byte[] Unwrap(string text)
    {
        var wrapped = Convert.FromBase64String(text).AsSpan();
        if (wrapped.Length < NonceBytes + TagBytes) throw new CryptographicException("The wrapped key is cut off.");
        var plain = new byte[wrapped.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(wrapped[..NonceBytes], wrapped[(NonceBytes + TagBytes)..], wrapped.Slice(NonceBytes, TagBytes), plain);
        return plain;
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("wrapped", Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)))), typeof(Opener));

    /// <summary>
    /// A key of data protection that lay open in a file, as data protection itself would have stored it with this wrap: its secret parts, which
    /// are marked, each in an element that names who opens it.
    /// </summary>
    public XElement Close(XElement key)
    {
        var closed = new XElement(key);
        foreach (var open in Secrets(closed).ToList())
        {
            var wrapped = Encrypt(open);
            open.ReplaceWith(new XElement(Framework + "encryptedSecret", new XAttribute("decryptorType", wrapped.DecryptorType.AssemblyQualifiedName!), wrapped.EncryptedElement));
        }
        return closed;
    }

    public static bool LiesOpen(XElement key) => Secrets(key).Any();

    /// <summary>True also for what was never closed with a secret.</summary>
    public static bool Opens(XElement key, KeyWrap? wrap)
    {
        var closed = key.Descendants(Framework + "encryptedSecret").Where(secret => ((string?)secret.Attribute("decryptorType"))?.StartsWith(typeof(Opener).FullName!, StringComparison.Ordinal) is true);
        try
        {
            return closed.All(secret => wrap?.Unwrap(secret.Value) is not null);
        }
        catch (Exception damaged) when (damaged is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<XElement> Secrets(XElement key) => key.DescendantsAndSelf().Where(element => (bool?)element.Attribute(Framework + "requiresEncryption") is true);

    /// <summary>Data protection makes it by itself and hands it the services.</summary>
    public sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => services.GetService<KeyWrap>() is { } wrap
            ? XElement.Parse(Encoding.UTF8.GetString(wrap.Unwrap(encryptedElement.Value)))
            : throw new CryptographicException("The keys in the database are wrapped. Set Database:Secret as it was.");
    }
}
