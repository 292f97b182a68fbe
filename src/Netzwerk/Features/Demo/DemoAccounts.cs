using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Demo;

/// <summary>Three accounts to try the organiser's area with; one password for all, kept in the data directory. Without the demo they go.</summary>
public sealed class DemoAccounts(NetzwerkDb db, UserManager<Account> accounts, IPasswordHasher<Account> hasher, Factors factors, DataDirectory directory, DemoOptions demo)
{
    public static readonly IReadOnlyList<(string Email, string Name, Role Role)> All =
    [
        ("organisation@demo.example", "Demo Organisation", Role.Organizer),
        ("mitarbeit@demo.example", "Demo Mitarbeit", Role.Staff),
        ("betreuung@demo.example", "Demo Betreuung", Role.Carer),
    ];

    // No letters and digits that look alike: somebody may type it on a phone.
    private const string Signs = "abcdefghijkmnpqrstuvwxyz23456789";

    private string PasswordFile => Path.Combine(directory.Path, "demo-password");

    public async Task PrepareAsync()
    {
        if (!demo.Enabled)
        {
            var addresses = All.Select(account => account.Email).ToList();
            await db.Users.Where(account => addresses.Contains(account.Email!)).ExecuteDeleteAsync();
            return;
        }
        if (!File.Exists(PasswordFile)) await File.WriteAllTextAsync(await MakePrivateAsync(PasswordFile), string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 5))));
        var password = await PasswordAsync();
        foreach (var (email, name, role) in All)
        {
            var known = await accounts.FindByEmailAsync(email);
            // Who tried changing the password or a second factor would else leave a page that opens nothing.
            if (known is not null) await factors.RemoveAllAsync(known.Id);
            if (known?.PasswordHash is { } hash && hasher.VerifyHashedPassword(known, hash, password) != PasswordVerificationResult.Failed) continue;
            var account = known ?? new Account { UserName = email, Email = email, DisplayName = name };
            account.PasswordHash = hasher.HashPassword(account, password);
            if (known is null)
            {
                Expect(await accounts.CreateAsync(account));
                db.Add(new RoleAssignment { AccountId = account.Id, Role = role });
                await db.SaveChangesAsync();
            }
            else Expect(await accounts.UpdateSecurityStampAsync(account));
        }
    }

    public Task<string> PasswordAsync() => File.ReadAllTextAsync(PasswordFile);

    private static async Task<string> MakePrivateAsync(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await new FileStream(path, options).DisposeAsync();
        return path;
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }
}
