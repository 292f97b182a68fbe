using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Netzwerk.Features.Shared.Web;

/// <summary>Section <c>Limits</c>. The defaults are never met by a family or by an office that shares one address.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Sent forms (each step counts) that one address may send at once.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:FormsPerAddress muss zwischen 1 und 1000000 liegen. Siehe README, Abschnitt Einstellungen.")]
    public int FormsPerAddress { get; set; } = 240;

    /// <summary>How many of them come back in each minute.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:FormsPerAddressAndMinute muss zwischen 1 und 1000000 liegen. Siehe README, Abschnitt Einstellungen.")]
    public int FormsPerAddressAndMinute { get; set; } = 120;

    /// <summary>Largest form that is taken, in KiB. A larger one is refused and, up to a MiB, shown again.</summary>
    [Range(16, 1024, ErrorMessage = "Limits:FormKilobytes muss zwischen 16 und 1024 liegen. Siehe README, Abschnitt Einstellungen.")]
    public int FormKilobytes { get; set; } = 64;
}

/// <summary>
/// Counts sent forms per address (an IPv6 /64 counts as one). Never discards input: the form asks what to do. Requests from the machine
/// itself are not counted; in Production they only come when no proxy is known, and then nothing comes at all.
/// </summary>
public sealed class AddressLimits(IOptionsMonitor<LimitOptions> options) : IDisposable
{
    // Limits that an organiser changed begin a new count.
    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, (IPAddress, int, int)>(address =>
    {
        var (atOnce, perMinute) = (options.CurrentValue.FormsPerAddress, options.CurrentValue.FormsPerAddressAndMinute);
        return RateLimitPartition.GetTokenBucketLimiter((Network(address), atOnce, perMinute), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = atOnce,
            TokensPerPeriod = perMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        });
    });

    public bool Allows(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address)) return true;
        using var lease = _limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16) bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
