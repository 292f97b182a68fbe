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

    /// <summary>
    /// Compresses only these pages, once for as long as they are kept. An answer that holds something of a person and something that was
    /// typed tells by its compressed length what is in it (BREACH).
    /// </summary>
    public static IApplicationBuilder UsePublicPageCompression(this IApplicationBuilder app) => app.UseWhen(
        http => http.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>()?.PolicyName == Policy,
        pages => pages.UseResponseCompression());

    private static string AsOf(IServiceProvider services) => string.Create(CultureInfo.InvariantCulture,
        $"{services.GetRequiredService<EventChanges>().Count}.{services.GetRequiredService<EventClock>().GetUtcNow().ToUnixTimeSeconds()}");
}
