using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// Brings the keys that earlier versions made of addresses to the form of <see cref="EmailAddress.KeyOf"/>, once: they took spellings of one
/// domain for several. (Those of mails only serve the limit of a day, and grow right by themselves.)
/// </summary>
public static class AddressKeys
{
    /// <summary>The caller holds the lock of the start.</summary>
    public static async Task RenewAsync(NetzwerkDb db)
    {
        if (await db.Settings.AnyAsync(setting => setting.Key == StoredSetting.AddressKeysRenewed)) return;
        foreach (var (id, email, given, family) in await OutdatedFamiliesAsync(db)) await RenewFamilyAsync(db, id, email, given, family);
        foreach (var account in await OutdatedAccountsAsync(db)) await RenewAccountAsync(db, account);
        db.Add(new StoredSetting { Key = StoredSetting.AddressKeysRenewed, Value = "", ChangedAt = TimeProvider.System.GetUtcNow().UtcDateTime, ChangedBy = "" });
        await db.SaveChangesAsync();
    }

    /// <summary>Read one by one, so that a hundred thousand cost no memory; hardly any is outdated.</summary>
    private static async Task<List<(Guid Id, string Email, string Given, string Family)>> OutdatedFamiliesAsync(NetzwerkDb db)
    {
        var outdated = new List<(Guid, string, string, string)>();
        await foreach (var row in db.Registrations.AsNoTracking().Where(r => r.Email != null).OrderBy(r => r.ArrivedAt).ThenBy(r => r.Id).Select(r => new { r.Id, r.Email, r.EmailKey, r.GivenName, r.FamilyName }).AsAsyncEnumerable())
            if (EmailAddress.KeyOf(row.Email!) != row.EmailKey) outdated.Add((row.Id, row.Email!, row.GivenName!, row.FamilyName!));
        return outdated;
    }

    private static async Task RenewFamilyAsync(NetzwerkDb db, Guid id, string email, string given, string family)
    {
        var (emailKey, familyKey) = (EmailAddress.KeyOf(email), FamilyIdentity.KeyOf(email, given, family));
        var mine = db.Registrations.Where(r => r.Id == id);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(r => r.EmailKey, emailKey));
        // A family that is there twice stays so, and the first one is found from now on. Who cancelled has no key.
        await mine.Where(r => r.FamilyKey != null && !db.Registrations.Any(other => other.EventId == r.EventId && other.FamilyKey == familyKey))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.FamilyKey, familyKey));
    }

    private static async Task<List<Account>> OutdatedAccountsAsync(NetzwerkDb db) =>
        [.. (await db.Users.AsNoTracking().Where(account => account.Email != null).ToListAsync()).Where(account => account.NormalizedEmail != EmailAddress.AccountKeyOf(account.Email!))];

    private static async Task RenewAccountAsync(NetzwerkDb db, Account account)
    {
        var key = EmailAddress.AccountKeyOf(account.Email!);
        if (await db.Users.AnyAsync(other => other.NormalizedUserName == key && other.Id != account.Id)) return;
        await db.Users.Where(mine => mine.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(mine => mine.NormalizedEmail, key).SetProperty(mine => mine.NormalizedUserName, key));
    }
}
