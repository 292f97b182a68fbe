using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// The one-time code of the first set-up: whoever can read the console of a fresh installation may make its first organiser. Processes that
/// live together show and take the same one; it lies encrypted in the database until the set-up takes it away, and grows no older than they.
/// </summary>
public sealed class SetupCode(NetzwerkDb db, IDataProtectionProvider protection, ProcessPulse pulse, TimeProvider system)
{
    // No letters and digits that look alike: the code is read from one screen and typed on another.
    private const string Signs = "ABCDEFGHJKLMNPQRTUVWXYZ2346789";

    private readonly IDataProtector _protector = protection.CreateProtector("Netzwerk.Accounts.SetupCode.1");

    private IQueryable<StoredSetting> Row => db.Settings.AsNoTracking().Where(setting => setting.Key == StoredSetting.SetupCode);

    public Task<bool> IsOfferedAsync() => Row.AnyAsync();

    /// <summary>
    /// The code to show; groups of five, to be typed without losing one's place. With 147 bits nobody guesses it, so wrong codes close the
    /// door to nobody: a lock for all would let any passer-by keep the operator out.
    /// </summary>
    public async Task<string> OfferAsync()
    {
        if (await pulse.HasCompanyAsync(db) && await ReadAsync() is { } shown) return shown;
        var code = string.Join('-', Enumerable.Range(0, 6).Select(_ => RandomNumberGenerator.GetString(Signs, 5)));
        await Row.ExecuteDeleteAsync();
        db.Add(new StoredSetting { Key = StoredSetting.SetupCode, Value = _protector.Protect(code), ChangedAt = system.GetUtcNow().UtcDateTime, ChangedBy = "" });
        await db.SaveChangesAsync();
        return code;
    }

    public async Task<bool> IsRightAsync(string? typed) => await ReadAsync() is { } code && CryptographicOperations.FixedTimeEquals(Hash(code), Hash(typed ?? ""));

    /// <summary>In the transaction that makes the account: of two who come at once, one takes it.</summary>
    /// <returns>False when it is gone.</returns>
    public async Task<bool> TakeAsync() => await Row.ExecuteDeleteAsync() == 1;

    private async Task<string?> ReadAsync()
    {
        if (await Row.Select(setting => setting.Value).SingleOrDefaultAsync() is not { } closed) return null;
        try
        {
            return _protector.Unprotect(closed);
        }
        catch (CryptographicException)
        {
            // The key is lost; the next start shows another code.
            return null;
        }
    }

    private static byte[] Hash(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))));
}
