using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>An action of the site with every name under which a request could bring it a value.</summary>
/// <param name="OfAddress">Those that the address names.</param>
internal sealed record EndpointCase(Route Route, IReadOnlySet<string> OfAddress, IReadOnlyList<string> Names)
{
    private const int Depth = 2;

    public static IReadOnlyList<EndpointCase> All(TestApp app) => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(method => Of(endpoint, method)))
        .OrderBy(tested => tested.Route.Pattern, StringComparer.Ordinal).ThenBy(tested => tested.Route.Method, StringComparer.Ordinal)];

    /// <summary>To the event's own address, with the foreign event's values under every name.</summary>
    public HttpRequestMessage Request(EventContents own, EventContents foreign, Spelling spelling, Place place)
    {
        var pattern = Route.Pattern;
        var path = Route.Path(own.Slug, own.IdFor(pattern)).Replace(new string('A', 43), own.Token, StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(Route.Method), path);
        place.Put(request, [.. Names.SelectMany(name => spelling.Write(name, own.ValueFor(name, pattern), foreign.ValueFor(name, pattern)))]);
        return request;
    }

    private static EndpointCase Of(RouteEndpoint endpoint, string method)
    {
        var action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()!;
        var ofAddress = endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)
            .Concat(action.Parameters.Where(parameter => method == "POST" && parameter.BindingInfo?.BindingSource == BindingSource.Query).Select(parameter => parameter.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        // The names of all addresses, because a filter or a view could ask for one that the action does not know.
        string[] everywhere = ["slug", "id", "token"];
        var names = ofAddress.Concat(everywhere).Concat(action.Parameters.SelectMany(NamesOf)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new EndpointCase(new Route(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), IsAsset: false), ofAddress, names);
    }

    private static IEnumerable<string> NamesOf(ParameterDescriptor parameter) => NamesOf(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType, Depth);

    private static IEnumerable<string> NamesOf(string name, Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(CancellationToken)) return [];
        if (depth == 0 || type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type.Namespace?.StartsWith("Netzwerk", StringComparison.Ordinal) is not true) return [name];
        return type.GetProperties().Where(property => property.GetIndexParameters().Length == 0).SelectMany(property => NamesOf($"{name}.{property.Name}", property.PropertyType, depth - 1));
    }
}

/// <summary>One way to write a name, with its value or values.</summary>
internal sealed record Spelling(string Name, Func<string, string, string, IReadOnlyList<(string Name, string Value)>> Write)
{
    public static readonly IReadOnlyList<Spelling> Usual = [new("its own name", (name, _, foreign) => [(name, foreign)])];

    public static readonly IReadOnlyList<Spelling> All =
    [
        .. Usual,
        new("upper case", (name, _, foreign) => [(name.ToUpperInvariant(), foreign)]),
        new("an index", (name, _, foreign) => [(name + "[0]", foreign), (name + "[]", foreign)]),
        new("twice", (name, own, foreign) => [(name, own), (name, foreign)]),
        new("a property", (name, _, foreign) => [(name + ".Value", foreign), ("Form." + name, foreign)]),
    ];
}

/// <summary>One place of a request in which names and values can stand.</summary>
internal sealed record Place(string Name, Action<HttpRequestMessage, IReadOnlyList<(string Name, string Value)>> Put)
{
    private static readonly Place Query = new("query", (request, values) => request.RequestUri = new Uri(
        $"{request.RequestUri}?{string.Join('&', values.Select(value => $"{Uri.EscapeDataString(value.Name)}={Uri.EscapeDataString(value.Value)}"))}", UriKind.Relative));

    private static readonly Place Form = new("form", (request, values) => request.Content = new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value))));

    private static readonly IReadOnlyList<Place> Bodies =
    [
        Form,
        new("multipart", (request, values) =>
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in values) parts.Add(new StringContent(value), $"\"{name}\"");
            request.Content = parts;
        }),
        new("JSON", (request, values) => request.Content = new StringContent(
            JsonSerializer.Serialize(values.GroupBy(value => value.Name, StringComparer.Ordinal).ToDictionary(all => all.Key, all => all.Last().Value)), Encoding.UTF8, "application/json")),
        new("form under another type", (request, values) =>
        {
            Form.Put(request, values);
            request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        }),
        new("chunked form", (request, values) =>
        {
            Form.Put(request, values);
            request.Headers.TransferEncodingChunked = true;
        }),
    ];

    /// <summary>Where no action reads: what is sent there changes nothing, so a POST with it does what it was sent for.</summary>
    public static readonly IReadOnlyList<Place> Unread =
    [
        new("header", (request, values) =>
        {
            foreach (var (name, value) in values) request.Headers.TryAddWithoutValidation(name, value);
        }),
        new("method override", (request, values) =>
        {
            Form.Put(request, values);
            request.Headers.Add("X-HTTP-Method-Override", request.Method == HttpMethod.Get ? "POST" : "GET");
        }),
        new("rewritten address", (request, values) =>
        {
            var foreign = values.FirstOrDefault(value => value.Name.Equals("slug", StringComparison.OrdinalIgnoreCase)).Value ?? "";
            foreach (var header in (string[])["X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-Forwarded-Path"])
                request.Headers.Add(header, string.Create(CultureInfo.InvariantCulture, $"/verwaltung/veranstaltungen/{foreign}/anmeldungen"));
        }),
    ];

    public static IEnumerable<Place> For(string method) => method == "POST" ? Bodies.Prepend(Query) : Bodies.Take(2).Prepend(Query).Concat(Unread);
}
