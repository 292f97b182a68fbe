using System.Net;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Events;

public sealed class CanonicalAddressTests
{
    [Theory]
    [InlineData("/veranstaltungen/Jubilaeum-2022", "/veranstaltungen/jubilaeum-2022")]
    [InlineData("/Veranstaltungen/JUBILAEUM-2022?a=B&c=%0d", "/veranstaltungen/jubilaeum-2022?a=B&c=%0d")]
    [InlineData("/veranstaltungen/Jubilaeum-2022.ICS", "/veranstaltungen/jubilaeum-2022.ics")]
    [InlineData("/veranstaltungen/Jubilaeum-2022/anmeldung", "/veranstaltungen/jubilaeum-2022/anmeldung")]
    [InlineData("/verwaltung/veranstaltungen/Jubilaeum-2022/bearbeiten", "/verwaltung/veranstaltungen/jubilaeum-2022/bearbeiten")]
    public async Task An_address_in_capitals_leads_to_the_one_that_is_kept(string typed, string canonical)
    {
        await using var app = new TestApp();

        var answer = await app.Browser(followRedirects: false).GetAsync(typed);

        Assert.Equal((HttpStatusCode.MovedPermanently, canonical), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("/veranstaltungen/jubilaeum-2022/anmeldung/fertig/AbC")]
    [InlineData("/veranstaltungen/")]
    [InlineData("/veranstaltungen//EVIL.example")]
    [InlineData("//EVIL.example/veranstaltungen/A")]
    [InlineData("/anmeldung/AbCdEf")]
    public void Nothing_else_is_changed(string path) => Assert.Null(CanonicalAddress.Canonical(path));

    [Theory]
    [InlineData("/veranstaltungen/A\r\nB")]
    [InlineData("/veranstaltungen/\\EVIL.example")]
    [InlineData("/veranstaltungen/@EVIL.example/Ä")]
    public void It_always_leads_into_this_site(string path) => Assert.StartsWith("/veranstaltungen/", CanonicalAddress.Canonical(path), StringComparison.Ordinal);
}
