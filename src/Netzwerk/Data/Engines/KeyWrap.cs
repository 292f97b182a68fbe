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

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "Netzwerk.Keys.1"u8.ToArray());

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

    /// <summary>Data protection makes it by itself and hands it the services.</summary>
    public sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => services.GetService<KeyWrap>() is { } wrap
            ? XElement.Parse(Encoding.UTF8.GetString(wrap.Unwrap(encryptedElement.Value)))
            : throw new CryptographicException("The keys in the database are wrapped. Set Database:Secret as it was.");
    }
}
