using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Netzwerk.Data;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// Is this the account's password? Every attempt is counted before it is judged, so that many at once guess no more than one after the
/// other; every fifth wrong one closes the account for a while that grows. An unknown address costs the same time.
/// </summary>
public sealed class PasswordSignIn(NetzwerkDb db, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, DecoyHash decoy, TimeProvider clock)
{
    public const int AttemptsPerRound = 5;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];

    /// <returns>The account; null when address or password are wrong, or when the account is closed for now.</returns>
    public async Task<Account?> TryAsync(string email, string password)
    {
        var key = normalizer.NormalizeEmail(email);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.NormalizedEmail == key);
        return await IsRightAsync(account, password) ? account : null;
    }

    public async Task<bool> IsRightAsync(Account? account, string password)
    {
        var mayTry = account?.PasswordHash is not null && await CountAttemptAsync(account.Id);
        var verdict = hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? decoy.Value, password);
        if (!mayTry || verdict == PasswordVerificationResult.Failed) return false;
        await db.Users.Where(candidate => candidate.Id == account!.Id).ExecuteUpdateAsync(set => set
            .SetProperty(candidate => candidate.AccessFailedCount, 0)
            .SetProperty(candidate => candidate.LockoutEnd, (DateTimeOffset?)null));
        return true;
    }

    private async Task<bool> CountAttemptAsync(Guid accountId)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var state = await db.Users.Where(account => account.Id == accountId)
                .Select(account => new { account.AccessFailedCount, account.LockoutEnd }).SingleOrDefaultAsync();
            if (state is null || state.LockoutEnd > now) return false;
            var attempts = state.AccessFailedCount + 1;
            var closedUntil = attempts % AttemptsPerRound == 0 ? now + WaitAfter(attempts) : state.LockoutEnd;
            var counted = await db.Users.Where(account => account.Id == accountId && account.AccessFailedCount == state.AccessFailedCount)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(account => account.AccessFailedCount, attempts)
                    .SetProperty(account => account.LockoutEnd, closedUntil));
            if (counted == 1) return true;
        }
    }

    private static TimeSpan WaitAfter(int attempts) => Waits[Math.Min(attempts / AttemptsPerRound, Waits.Length) - 1];
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
