using Netzwerk.Domain;
using Netzwerk.Features.Shared;

namespace Netzwerk.Features.Home;

/// <param name="Past">The latest ones, newest first.</param>
/// <param name="HasMorePast">The archive has a page of its own for the others.</param>
public sealed record HomePage(IReadOnlyList<EventCard> Upcoming, IReadOnlyList<PastEvent> Past, bool HasMorePast)
{
    public const int ShownPast = 10;

    /// <summary>Only then is there something to explain.</summary>
    public bool TakesSignUps => Upcoming.Any(card => card.TakesSignUps);

    public bool TakesChildren => Upcoming.Any(card => card is { TakesSignUps: true, Event.OffersChildcare: true, NoChildcare: null });
}

/// <summary>By year, newest first.</summary>
public sealed record ArchivePage(IReadOnlyList<IGrouping<int, PastEvent>> Years);

public sealed record PastEvent(string Path, string ShortTitle, DateOnly Date, bool IsCancelled)
{
    public static PastEvent Of(Event ev) => new($"/veranstaltungen/{ev.Slug}", ev.ShortTitle, ev.Date, ev.CancelledAt is not null);
}

/// <summary>One event as the start page shows it. <see cref="DaysLeft"/> counts to the last day of registration and is null once that lies behind.</summary>
/// <param name="IsLive">False while Production lacks what the law asks for.</param>
public sealed record EventCard(EventFacts Event, bool IsFree, Refusal? WhyNot, Refusal? NoChildcare, bool IsLive, int? DaysLeft)
{
    public bool TakesSignUps => WhyNot is null && IsLive;

    /// <summary>What visitors may still look forward to; of all others the badge says enough.</summary>
    public bool IsAhead => WhyNot is null or Refusal.NotYetOpen;

    public static EventCard Of(Event ev, EventClock clock, bool isLive)
    {
        var facts = EventFacts.Of(ev);
        int? left = clock.Now < ev.SignUpEnds ? BerlinTime.LastDayBefore(ev.SignUpEnds).DayNumber - clock.Today.DayNumber : null;
        return new(facts, ev.Price is null, ev.WhyNot(clock.Now, Party.Smallest), ev.WhyNoChildcare(clock.Now), isLive, left);
    }
}
