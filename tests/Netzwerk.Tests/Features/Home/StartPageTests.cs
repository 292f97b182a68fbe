using System.Net;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Home;

public sealed class StartPageTests
{
    [Fact]
    public async Task What_is_coming_up_stands_there_with_the_days_that_are_left()
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync("/");

        Assert.Equal("Allein erziehen, nicht allein sein", page.Heading);
        Assert.Contains("Anmeldung offen", page.Text, StringComparison.Ordinal);
        Assert.Contains("noch 11 Tage, bis Freitag, 4.\u00A0November", page.Text, StringComparison.Ordinal);
        Assert.Contains("Noch ist keine dabei.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-11-03T12:00:00+01:00", "noch 1 Tag, bis Freitag, 4.\u00A0November")]
    [InlineData("2022-11-04T23:59:59.999+01:00", "nur noch heute, bis Freitag, 4.\u00A0November")]
    [InlineData("2022-11-05T00:00:00+01:00", "Anmeldung geschlossen")]
    public async Task The_card_changes_with_the_clock(string moment, string words)
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

        var page = await app.OpenAsync("/");

        Assert.Contains(words, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_is_over_moves_to_the_archive()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(new DateTimeOffset(2022, 11, 11, 16, 30, 0, TimeSpan.FromHours(1)));

        var page = await app.OpenAsync("/");

        Assert.Contains("Zurzeit steht keine Veranstaltung an.", page.Text, StringComparison.Ordinal);
        var next = await page.FollowAsync("Jubiläumsfeier, Freitag, 11.\u00A0November\u00A02022");
        Assert.Equal(HttpStatusCode.OK, next.Status);
    }

    [Fact]
    public async Task A_cancelled_event_says_so()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.CancelledAt = app.Clock.GetUtcNow().UtcDateTime);

        var page = await app.OpenAsync("/");

        Assert.Contains("Abgesagt", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anmeldung offen", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_find_the_public_pages_under_the_public_address_and_no_others()
    {
        await using var app = new TestApp();

        var sitemap = await app.OpenAsync("/sitemap.xml");
        var robots = await app.OpenAsync("/robots.txt");

        Assert.Equal("application/xml", sitemap.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"<loc>{TestApp.BaseUrl}/veranstaltungen/jubilaeum-2022</loc>", sitemap.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", sitemap.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/verwaltung", sitemap.Html, StringComparison.Ordinal);
        Assert.Contains("Disallow: /anmeldung/\n", robots.Html, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {TestApp.BaseUrl}/sitemap.xml", robots.Html, StringComparison.Ordinal);
    }
}
