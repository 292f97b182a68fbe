using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Shared;

/// <summary>What every page for visitors has in common.</summary>
public sealed class PublicPagesTests
{
    public static TheoryData<string> Paths => ["/", "/archiv", "/netzwerk", "/netzwerk/wegweiser", "/netzwerk/flyer", "/impressum", "/datenschutz", "/barrierefreiheit"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_page_says_what_it_is_and_where_it_lives(string path)
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.EndsWith(" – Netzwerk Wirksame Hilfen für Alleinerziehende", page.Title, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Equal("de", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Document.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
        Assert.Equal(TestApp.BaseUrl + path, page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("#inhalt", page.Document.QuerySelector("body > a")!.GetAttribute("href"));
        Assert.NotNull(page.Document.QuerySelector("main#inhalt[tabindex='-1']"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_page_sets_no_cookie_carries_no_inline_style_and_loads_nothing_from_elsewhere(string path)
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync(path);

        Assert.Null(page.Header("Set-Cookie"));
        Assert.Empty(page.Document.QuerySelectorAll("[style], style, iframe, img"));
        Assert.All(page.Document.QuerySelectorAll("head link[rel=stylesheet], head link[rel=icon], head link[rel=preload], script"),
            asset => Assert.StartsWith("/", asset.GetAttribute("href") ?? asset.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_style_sheet_and_its_fonts_are_there_and_small()
    {
        await using var app = new TestApp();
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/");

        var css = await browser.GetByteArrayAsync(new Uri(page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, UriKind.Relative));
        var font = await browser.GetAsync(new Uri(page.Document.QuerySelector("link[rel=preload]")!.GetAttribute("href")!, UriKind.Relative));

        using var compressed = new MemoryStream();
        await using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) await brotli.WriteAsync(css);
        Assert.InRange(compressed.Length, 1, 16 * 1024);
        // Purging this rule away would break contrast in dark mode.
        Assert.Contains(":not([class*=kern-level-])", System.Text.Encoding.UTF8.GetString(css), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, font.StatusCode);
        Assert.Equal("font/woff2", font.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Whatever_a_page_loads_is_kept_by_the_browser_for_good_under_an_address_that_changes_with_it()
    {
        await using var app = new TestApp();
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/");
        var assets = page.Document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload]").Select(link => link.GetAttribute("href")!).ToList();
        var css = await browser.GetStringAsync(new Uri(assets.Single(asset => asset.EndsWith(".css", StringComparison.Ordinal)), UriKind.Relative));
        var fonts = Regex.Matches(css, @"url\((fonts/[^)]+)\)").Select(match => "/" + match.Groups[1].Value).ToList();

        Assert.Equal(2, fonts.Count);
        // Else the browser would fetch one font under two addresses. After a change of the font: see Styles/README.md.
        Assert.Contains(assets.Single(asset => asset.EndsWith(".woff2", StringComparison.Ordinal)), fonts);
        foreach (var asset in assets.Concat(fonts))
        {
            var answer = await browser.GetAsync(new Uri(asset, UriKind.Relative));
            Assert.Equal((asset, HttpStatusCode.OK), (asset, answer.StatusCode));
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }
}
