using Netzwerk.Domain;

namespace Netzwerk.Features.Shared;

/// <summary>What pages for visitors may show of an event: no counts, only coarse words.</summary>
public sealed record EventFacts(
    string Slug, string Title, string ShortTitle, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place,
    string ContactName, string ContactEmail, string? ContactPhone, bool OffersChildcare, bool IsChildcareFull, DateOnly? ChildcareDay, SeatsLeft? SeatsLeft,
    DateOnly DeadlineDay, DateTime SignUpEnds, DateTime? OpensAt, DateTime? SwitchedAt, DateTime? CancelledAt, string? CancelledBecause, DateTime Starts, DateTime Ends,
    DateOnly? EndsOn)
{
    public DateOnly LastDay => EndsOn ?? Date;

    /// <summary>15:00–16:30 Uhr; see <see cref="BerlinTime.Hours"/></summary>
    public string Hours => BerlinTime.Hours(Date, StartsAt, LastDay, EndsAt);

    public string Path => $"/veranstaltungen/{Slug}";

    /// <summary>Tells apart events of the same short title, as every copy is.</summary>
    public static string WithDay(string shortTitle, DateOnly date) => $"{shortTitle}, {BerlinTime.SubjectDate(date)}";

    public static EventFacts Of(Event ev) => new(
        ev.Slug, ev.Title, ev.ShortTitle, ev.Date, ev.StartsAt, ev.EndsAt, ev.Place,
        ev.ContactName, ev.ContactEmail, ev.ContactPhone, ev.OffersChildcare, ev.IsChildcareFull, ev.ChildcareDay, ev.SeatsLeft,
        ev.DeadlineDay, ev.SignUpEnds, ev.OpensAt, ev.SwitchedAt, ev.CancelledAt, ev.CancelledBecause, ev.Starts, ev.Ends,
        ev.EndsOn);
}

/// <summary>Why registration is not possible, with what its sentence needs.</summary>
/// <param name="HasStarted">Nobody can cancel any more either.</param>
public sealed record WhyNotPage(Refusal Reason, EventFacts Event, bool HasStarted = false);
