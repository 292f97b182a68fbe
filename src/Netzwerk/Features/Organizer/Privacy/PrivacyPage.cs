using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Privacy;

/// <param name="Erased">What „Jetzt prüfen“ took away; null when nobody pressed it.</param>
/// <param name="Mails">How many mails are still in the list.</param>
public sealed record PrivacyPage(IReadOnlyList<EventFate> Events, int Mails, IReadOnlyList<GoneRow> Gone, DateTime? LastRunAt, DateTime NextRunAt, int? Erased);

/// <summary>What of one event goes when.</summary>
/// <param name="Children">Families whose children are still noted.</param>
/// <param name="Registrations">Families that are still noted.</param>
public sealed record EventFate(string Slug, string ShortTitle, DateOnly Date, Fate Children, Fate Registrations, bool OffersChildcare)
{
    public static EventFate Of(Event ev, int children, int registrations, DateTime now) => new(
        ev.Slug, ev.ShortTitle, ev.Date,
        new Fate(Retention.ChildrenGoAt(ev), Gone(ev.ChildrenErasedAt, now), children), new Fate(Retention.RegistrationsGoAt(ev), Gone(ev.RegistrationsErasedAt, now), registrations),
        ev.OffersChildcare || children > 0);

    private static DateTime? Gone(DateTime? at, DateTime now) => at <= now ? at : null;
}

/// <param name="GoneAt">Null while it is still there, or to come.</param>
/// <param name="Left">How many families still have something of this kind.</param>
public sealed record Fate(DateTime GoesAt, DateTime? GoneAt, int Left);

/// <summary>What was erased on a day, without names.</summary>
/// <param name="Count">Told as <see cref="SmallCount"/> says: a small one could point at a family.</param>
public sealed record GoneRow(DateOnly Day, AuditAct Act, string? Event, int Count);
