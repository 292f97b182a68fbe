using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>
/// What one visitor sends never changes what the next one sees: every page that everybody may open × every request that could leave something
/// in front of it. Read from the endpoint table (OWASP ASVS 5.0, V14.2.5; RFC 9110, 9.3.1).
/// </summary>
[Trait("Engine", "Sqlite")]
public sealed partial class CachePoisoningTests
{
    [Fact]
    public async Task No_request_changes_what_the_next_visitor_sees()
    {
        await using var app = new TestApp();
        var (foreign, own) = (await EventContents.CanaryAsync(app), await EventContents.OwnAsync(app));
        var faults = new List<string>();
        var sent = 0;
        foreach (var path in PublicPaths(app, own))
        {
            var before = await SeeAsync(app, path);
            foreach (var (name, request) in Attacks(path, foreign))
            {
                // So that it is this request that fills what is kept.
                app.Clock.Advance(TimeSpan.FromSeconds(1));
                using (request)
                {
                    using var answer = await app.Browser(followRedirects: false).SendAsync(request);
                    if ((int)answer.StatusCode >= 500) faults.Add($"{path}: {name} answers {(int)answer.StatusCode}");
                }
                if (await SeeAsync(app, path) is var after && after != before) faults.Add($"{path}: {name} changed the page of the next visitor");
                sent++;
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} of {sent}:\n{string.Join('\n', faults.Take(40))}");
        Assert.True(sent > 1_000, $"Only {sent} requests were tried.");
    }

    [Fact]
    public async Task A_body_of_a_GET_is_read_by_nothing()
    {
        await using var app = new TestApp();
        var foreign = await EventContents.CanaryAsync(app);
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Options])
        {
            foreach (var content in (HttpContent[])[
                new FormUrlEncodedContent([KeyValuePair.Create("slug", foreign.Slug)]),
                new StringContent("--x\r\nbroken", new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", "x") } })])
            {
                using var request = new HttpRequestMessage(method, $"/veranstaltungen/{TestApp.Anniversary}") { Content = content };
                using var answer = await app.Browser().SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{method} answers {answer.StatusCode}");
                Assert.DoesNotContain(EventContents.CanaryTitle, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    private static IReadOnlyList<string> PublicPaths(TestApp app, EventContents own) => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        .SelectMany(endpoint => Route.All(app).Where(route => route is { Method: "GET", IsAsset: false } && route.Pattern == "/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
        // With a token that opens nothing: whoever has one changes what it opens.
        .Select(route => route.Path(own.Slug, own.IdFor(route.Pattern)))
        .Distinct(StringComparer.Ordinal).OrderBy(path => path, StringComparer.Ordinal)];

    private static IEnumerable<(string Name, HttpRequestMessage Request)> Attacks(string path, EventContents foreign)
    {
        KeyValuePair<string, string>[] values = [new("slug", foreign.Slug), new("Slug", foreign.Slug), new("id", foreign.RegistrationId.ToString()), new("token", foreign.Token), new("hinweis", "x")];
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Options, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Trace])
        {
            yield return ($"{method}", new HttpRequestMessage(method, path));
            yield return ($"{method} with a form", new HttpRequestMessage(method, path) { Content = new FormUrlEncodedContent(values) });
            yield return ($"{method} with JSON", new HttpRequestMessage(method, path) { Content = new StringContent($$"""{"slug":"{{foreign.Slug}}"}""", Encoding.UTF8, "application/json") });
        }
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in values) parts.Add(new StringContent(value), name);
        yield return ("GET with multipart", new HttpRequestMessage(HttpMethod.Get, path) { Content = parts });
        yield return ("query", new HttpRequestMessage(HttpMethod.Get, $"{path}?{string.Join('&', values.Select(value => $"{value.Key}={value.Value}"))}"));
        foreach (var (name, value) in ((string, string)[])[
            ("Host", "boese.example"), ("X-Forwarded-Host", "boese.example"), ("X-Forwarded-Proto", "http"), ("X-Forwarded-Prefix", "/boese"), ("X-Forwarded-For", "203.0.113.9"),
            ("Forwarded", "host=boese.example;proto=http"), ("X-Original-URL", $"/veranstaltungen/{foreign.Slug}"), ("X-Rewrite-URL", $"/veranstaltungen/{foreign.Slug}"),
            ("X-HTTP-Method-Override", "POST"), ("Accept", "application/json"), ("Accept-Language", "xx-YY,tlh"), ("Accept-Encoding", "br"), ("Accept-Encoding", "gzip;q=0, *;q=0"),
            ("Accept-Encoding", "deflate, zstd"), ("Range", "bytes=0-10"), ("If-None-Match", "*"), ("If-None-Match", "W/\"x\""), ("If-Modified-Since", "Sat, 29 Oct 2050 19:43:31 GMT"),
            ("Cookie", "__Host-netzwerk=x; slug=kanarienfest-2022"), ("Authorization", "Bearer x"), ("Origin", "https://boese.example"), ("Sec-Fetch-Site", "cross-site"), ("Upgrade-Insecure-Requests", "1"),
            ("Save-Data", "on"), ("User-Agent", "\"><script>alert(1)</script>"), ("Referer", "https://boese.example/")])
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(name, value);
            yield return ($"{name}: {value}", request);
        }
        foreach (var spelling in (string[])[path + "/", "/" + path, path.ToUpperInvariant(), path + "%20", path + "/.", path.Replace("a", "%61", StringComparison.Ordinal), path + ";x=1"])
            yield return ($"the spelling {spelling}", new HttpRequestMessage(HttpMethod.Get, new Uri("https://localhost" + spelling)));
    }

    /// <summary>A page as a new visitor sees it, without what is new for every visitor.</summary>
    private static async Task<string> SeeAsync(TestApp app, string path)
    {
        using var answer = await app.Browser(followRedirects: false).GetAsync(new Uri(path, UriKind.Relative));
        var text = Changing().Replace(await answer.Content.ReadAsStringAsync(), "");
        return $"{(int)answer.StatusCode} {answer.Headers.Location} {answer.Content.Headers.ContentType}\n{text}";
    }

    /// <summary>Antiforgery tokens, sealed fields and passkey challenges; the moment at which a file was made.</summary>
    [GeneratedRegex("""value="CfDJ8[^"]*"|data-options="[^"]*"|DTSTAMP:\w+|"gespeichertBis[^,]*""")]
    private static partial Regex Changing();
}
