using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// Pages that are the same for everybody and carry nothing of a person are kept ready, compressed, for one second of the event clock or
/// until something changes: what they show is right with the next request.
/// </summary>
public static class PublicPages
{
    public const string Policy = "public";

    public static void Configure(OutputCacheOptions options)
    {
        options.SizeLimit = 16 * 1024 * 1024;
        options.AddPolicy(Policy, policy => policy
            .Expire(TimeSpan.FromSeconds(2))
            .SetVaryByHost(false)
            .SetVaryByQuery([])
            .SetVaryByHeader("Accept-Encoding")
            .VaryByValue(http => KeyValuePair.Create("as-of", AsOf(http.RequestServices))));
    }

    private static string AsOf(IServiceProvider services) => string.Create(CultureInfo.InvariantCulture,
        $"{services.GetRequiredService<EventChanges>().Count}.{services.GetRequiredService<EventClock>().GetUtcNow().ToUnixTimeSeconds()}");
}
