using Netzwerk.Domain;

namespace Netzwerk.Tests.Domain;

public class EventSlugTests
{
    private static readonly DateOnly Day = new(2023, 5, 6);

    [Theory]
    [InlineData("Frühstück für alle", "fruehstueck-fuer-alle-2023")]
    [InlineData("ÄÖÜ & Spaß", "aeoeue-spass-2023")]
    [InlineData("Treff 2023", "treff-2023")]
    [InlineData("Café Żółw", "cafe-zolw-2023")]
    [InlineData("!?", "termin-2023")]
    [InlineData("дом", "termin-2023")]
    [InlineData("neu", "neu-2023")]
    [InlineData("  – Sommer –  Fest –", "sommer-fest-2023")]
    public void An_address_follows_from_short_title_and_year(string shortTitle, string slug) => Assert.Equal(slug, EventSlug.Of(shortTitle, Day));

    [Fact]
    public void A_decomposed_umlaut_is_spelt_out_too() => Assert.Equal("fruehstueck-2023", EventSlug.Of("Fru\u0308hstu\u0308ck", Day));

    [Fact]
    public void It_stays_short_and_valid_with_every_variant() => Assert.All(
        EventSlug.Variants(EventSlug.Of(new string('ü', 200), Day)), slug => Assert.True(EventSlug.IsValid(slug), slug));

    [Theory]
    [InlineData("neu")]
    [InlineData("")]
    [InlineData("Fest")]
    [InlineData("fest_2023")]
    [InlineData("-fest")]
    [InlineData("fest--2023")]
    [InlineData("fest/2023")]
    [InlineData("fest.ics")]
    [InlineData("früh")]
    public void What_leads_elsewhere_or_nowhere_is_refused(string slug) => Assert.False(EventSlug.IsValid(slug));
}
