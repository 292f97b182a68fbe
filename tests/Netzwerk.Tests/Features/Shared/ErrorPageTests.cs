using System.Net;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Shared;

public sealed class ErrorPageTests
{
    [Fact]
    public async Task An_unknown_address_answers_in_German_and_leads_on()
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync("/gibt/es/nicht");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Diese Seite gibt es nicht", page.Heading);
        Assert.NotNull(page.Document.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Equal(HttpStatusCode.OK, (await page.FollowAsync("Zu den Veranstaltungen")).Status);
    }

    [Theory]
    [InlineData(400, "Das hat nicht geklappt")]
    [InlineData(403, "Diese Seite ist nicht für Sie freigegeben")]
    [InlineData(413, "Das war zu viel Text")]
    [InlineData(429, "Gerade kommen sehr viele Anfragen von Ihrem Anschluss")]
    [InlineData(500, "Bei uns ist etwas schiefgegangen")]
    [InlineData(503, "Die Seite ist gerade nicht erreichbar")]
    public async Task Each_kind_of_trouble_has_its_own_words_and_keeps_its_status(int status, string heading)
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync($"/fehler/{status}");

        Assert.Equal(status, (int)page.Status);
        Assert.Equal(heading, page.Heading);
        Assert.Equal("no-store", page.Header("Cache-Control"));
    }

    [Fact]
    public async Task A_refused_post_from_a_foreign_page_gets_a_page_too()
    {
        await using var app = new TestApp();
        using var browser = app.Browser();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        var response = await browser.PostAsync(new Uri("/anmeldung/irgendein-link/abmelden", UriKind.Relative), new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Das hat nicht geklappt", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://localhost/netzwerk?von=da", "/netzwerk?von=da")]
    [InlineData("https://fremd.example/falle", null)]
    [InlineData("kein Verweis", null)]
    public async Task The_way_back_leads_only_to_this_site(string referer, string? expected)
    {
        await using var app = new TestApp();
        using var browser = app.Browser();
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Referer", referer);

        var page = await browser.OpenAsync("/gibt/es/nicht");

        var back = page.Document.QuerySelectorAll(".nw-link-list a").FirstOrDefault(link => Page.Words(link) == "Zurück zur vorigen Seite");
        Assert.Equal(expected, back?.GetAttribute("href"));
    }
}
