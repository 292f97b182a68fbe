using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Demo;

/// <summary>Three accounts to try the organiser's area with; one password for all, kept in the database. Without the demo they go.</summary>
public sealed class DemoAccounts(NetzwerkDb db, UserManager<Account> accounts, IPasswordHasher<Account> hasher, Factors factors, DataDirectory directory, TimeProvider system, DemoOptions demo,
    IHostEnvironment environment)
{
    public static readonly IReadOnlyList<(string Email, string Name, Role Role)> All =
    [
        ("organisation@demo.example", "Demo Organisation", Role.Organizer),
        ("mitarbeit@demo.example", "Demo Mitarbeit", Role.Staff),
        ("betreuung@demo.example", "Demo Betreuung", Role.Carer),
    ];

    // No letters and digits that look alike: somebody may type it on a phone.
    private const string Signs = "abcdefghijkmnpqrstuvwxyz23456789";

    // One password, so one hash: looking at it is slow on purpose, and every start waits for it.
    private string? _fitting;

    private IQueryable<StoredSetting> PasswordRow => db.Settings.AsNoTracking().Where(setting => setting.Key == StoredSetting.DemoPassword);

    public async Task PrepareAsync()
    {
        await AssertDemoDatabaseAsync();
        // Earlier versions kept it there.
        File.Delete(directory.In("demo-password"));
        if (!demo.Enabled)
        {
            var addresses = All.Select(account => account.Email).ToList();
            await db.Users.Where(account => addresses.Contains(account.Email!)).ExecuteDeleteAsync();
            await PasswordRow.ExecuteDeleteAsync();
            return;
        }
        if (!await PasswordRow.AnyAsync())
        {
            db.Add(new StoredSetting { Key = StoredSetting.DemoPassword, Value = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 5))), ChangedAt = system.GetUtcNow().UtcDateTime, ChangedBy = "" });
            await db.SaveChangesAsync();
        }
        var password = await PasswordAsync();
        foreach (var (email, name, role) in All)
        {
            var known = await accounts.FindByEmailAsync(email);
            // Who tried changing the password or a second factor would else leave a page that opens nothing.
            if (known is not null) await factors.RemoveAllAsync(known.Id);
            if (known is not null && Opens(known, password)) continue;
            var account = known ?? new Account { UserName = email, Email = email, DisplayName = name };
            account.PasswordHash = _fitting ??= hasher.HashPassword(account, password);
            if (known is null)
            {
                // Stored with the account: killed in between, it would never get its role.
                db.Add(new RoleAssignment { AccountId = account.Id, Role = role });
                Expect(await accounts.CreateAsync(account));
            }
            else Expect(await accounts.UpdateSecurityStampAsync(account));
        }
    }

    /// <summary>
    /// Development has neither HTTPS nor a second factor. A database with people's own accounts is somebody's real one, unless the demo itself
    /// made it and somebody tried inviting colleagues there.
    /// </summary>
    public async Task AssertDemoDatabaseAsync()
    {
        if (environment.IsHardened() || await PasswordRow.AnyAsync()) return;
        var demos = All.Select(account => account.Email).ToList();
        if (!await db.Users.AnyAsync(account => !demos.Contains(account.Email!))) return;
        throw new InvalidSettingException("In dieser Datenbank stehen Konten, die nicht zur Demo gehören. Development schützt sie nicht. Setzen Sie ASPNETCORE_ENVIRONMENT auf Production, oder nennen Sie mit Site:DataDirectory und ConnectionStrings:Netzwerk eine leere Datenbank. Siehe README, Abschnitt Einstellungen.");
    }

    private bool Opens(Account account, string password)
    {
        if (account.PasswordHash is not { } hash) return false;
        if (hash != _fitting && hasher.VerifyHashedPassword(account, hash, password) == PasswordVerificationResult.Failed) return false;
        _fitting = hash;
        return true;
    }

    public Task<string> PasswordAsync() => PasswordRow.Select(setting => setting.Value).SingleAsync();

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }
}
