using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// Setting <c>Proxy:Known</c>: addresses (10.0.0.5) and networks (10.0.0.0/24) whose forwarded headers are believed, in a list or separated
/// by commas. Nobody else may say where a request came from or that it came over HTTPS.
/// </summary>
public static class Proxies
{
    private const string Setting = "Proxy:Known";

    public static IServiceCollection AddKnownProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var known = Known(configuration).Select(Parse).ToList();
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            if (known.Count == 0) return;
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As many hops as are known; the first unknown one ends the chain.
            options.ForwardLimit = null;
            foreach (var network in known) options.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>Production speaks HTTPS, itself or through a known proxy: pages lead there, everything else is refused before it is read.</summary>
    public static IApplicationBuilder UseHttpsOnly(this IApplicationBuilder app, SiteOptions site) => app.Use((context, next) =>
    {
        var request = context.Request;
        var mayPass = request.IsHttps || request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (mayPass) return next(context);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            context.Response.Redirect(site.Url(request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent()));
        else context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>Without HTTPS and without a proxy that is believed, Production only ever leads from its public address to its public address.</summary>
    public static void WarnWithoutHttps(this WebApplication app)
    {
        if (!app.Environment.IsHardened() || Known(app.Configuration).Any()) return;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            if (app.Urls.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))) return;
            app.Logger.LogWarning("Niemand erreicht diese Seite: Sie hört nur auf http und leitet alles auf Site:BaseUrl um. Setzen Sie Proxy:Known auf die Adresse des Proxys, der HTTPS annimmt, zum Beispiel 10.0.0.5, oder nennen Sie in ASPNETCORE_URLS eine https-Adresse mit Zertifikat. Siehe README, Abschnitt Einstellungen.");
        });
    }

    public static IEnumerable<string> Known(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        return section.GetChildren().Select(child => child.Value).Prepend(section.Value)
            .SelectMany(value => (value ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static System.Net.IPNetwork Parse(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        throw new InvalidSettingException($"{Setting} enthält „{text}“, das ist keine Adresse und kein Netz. Schreiben Sie zum Beispiel 10.0.0.5 oder 10.0.0.0/24. Siehe README, Abschnitt Einstellungen.");
    }
}
