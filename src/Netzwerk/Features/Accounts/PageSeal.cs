using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Netzwerk.Features.Accounts;

/// <summary>What one page hands to the next through the browser: encrypted, tamper-proof, and only for a while.</summary>
public sealed class PageSeal(IDataProtectionProvider protection, TimeProvider clock)
{
    public string Close<T>(T content) =>
        Base64Url.EncodeToString(Protector<T>().Protect(JsonSerializer.SerializeToUtf8Bytes(new Letter<T>(clock.GetUtcNow(), content))));

    /// <returns>Null when it is not ours, was changed on the way, is too old or from the future.</returns>
    public T? Open<T>(string? field, TimeSpan validFor)
        where T : class
    {
        if (string.IsNullOrEmpty(field)) return null;
        try
        {
            var letter = JsonSerializer.Deserialize<Letter<T>>(Protector<T>().Unprotect(Base64Url.DecodeFromChars(field)));
            return letter is not null && clock.GetUtcNow() - letter.At < validFor && !clock.IsInFuture(letter.At) ? letter.Content : null;
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Protector<T>() => protection.CreateProtector("Netzwerk.Accounts", typeof(T).Name);

    private sealed record Letter<T>(DateTimeOffset At, T Content);
}
