using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Start;

public class HttpsOnlyTests
{
    private const string Proxy = "10.1.2.3";

    [Fact]
    public async Task In_production_plain_http_leads_to_the_public_address_and_takes_nothing()
    {
        await using var app = new TestApp();
        using var browser = Plain(app, Proxy);

        var page = await browser.GetAsync("/netzwerk?a=b%20c");
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
        Assert.Equal(TestApp.BaseUrl + "/netzwerk?a=b%20c", page.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/konto/anmelden", new FormUrlEncodedContent([]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).StatusCode);
    }

    [Theory]
    [InlineData("10.1.2.3", HttpStatusCode.OK)]
    [InlineData("10.0.0.0/8, 192.168.0.1", HttpStatusCode.OK)]
    [InlineData("10.1.2.4", HttpStatusCode.Found)]
    [InlineData("", HttpStatusCode.Found)]
    public async Task Only_a_known_proxy_is_believed_that_the_visitor_came_over_https(string known, HttpStatusCode expected)
    {
        await using var app = new TestApp(("Proxy:Known", known));
        using var browser = Plain(app, Proxy);
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        var answer = await browser.GetAsync("/netzwerk");

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("10.1.2.3", false)]
    public async Task Production_that_nobody_reaches_says_at_start_what_to_set(string known, bool warns)
    {
        await using var app = new TestApp(("Proxy:Known", known));
        using var browser = Plain(app, Proxy);

        Assert.Equal(warns ? 1 : 0, app.Log.Lines.Count(line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("Setzen Sie Proxy:Known", StringComparison.Ordinal)));
    }

    private static HttpClient Plain(TestApp app, string from)
    {
        var browser = app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://localhost"), AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Add("Test-Remote-Address", from);
        return browser;
    }
}
