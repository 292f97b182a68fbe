using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Shared;

/// <summary>An event as visitors see it, on its page and in an organiser's preview.</summary>
/// <param name="IsLive">False while Production lacks what the law asks for.</param>
/// <param name="DaysLeft">Whole days until the last day of registration; 0 on that day.</param>
/// <param name="JsonLd">schema.org Event.</param>
public sealed record PublicEvent(
    EventFacts Event, string Occasion, string Headline, string Lead, IHtmlContent? Description, string Audience, string Host, string? Price, IHtmlContent? AccessNotes, bool IsFestive,
    IReadOnlyList<ProgrammeItem> Programme, Refusal? WhyNot, Refusal? NoChildcare, bool IsOpenedByHand, bool IsLive, int DaysLeft, JsonObject JsonLd)
{
    /// <summary>Nothing of this is public yet: no address leads anywhere.</summary>
    public bool IsPreview { get; init; }

    /// <summary>No calendar needs it any more.</summary>
    public bool IsOver { get; init; }

    public static PublicEvent Of(Event ev, EventClock clock, SiteOptions site, GoLive goLive)
    {
        var whyNot = ev.WhyNot(clock.Now, Party.Smallest);
        // „Jubiläumsfeier: 11 Jahre …“: the occasion stands on a line of its own.
        var hasOccasion = ev.Title.StartsWith(ev.ShortTitle + ": ", StringComparison.Ordinal);
        return new PublicEvent(
            EventFacts.Of(ev),
            hasOccasion ? ev.ShortTitle + ":" : "",
            hasOccasion ? ev.Title[(ev.ShortTitle.Length + 2)..] : ev.Title,
            ev.Lead, MarkdownText.ToHtml(ev.Description), ev.Audience, ev.Host, ev.Price, MarkdownText.ToHtml(ev.AccessNotes), ev.IsFestive, ev.Programme, whyNot, ev.WhyNoChildcare(clock.Now),
            ev.IsOpenedByHand(clock.Now) && clock.Now >= ev.SignUpEnds,
            goLive.TakesSignUps,
            ev.DeadlineDay.DayNumber - clock.Today.DayNumber,
            ToJsonLd(ev, whyNot, goLive.TakesSignUps, site))
        {
            IsOver = clock.Now >= ev.Ends,
        };
    }

    private static JsonObject ToJsonLd(Event ev, Refusal? whyNot, bool isLive, SiteOptions site)
    {
        var json = Facts(ev, site);
        // What is called off is not on offer.
        if (whyNot is not Refusal.Cancelled) json["offers"] = Offer(ev, whyNot, isLive, site);
        return json;
    }

    private static JsonObject Facts(Event ev, SiteOptions site) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Event",
        ["name"] = ev.Title,
        ["description"] = ev.Lead,
        ["url"] = site.Url($"/veranstaltungen/{ev.Slug}"),
        ["startDate"] = InBerlin(ev.Starts),
        ["endDate"] = InBerlin(ev.Ends),
        ["eventStatus"] = ev.CancelledAt is null ? "https://schema.org/EventScheduled" : "https://schema.org/EventCancelled",
        ["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode",
        ["isAccessibleForFree"] = ev.Price is null,
        ["inLanguage"] = "de",
        ["location"] = new JsonObject { ["@type"] = "Place", ["name"] = ev.Place, ["address"] = ev.Place },
        ["organizer"] = new JsonObject { ["@type"] = "Organization", ["name"] = ev.Host, ["url"] = site.Url("/") },
    };

    private static JsonObject Offer(Event ev, Refusal? whyNot, bool isLive, SiteOptions site)
    {
        var offer = new JsonObject
        {
            ["@type"] = "Offer",
            ["url"] = site.Url($"/veranstaltungen/{ev.Slug}/anmeldung"),
            ["availabilityEnds"] = InBerlin(ev.SignUpEnds),
        };
        if (ev.Price is null) (offer["price"], offer["priceCurrency"]) = ("0", "EUR");
        if (whyNot is null && isLive) offer["availability"] = "https://schema.org/InStock";
        if (whyNot is Refusal.Full) offer["availability"] = "https://schema.org/SoldOut";
        return offer;
    }

    private static string InBerlin(DateTime instant)
    {
        var local = BerlinTime.FromUtc(instant);
        return new DateTimeOffset(local, BerlinTime.Zone.GetUtcOffset(instant)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
    }
}
