using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>Requests that no browser sends, at every door that the endpoint table knows: none answers 500.</summary>
[Trait("Engine", "Sqlite")]
public sealed class BrokenRequestTests
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    private static readonly (string Name, string? Type, byte[] Body)[] Bodies =
    [
        ("multipart without boundary", "multipart/form-data", "--x\r\n\r\nabc"u8.ToArray()),
        ("multipart that ends early", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Form.Email\"\r\n\r\nabc"u8.ToArray()),
        ("multipart with broken headers", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition\r\n\r\nabc\r\n--x--\r\n"u8.ToArray()),
        ("multipart with a NUL", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Form.Email\"\r\n\r\n\0\r\n--x--\r\n"u8.ToArray()),
        ("multipart with a long boundary", "multipart/form-data; boundary=" + new string('x', 500), "--x--\r\n"u8.ToArray()),
        ("multipart with a file", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Form.Email\"; filename=\"a\"\r\n\r\nabc\r\n--x--\r\n"u8.ToArray()),
        ("unknown charset", UrlEncoded + "; charset=klingon", "Form.Email=a"u8.ToArray()),
        ("UTF-7", UrlEncoded + "; charset=utf-7", "Form.Email=+AAA-"u8.ToArray()),
        ("UTF-16", UrlEncoded + "; charset=utf-16", "Form.Email=a"u8.ToArray()),
        ("bad escapes", UrlEncoded, "%=%&%zz=%ED%A0%80&Form.Email=%C3%28%00"u8.ToArray()),
        ("raw bytes", UrlEncoded, [0xFF, 0x00, 0xC3, (byte)'=', 0xED, 0xA0, 0x80]),
        ("a name beyond all measure", UrlEncoded, Encoding.ASCII.GetBytes(new string('n', 10_000) + "=1")),
        ("more fields than any form has", UrlEncoded, Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 2_000).Select(i => $"f{i}=1")))),
        ("rows beyond any list", UrlEncoded, "Form.Children[99999999999].FirstName=a&Form.Children[-1].Age=2&Form.Answers[2147483647].Text=b&Form[a]=1"u8.ToArray()),
        ("JSON", "application/json", "{\"Form\":{\"Email\":\"a\"}}"u8.ToArray()),
        ("no type", null, "Form.Email=a"u8.ToArray()),
    ];

    private static readonly string[] Queries = ["?%", "?%zz=%ED%A0%80", "?suche=%00&status=%00&seite=99999999999&sortierung=%FF", "?konto=x&code=%00&returnUrl=%00&hinweis=%00", "?a[=]&b]=[&=&&"];

    [Fact]
    public async Task No_body_makes_any_form_answer_500()
    {
        await using var app = new TestApp();
        var cookies = await app.SessionAsync(Cast.Organizer);
        var browser = app.Browser(followRedirects: false);
        var faults = new List<string>();
        foreach (var route in Route.All(app).Where(route => route.Method == "POST"))
        {
            foreach (var (name, type, body) in Bodies)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, route.Path()) { Content = new ByteArrayContent(body) };
                if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                request.Headers.Add("Cookie", cookies);
                using var answer = await browser.SendAsync(request);
                if ((int)answer.StatusCode >= 500) faults.Add($"{route} with {name}: {(int)answer.StatusCode}");
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task No_method_query_or_header_makes_any_page_answer_500()
    {
        await using var app = new TestApp();
        var cookies = await app.SessionAsync(Cast.Organizer);
        var browser = app.Browser(followRedirects: false);
        var faults = new List<string>();
        foreach (var path in Route.All(app).Where(route => !route.IsAsset).Select(route => route.Path()).Distinct(StringComparer.Ordinal))
        {
            foreach (var method in (string[])["GET", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "GEHEIM"]) await SendAsync(method, path, _ => { });
            foreach (var query in Queries) await SendAsync("GET", path + query, _ => { });
            await SendAsync("GET", path, request =>
            {
                foreach (var header in (string[])["Accept-Language", "If-None-Match", "Referer", "Origin", "Accept-Encoding", "Range"]) request.Headers.TryAddWithoutValidation(header, new string('9', 6_000) + ";q=\"");
            });
        }
        Assert.Empty(faults);

        async Task SendAsync(string method, string path, Action<HttpRequestMessage> change)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
            request.Headers.Add("Cookie", cookies);
            change(request);
            using var answer = await browser.SendAsync(request);
            if ((int)answer.StatusCode >= 500 && !path.StartsWith("/health", StringComparison.Ordinal)) faults.Add($"{method} {path}: {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", HttpStatusCode.BadRequest)]
    [InlineData("application/json", HttpStatusCode.UnsupportedMediaType)]
    public async Task An_unreadable_form_is_refused_with_a_page_that_says_what_to_do(string type, HttpStatusCode status)
    {
        await using var app = new TestApp();
        var browser = app.Browser();
        using var body = new ByteArrayContent("--x\r\nnothing"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", type);

        var page = await Page.ReadAsync(browser, await browser.PostAsync(Answers.FormPath, body));

        Assert.Equal((status, "Das hat nicht geklappt"), (page.Status, page.Heading));
    }
}
