using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// Is this the account's password? Every attempt is counted before it is judged, so that many at once guess no more than one after the
/// other. An unknown address takes the same way, counting included, and costs the same time.
/// </summary>
public sealed class PasswordSignIn(NetzwerkDb db, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, DecoyHash decoy, SignInAttempts attempts, SecurityLog log)
{
    /// <returns>The account; null when address or password are wrong, or when the address is closed for now.</returns>
    public async Task<Account?> TryAsync(string email, string password)
    {
        // Normalizing throws on what is no text, such as U+FFFE; what is no address is nobody's.
        var key = EmailAddress.IsValid(email) ? normalizer.NormalizeEmail(email) : "";
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.NormalizedEmail == key);
        return await IsRightAsync(key, account, password) ? account : null;
    }

    public Task<bool> IsRightAsync(Account account, string password) => IsRightAsync(account.NormalizedEmail!, account, password);

    private async Task<bool> IsRightAsync(string key, Account? account, string password)
    {
        var mayTry = await attempts.TakeAsync(key);
        var verdict = hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? decoy.Value, password);
        if (!mayTry || account?.PasswordHash is null || verdict == PasswordVerificationResult.Failed)
        {
            log.SignInRefused("password", account?.Id, !mayTry);
            return false;
        }
        await attempts.ForgetAsync(key);
        return true;
    }
}

/// <summary>For addresses that nobody has: a hash in Identity's format (version 3) that costs as much to check and fits no password.</summary>
public sealed class DecoyHash
{
    private const int Version = 1, Salt = 16, Key = 32, Head = 13;

    public DecoyHash(IOptions<PasswordHasherOptions> options)
    {
        var hash = new byte[Head + Salt + Key];
        hash[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), (uint)KeyDerivationPrf.HMACSHA512);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), (uint)options.Value.IterationCount);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), Salt);
        RandomNumberGenerator.Fill(hash.AsSpan(Head));
        Value = Convert.ToBase64String(hash);
    }

    public string Value { get; }
}
