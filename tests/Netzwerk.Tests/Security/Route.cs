using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>Every door of the site, read from its endpoint table, so that no new one is forgotten.</summary>
internal sealed record Route(string Method, string Pattern, bool IsAsset)
{
    public override string ToString() => $"{Method} {Pattern}";

    public static IReadOnlyList<Route> All(TestApp app) => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(endpoint => Methods(endpoint).Select(method => new Route(
            method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)))
        .Distinct().OrderBy(route => route.Pattern, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal)];

    /// <param name="id">For addresses with an id; a foreign or unknown one.</param>
    public string Path(string slug = TestApp.Anniversary, Guid? id = null)
    {
        var path = Pattern;
        foreach (var (part, value) in ((string, string)[])[
            ("{slug}", slug), ("{id:guid}", (id ?? Guid.Empty).ToString()), ("{role:guid}", Guid.Empty.ToString()), ("{id}", "abc"), ("{name}", "abc"), ("{number:int}", "1"), ("{token}", new string('A', 43)),
            ("{receipt}", "abc"), ("{status:int:range(400,599)}", "404"), ("{**path}", "gibt/es/nicht")])
            path = path.Replace(part, value, StringComparison.Ordinal);
        return path.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"Say in {nameof(Route)} what stands for the parameter of {Pattern}") : path;
    }

    public HttpRequestMessage Request(string? path = null) =>
        new(new HttpMethod(Method), path ?? Path()) { Content = Method == "POST" ? new FormUrlEncodedContent([]) : null };

    private static IEnumerable<string> Methods(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
        if (methods is { Count: > 0 }) return methods.Where(method => method != "HEAD");
        // Error pages and the fallback answer every method.
        return endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is null ? ["GET"] : ["GET", "POST"];
    }
}
