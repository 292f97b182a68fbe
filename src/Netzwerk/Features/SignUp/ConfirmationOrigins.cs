using System.Collections.Concurrent;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.SignUp;

/// <summary>
/// From which networks an address was signed up within a day: the first confirmation of each waits for no daily limit, so that a stranger who
/// signs up somebody's address all day does not hold back her own. Only a few of them, because a stranger may have many networks, too. In
/// memory: a restart only lets more go.
/// </summary>
public sealed class ConfirmationOrigins(TimeProvider clock)
{
    public const int PerAddress = 5;

    private const int Most = 50_000;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, List<Origin>> _seen = new(StringComparer.Ordinal);

    /// <param name="network">Null where nobody counts; there the limit holds as it is.</param>
    public OutboxMail Mark(OutboxMail confirmation, Guid registration, NetworkQuota? network)
    {
        if (network is not null && IsFirst(confirmation.AddressKey, Convert.ToHexString(network.Key), registration)) confirmation.WaitForNoLimit();
        return confirmation;
    }

    /// <summary>The same registration may ask again, because its transaction was done anew.</summary>
    private bool IsFirst(string address, string network, Guid registration)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_seen.Count >= Most) _seen.Clear();
        var origins = _seen.GetOrAdd(address, _ => []);
        lock (origins)
        {
            origins.RemoveAll(origin => origin.Until <= now);
            if (origins.Find(origin => origin.Network == network) is { } before) return before.Registration == registration;
            if (origins.Count == PerAddress) return false;
            origins.Add(new Origin(network, registration, now + Day));
            return true;
        }
    }

    private sealed record Origin(string Network, Guid Registration, DateTime Until);
}
