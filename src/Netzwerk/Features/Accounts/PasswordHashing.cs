using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Netzwerk.Data;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// A password hash takes a core for a tenth of a second. At most two are made at a time, each on a thread of its own, so that the threads
/// that answer visitors never wait for one; and each network has a short queue, so that a flood of sign-ins holds up nobody but itself. Who has
/// many networks next to each other, or many such neighbourhoods at one provider, takes no more than a share of all places.
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    public const int AtOnce = 2, WaitingPerNetwork = 8, WaitingPerNeighbourhood = 16, WaitingPerProvider = 32;

    private const int WaitingAltogether = 64;

    private readonly SemaphoreSlim _slots = new(AtOnce);

    private readonly PartitionedRateLimiter<string> _places = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<string, string>(network => RateLimitPartition.GetConcurrencyLimiter(
            network, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = WaitingPerNetwork })),
        PartitionedRateLimiter.Create<string, string>(network => RateLimitPartition.GetConcurrencyLimiter(
            PrefixOf(network, v4Bytes: 3, v6Bytes: 6), _ => new ConcurrencyLimiterOptions { PermitLimit = WaitingPerNeighbourhood, QueueLimit = 0 })),
        PartitionedRateLimiter.Create<string, string>(network => RateLimitPartition.GetConcurrencyLimiter(
            PrefixOf(network, v4Bytes: 2, v6Bytes: 4), _ => new ConcurrencyLimiterOptions { PermitLimit = WaitingPerProvider, QueueLimit = 0 })),
        PartitionedRateLimiter.Create<string, string>(_ => RateLimitPartition.GetConcurrencyLimiter(
            "", _ => new ConcurrencyLimiterOptions { PermitLimit = WaitingAltogether, QueueLimit = 0 })));

    /// <summary>A place for somebody who is not signed in yet. Not acquired where too many wait already.</summary>
    public ValueTask<RateLimitLease> EnterAsync(string network, CancellationToken cancel) => _places.AcquireAsync(network, cancellationToken: cancel);

    /// <summary>What one customer may have as a whole (IPv4 /24, IPv6 /48), and what one provider has (/16, /32).</summary>
    private static string PrefixOf(string network, int v4Bytes, int v6Bytes)
    {
        if (!IPAddress.TryParse(network, out var address)) return network;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(address.AddressFamily == AddressFamily.InterNetworkV6 ? v6Bytes : v4Bytes).Clear();
        return new IPAddress(bytes).ToString();
    }

    public async Task<T> RunAsync<T>(Func<T> hash)
    {
        await _slots.WaitAsync();
        try
        {
            return await Task.Factory.StartNew(hash, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>For Identity, which hashes new passwords in the middle of its own work: only of people who have shown that they may.</summary>
    public T Run<T>(Func<T> hash)
    {
        _slots.Wait();
        try
        {
            return hash();
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose()
    {
        _slots.Dispose();
        _places.Dispose();
    }
}

/// <summary>What Identity hashes waits for its turn like everything else.</summary>
public sealed class QueuedPasswordHasher(PasswordHasher<Account> hasher, PasswordHashing hashing) : IPasswordHasher<Account>
{
    public string HashPassword(Account user, string password) => hashing.Run(() => hasher.HashPassword(user, password));

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        hashing.Run(() => hasher.VerifyHashedPassword(user, hashedPassword, providedPassword));
}
