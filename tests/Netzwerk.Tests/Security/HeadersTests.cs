using System.Net;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>The same protective headers on every answer, errors and assets included.</summary>
public sealed class HeadersTests
{
    [Fact]
    public async Task Every_door_answers_with_every_header()
    {
        await using var app = new TestApp();
        var organizer = await app.SessionAsync(Cast.Organizer);
        foreach (var cookies in (string?[])[null, organizer])
        {
            foreach (var route in Route.All(app))
            {
                using var request = route.Request();
                if (cookies is not null) request.Headers.Add("Cookie", cookies);
                using var answer = await app.Browser(followRedirects: false).SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{route}: {answer.StatusCode}");
                AssertHeaders(answer, route.ToString());
            }
        }
    }

    [Theory]
    [InlineData("GET", "/gibt-es-nicht", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/netzwerk", HttpStatusCode.NotFound)]
    [InlineData("GET", "/anmeldung/x", HttpStatusCode.NotFound)]
    [InlineData("GET", "/veranstaltungen/%F0%9F%98%80", HttpStatusCode.NotFound)]
    public async Task Errors_have_them_too_and_a_friendly_page(string method, string path, HttpStatusCode expected)
    {
        await using var app = new TestApp();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        var page = await Page.ReadAsync(app.Browser(), await app.Browser().SendAsync(request));

        Assert.Equal(expected, page.Status);
        AssertHeaders(page.Response, path);
        Assert.NotEmpty(page.Heading);
    }

    [Fact]
    public async Task A_database_that_fails_shows_a_friendly_page_with_every_header_and_nothing_of_the_inside()
    {
        await using var app = new TestApp();
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"Partners\" RENAME TO \"PartnersAway\""));

        var page = await app.OpenAsync("/netzwerk");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal("60", page.Header("Retry-After"));
        AssertHeaders(page.Response, "503");
        Assert.DoesNotContain("Partners", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_on_a_real_socket()
    {
        await using var app = new LiveApp();
        // A client that does not wait for the answer and sends at once hears only that the line is dead.
        using var patient = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var client = new HttpClient(patient) { BaseAddress = app.Address };
        using var form = new FormUrlEncodedContent([new("Form.Question", new string('x', 2_000_000))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Answers.FormPath) { Content = form };
        request.Headers.ExpectContinue = true;

        var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        AssertHeaders(answer, "413", https: false);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Personal_pages_are_never_kept()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        await app.DeliverMailAsync();
        var own = await app.OpenAsync(app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink!);
        var desk = await (await app.SignInAsync(Cast.Organizer)).OpenAsync("/verwaltung/veranstaltungen/jubilaeum-2022/anmeldungen");

        Assert.All((Page[])[done, own, desk], page => Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal));
        Assert.Equal("no-referrer", own.Header("Referrer-Policy"));
        Assert.NotNull(own.Document.QuerySelector("meta[name=robots][content*=noindex]"));
    }

    [Fact]
    public async Task Parents_get_no_cookie_on_any_public_page()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna);
        var done = await Forms.SubmitAsync(check, "Jetzt anmelden");
        await app.DeliverMailAsync();
        var own = await app.OpenAsync(app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink!);
        var pages = new List<Page> { check, done, own };
        foreach (var route in Route.All(app).Where(route => route.Method == "GET" && !route.Pattern.StartsWith("/konto", StringComparison.Ordinal)))
            pages.Add(await Page.ReadAsync(app.Browser(), await app.Browser(followRedirects: false).SendAsync(route.Request())));

        Assert.All(pages, page => Assert.False(page.Response.Headers.Contains("Set-Cookie"), page.Where));
    }

    private static void AssertHeaders(HttpResponseMessage answer, string where, bool https = true)
    {
        string Value(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : throw new Xunit.Sdk.XunitException($"{where} lacks {name}");
        var policy = Value("Content-Security-Policy");
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Value("X-Content-Type-Options"));
        Assert.Equal("same-origin", Value("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Value("Cross-Origin-Resource-Policy"));
        Assert.Contains(Value("Referrer-Policy"), (string[])["same-origin", "no-referrer"]);
        Assert.Contains("camera=()", Value("Permissions-Policy"), StringComparison.Ordinal);
        if (https) Assert.StartsWith("max-age=31536000", Value("Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.NotEmpty(Value("Cache-Control"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }
}
