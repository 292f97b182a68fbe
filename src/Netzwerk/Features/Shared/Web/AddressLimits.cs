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

    /// <summary>Largest form that is read, in KiB. Of a larger one nothing is read.</summary>
    [Range(16, 1024, ErrorMessage = "Limits:FormKilobytes muss zwischen 16 und 1024 liegen. Siehe README, Abschnitt Einstellungen.")]
    public int FormKilobytes { get; set; } = 64;

    /// <summary>Accepted sign-ups, repeats included, that one event takes from one network within an hour. Development counts none.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:SignUpsPerNetworkAndHour muss zwischen 1 und 1000000 liegen. Siehe README, Abschnitt Einstellungen.")]
    public int SignUpsPerNetworkAndHour { get; set; } = 30;

    /// <summary>Addresses and networks of offices that sign many families up, separated by commas or blanks; their sign-ups are not counted.</summary>
    [CustomValidation(typeof(ClientNetwork), nameof(ClientNetwork.Check))]
    public string Offices { get; set; } = "";
}

/// <summary>Counts sent forms per <see cref="ClientNetwork"/>. Never discards input: the form asks what to do.</summary>
public sealed class AddressLimits(IOptionsMonitor<LimitOptions> options) : IDisposable
{
    // Limits that an organiser changed begin a new count.
    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, (IPAddress, int, int)>(network =>
    {
        var (atOnce, perMinute) = (options.CurrentValue.FormsPerAddress, options.CurrentValue.FormsPerAddressAndMinute);
        return RateLimitPartition.GetTokenBucketLimiter((network, atOnce, perMinute), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = atOnce,
            TokensPerPeriod = perMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        });
    });

    public bool Allows(HttpContext http)
    {
        if (ClientNetwork.Of(http) is not { } network) return true;
        using var lease = _limiter.AttemptAcquire(network);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
