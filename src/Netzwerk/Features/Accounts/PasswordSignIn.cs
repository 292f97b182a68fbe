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
/// other; while a name is closed here nothing is hashed. An unknown name takes the same way, counting included, and costs the same time.
/// </summary>
public sealed class PasswordSignIn(
    NetzwerkDb db, PasswordHasher<Account> hasher, PasswordHashing hashing, ILookupNormalizer normalizer, DecoyHash decoy, SignInAttempts attempts, SignInOrigin origin, SecurityLog log)
{
    public async Task<PasswordVerdict> TryAsync(string email, string password, CancellationToken cancel = default)
    {
        // Normalizing throws on what is no text, such as U+FFFE; what is no address is nobody's.
        var key = EmailAddress.IsValid(email) ? normalizer.NormalizeEmail(email) : "";
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.NormalizedEmail == key, cancel);
        // A device on which the account signed in before waits for no stranger.
        using var place = origin.IsKnown(account) ? null : await hashing.EnterAsync(origin.Network, cancel);
        if (place is { IsAcquired: false }) return new PasswordVerdict(null, IsBusy: true);
        return new PasswordVerdict(await IsRightAsync(key, account, password) ? account : null, IsBusy: false);
    }

    /// <summary>Asked of somebody who is signed in, and so waits for no stranger.</summary>
    public Task<bool> IsRightAsync(Account account, string password) => IsRightAsync(account.NormalizedEmail!, account, password);

    private async Task<bool> IsRightAsync(string name, Account? account, string password)
    {
        var counted = origin.KeyOf(name, account);
        if (!await attempts.TakeAsync(counted))
        {
            log.SignInRefused("password", account?.Id, closed: true);
            return false;
        }
        var verdict = await hashing.RunAsync(() => hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? decoy.Value, password));
        if (account?.PasswordHash is null || verdict == PasswordVerificationResult.Failed)
        {
            log.SignInRefused("password", account?.Id, closed: false);
            return false;
        }
        await attempts.ForgetAsync(counted);
        return true;
    }
}

/// <param name="Account">Null when name or password are wrong, or when the name is closed here for now.</param>
/// <param name="IsBusy">Nothing was judged or counted: too many wait.</param>
public sealed record PasswordVerdict(Account? Account, bool IsBusy);

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
