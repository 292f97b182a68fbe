using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>An app with one-time codes. Its key is encrypted with one that lies outside the database; each code works once.</summary>
public sealed class AuthenticatorApp(Factors factors, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Netzwerk.Accounts.App.1");

    /// <summary>Is it a code of this key?</summary>
    public bool Fits(byte[] key, string typed) => Totp.StepOf(key, typed, clock.GetUtcNow()) is not null;

    /// <summary>Remembers the key once a code of it shows that the app has it. False, and nothing stored, when the code is wrong.</summary>
    public async Task<bool> AddAsync(Guid accountId, byte[] key, string typed)
    {
        if (Totp.StepOf(key, typed, clock.GetUtcNow()) is not { } step) return false;
        await factors.RemoveAppAsync(accountId);
        await factors.WriteAsync(accountId, Factors.App, Convert.ToBase64String(_protector.Protect(key)));
        return await factors.UseUpAsync(accountId, Factors.AppStep, step);
    }

    public async Task<bool> TakeAsync(Guid accountId, string typed) =>
        await KeyAsync(accountId) is { } key && Totp.StepOf(key, typed, clock.GetUtcNow()) is { } step && await factors.UseUpAsync(accountId, Factors.AppStep, step);

    private async Task<byte[]?> KeyAsync(Guid accountId)
    {
        if (await factors.ReadAsync(accountId, Factors.App) is not { } stored) return null;
        try
        {
            return _protector.Unprotect(Convert.FromBase64String(stored));
        }
        catch (CryptographicException)
        {
            // The keys of this installation are not those of the database: no code can be right; a recovery code still is.
            return null;
        }
    }
}
