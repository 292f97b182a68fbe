using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;

namespace Netzwerk.Features.Shared.Access;

/// <summary>
/// What an account can show besides its password, kept in Identity's own tables: passkeys, the key of an authenticator app, recovery codes.
/// Everything that may be used only once is used up by one conditional update, so that of two who come at once one is refused.
/// </summary>
public sealed class Factors(NetzwerkDb db)
{
    public const string App = "app", AppStep = "app-step", Recovery = "recovery", PasskeyProof = "passkey-proof";

    private const string Provider = "netzwerk";

    public async Task<bool> HasAnyAsync(Guid accountId) => await HasAppAsync(accountId) || await HasPasskeyAsync(accountId);

    public Task<bool> HasAppAsync(Guid accountId) => Rows(accountId, App).AnyAsync();

    public Task<bool> HasPasskeyAsync(Guid accountId) => db.UserPasskeys.AnyAsync(passkey => passkey.UserId == accountId);

    public Task<string?> ReadAsync(Guid accountId, string name) => Rows(accountId, name).Select(row => row.Value).SingleOrDefaultAsync();

    public async Task WriteAsync(Guid accountId, string name, string value)
    {
        if (await Rows(accountId, name).ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, value)) == 1) return;
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = accountId, LoginProvider = Provider, Name = name, Value = value });
        await db.SaveChangesAsync();
    }

    /// <summary>False when somebody else changed it meanwhile.</summary>
    public async Task<bool> ReplaceAsync(Guid accountId, string name, string before, string after) =>
        await Rows(accountId, name).Where(row => row.Value == before).ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, after)) == 1;

    /// <summary>Numbers that only grow: false when this one, or a later one, was used before.</summary>
    /// <param name="most">A stored number above this one comes from a clock that was ahead, and counts as none.</param>
    public async Task<bool> UseUpAsync(Guid accountId, string name, long number, long most = long.MaxValue)
    {
        var (typed, bound) = (Typed(number), Typed(most));
#pragma warning disable CA1309 // Compared by the database; EF knows only this form.
        if (await Rows(accountId, name).Where(row => string.Compare(row.Value, typed) < 0 || string.Compare(row.Value, bound) > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, typed)) == 1) return true;
#pragma warning restore CA1309
        if (await Rows(accountId, name).AnyAsync()) return false;
        try
        {
            await WriteAsync(accountId, name, typed);
            return true;
        }
        catch (DbUpdateException clash) when (Clash.Is(clash))
        {
            // Of two first ones at once, this one came second.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    public Task RemoveAppAsync(Guid accountId) => db.UserTokens
        .Where(row => row.UserId == accountId && row.LoginProvider == Provider && (row.Name == App || row.Name == AppStep)).ExecuteDeleteAsync();

    /// <summary>Recovery codes open nothing any more once there is nothing to recover.</summary>
    public Task RemoveRecoveryAsync(Guid accountId) => Rows(accountId, Recovery).ExecuteDeleteAsync();

    public async Task RemoveAllAsync(Guid accountId)
    {
        await db.UserTokens.Where(row => row.UserId == accountId && row.LoginProvider == Provider).ExecuteDeleteAsync();
        await db.UserPasskeys.Where(passkey => passkey.UserId == accountId).ExecuteDeleteAsync();
    }

    private static string Typed(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    private IQueryable<IdentityUserToken<Guid>> Rows(Guid accountId, string name) =>
        db.UserTokens.AsNoTracking().Where(row => row.UserId == accountId && row.LoginProvider == Provider && row.Name == name);
}
