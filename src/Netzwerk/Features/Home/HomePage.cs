using Netzwerk.Domain;
using Netzwerk.Features.Shared;

namespace Netzwerk.Features.Home;

public sealed record HomePage(IReadOnlyList<EventCard> Upcoming, IReadOnlyList<EventCard> Past);

/// <summary>One event as the start page shows it. <see cref="DaysLeft"/> counts to the last day of registration and is null once that lies behind.</summary>
public sealed record EventCard(EventFacts Event, bool IsFree, Refusal? WhyNot, int? DaysLeft)
{
    public static EventCard Of(Event ev, EventClock clock)
    {
        var facts = EventFacts.Of(ev);
        int? left = clock.Now < ev.SignUpEnds ? BerlinTime.LastDayBefore(ev.SignUpEnds).DayNumber - clock.Today.DayNumber : null;
        return new(facts, ev.Price is null, ev.WhyNot(clock.Now, Party.Smallest), left);
    }
}
