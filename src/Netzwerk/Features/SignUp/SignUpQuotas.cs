using Microsoft.Extensions.Options;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.SignUp;

/// <summary>Whose sign-ups count together, so that one address cannot fill an event. Named offices and Development are not counted.</summary>
public sealed class SignUpQuotas(IOptionsMonitor<LimitOptions> options, IHostEnvironment environment, NetworkCounts counts)
{
    public NetworkQuota? Of(HttpContext http, Guid eventId) =>
        !environment.IsDevelopment() && ClientNetwork.Of(http) is { } network && !ClientNetwork.IsIn(network, options.CurrentValue.Offices)
            ? new NetworkQuota(counts.KeyOf($"sign-up {eventId:N}", network.ToString()), options.CurrentValue.SignUpsPerNetworkAndHour)
            : null;
}
