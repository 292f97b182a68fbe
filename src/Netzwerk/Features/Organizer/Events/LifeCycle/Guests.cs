using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

internal static class Guests
{
    /// <summary>Whom one can write to: who comes and was not erased.</summary>
    public static IQueryable<Registration> GuestsOf(this NetzwerkDb db, Event ev) => db.GuestsOf(ev.Id);

    public static IQueryable<Registration> GuestsOf(this NetzwerkDb db, Guid eventId) =>
        db.Registrations.Where(r => r.EventId == eventId && r.CancelledAt == null && r.Email != null).OrderBy(r => r.Id);
}
