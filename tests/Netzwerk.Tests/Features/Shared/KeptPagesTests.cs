using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Shared;

/// <summary>Public pages are answered from memory, and nobody can tell but by the waiting.</summary>
public sealed class KeptPagesTests
{
    private const string EventPath = "/veranstaltungen/" + TestApp.Anniversary;
    private const string FormPath = EventPath + "/anmeldung";

    [Theory]
    [InlineData(EventPath)]
    [InlineData(FormPath)]
    [InlineData(EventPath + ".ics")]
    [InlineData("/")]
    public async Task A_kept_answer_has_the_bytes_and_the_headers_of_a_fresh_one(string path)
    {
        await using var app = new TestApp();

        var fresh = await app.OpenAsync(path);
        var kept = await app.OpenAsync(path);

        Assert.Equal(fresh.Html, kept.Html);
        Assert.Equal(Headers(fresh.Response), Headers(kept.Response));
        Assert.Equal("no-cache", kept.Header("Cache-Control"));
        Assert.Equal("Accept-Encoding", kept.Header("Vary"));
    }

    [Theory]
    [InlineData(EventPath)]
    [InlineData(FormPath)]
    public async Task Whoever_still_has_the_page_is_told_that_it_holds_until_it_does_not(string path)
    {
        await using var app = new TestApp();
        var first = await app.OpenAsync(path);
        app.Clock.Advance(TimeSpan.FromHours(1));

        using var madeAgain = await AskAsync(app, path, "If-None-Match", first.Header("ETag")!);
        using var kept = await AskAsync(app, path, "If-None-Match", $"\"other\", {first.Header("ETag")}");

        Assert.All((HttpResponseMessage[])[madeAgain, kept], answer =>
        {
            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
            Assert.Equal(first.Header("ETag"), answer.Headers.ETag!.ToString());
            Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
            Assert.Null(answer.Content.Headers.ContentType);
        });
        Assert.Empty(await kept.Content.ReadAsByteArrayAsync());

        await app.ChangeEventAsync(ev => ev.ShortTitle = "Sommerfest");
        using var changed = await AskAsync(app, path, "If-None-Match", first.Header("ETag")!);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Sommerfest", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_in_another_process_shows_within_a_second()
    {
        await using var app = new TestApp();
        await app.OpenAsync(EventPath);
        await ChangeElsewhereAsync(app, "Rathaus");

        var meanwhile = await app.OpenAsync(EventPath);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await app.OpenAsync(EventPath);

        Assert.DoesNotContain("Rathaus", meanwhile.Text, StringComparison.Ordinal);
        Assert.Contains("Rathaus", later.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("br;q=0.0, *", null)]
    [InlineData("brotli", null)]
    [InlineData("", null)]
    public async Task It_travels_in_the_smallest_form_that_the_visitor_takes(string accepted, string? expected)
    {
        await using var app = new TestApp();
        var plain = await app.OpenAsync(EventPath);

        using var answer = await AskAsync(app, EventPath, "Accept-Encoding", accepted);

        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes.Length, answer.Content.Headers.ContentLength);
        if (expected is not null) Assert.InRange(bytes.Length, 1, 7_000);
        using Stream open = expected switch
        {
            "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => new MemoryStream(bytes),
        };
        using var reader = new StreamReader(open);
        Assert.Equal(plain.Html, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task What_holds_something_of_a_person_is_neither_compressed_nor_kept()
    {
        await using var app = new TestApp();
        using var desk = await app.SignInAsync(Cast.Organizer);
        desk.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");

        foreach (var path in (string[])["/verwaltung", "/konto", $"/verwaltung{EventPath}/anmeldungen"])
        {
            using var answer = await desk.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Empty(answer.Content.Headers.ContentEncoding);
            Assert.Null(answer.Headers.ETag);
            Assert.Equal(HttpStatusCode.Redirect, (await app.Browser(followRedirects: false).GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task What_somebody_signed_in_was_shown_is_kept_for_nobody()
    {
        await using var app = new TestApp();
        using var desk = await app.SignInAsync(Cast.Organizer);
        var own = await desk.OpenAsync(EventPath);
        await ChangeElsewhereAsync(app, "Rathaus");

        Assert.Equal("no-store", own.Header("Cache-Control"));
        Assert.Contains("Rathaus", (await app.OpenAsync(EventPath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_pages_that_are_there_are_kept()
    {
        await using var app = new TestApp();
        await app.DbAsync(db => db.Events.ExecuteUpdateAsync(set => set.SetProperty(ev => ev.IsDraft, true)));
        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(EventPath)).Status);

        await app.DbAsync(db => db.Events.ExecuteUpdateAsync(set => set.SetProperty(ev => ev.IsDraft, false)));

        Assert.Equal(HttpStatusCode.OK, (await app.OpenAsync(EventPath)).Status);
    }

    [Fact]
    public async Task An_address_with_capitals_redirects_whether_the_page_is_kept_or_not()
    {
        await using var app = new TestApp();
        var shouted = EventPath.Replace(TestApp.Anniversary, TestApp.Anniversary.ToUpperInvariant(), StringComparison.Ordinal);
        using var browser = app.Browser(followRedirects: false);
        Assert.Equal(EventPath, (await browser.GetAsync(shouted)).Headers.Location?.ToString());

        await app.OpenAsync(EventPath);

        Assert.Equal(EventPath, (await browser.GetAsync(shouted)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_kept_page_stays_behind_https_and_answers_only_who_asks_for_it()
    {
        await using var app = new TestApp();
        await app.OpenAsync(EventPath);
        using var browser = app.Browser(followRedirects: false);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("http://localhost" + EventPath))).StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, EventPath);
        using var seen = await browser.SendAsync(head);
        Assert.Equal(Headers((await app.OpenAsync(EventPath)).Response), Headers(seen));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(new Uri(EventPath, UriKind.Relative), new FormUrlEncodedContent([]))).StatusCode);
    }

    [Fact]
    public async Task Only_doors_that_are_open_to_everybody_and_only_look_are_public_pages()
    {
        await using var app = new TestApp();

        var pages = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PublicPageAttribute>() is not null).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.NotNull(page.Metadata.GetMetadata<IAllowAnonymous>()));
        Assert.All(pages, page => Assert.Equal(["GET"], page.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods));
    }

    private static List<string> Headers(HttpResponseMessage answer) =>
        [.. answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal)];

    private static async Task<HttpResponseMessage> AskAsync(TestApp app, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return await app.Browser().SendAsync(request);
    }

    /// <summary>As another process would: this one hears nothing of it.</summary>
    private static Task<int> ChangeElsewhereAsync(TestApp app, string place) => app.DbAsync(db => db.Events.ExecuteUpdateAsync(set => set.SetProperty(ev => ev.Place, place)));
}
