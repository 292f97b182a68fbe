using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Network;

public sealed class NetworkPagesTests
{
    [Theory]
    [InlineData("Anja Komossa", "Jobcenter Cloppenburg")]
    [InlineData("Dr. Christina Neumann", "ehemalige Gleichstellungsbeauftragte")]
    [InlineData("Ivonne Flerlage", "Schwangerenberatung")]
    [InlineData("Ines Luthmann", "Sozialdienst katholischer Frauen Cloppenburg")]
    [InlineData("Elisabeth Kessens", "Caritas-Sozialwerk Cloppenburg")]
    [InlineData("Sandra kl.\u00A0Stüve", "Stadt Friesoythe")]
    [InlineData("Renate Hitz", "Koordinierungsstelle Frauen und Wirtschaft")]
    public async Task Every_member_stands_there_with_what_she_stands_for(string name, string institution)
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync("/netzwerk");

        var member = Assert.Single(page.Document.QuerySelectorAll(".nw-thread > li"), li => Page.Words(li).StartsWith(name, StringComparison.Ordinal));
        Assert.Contains(institution, Page.Words(member), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_concern_on_the_network_page_leads_to_its_answer()
    {
        await using var app = new TestApp();

        var network = await app.OpenAsync("/netzwerk");
        var guide = await app.OpenAsync("/netzwerk/wegweiser");

        var concerns = network.Document.QuerySelectorAll("a[href^='/netzwerk/wegweiser#']");
        Assert.Equal(5, concerns.Length);
        Assert.All(concerns, link =>
            Assert.Equal(Page.Words(link), Page.Words(guide.Document.GetElementById(link.GetAttribute("href")!.Split('#')[1])!.QuerySelector("h2")!)));
    }

    [Fact]
    public async Task Nobody_is_sent_to_someone_who_has_left_her_office()
    {
        await using var app = new TestApp();

        var guide = await app.OpenAsync("/netzwerk/wegweiser");

        Assert.DoesNotContain("Neumann", guide.Text, StringComparison.Ordinal);
        Assert.Contains("Jede vermittelt Sie an die passende.", guide.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_flyer_is_a_light_sheet_with_tips_helpers_and_members()
    {
        await using var app = new TestApp();

        var flyer = await app.OpenAsync("/netzwerk/flyer");

        Assert.Equal("Alleinerziehend und Beruf", flyer.Heading);
        Assert.Equal("light", flyer.Document.DocumentElement.GetAttribute("data-kern-theme"));
        Assert.Equal(3, flyer.Document.QuerySelectorAll(".nw-flyer__tips li").Length);
        Assert.Equal(7, flyer.Document.QuerySelectorAll(".nw-flyer__members li").Length);
    }
}
