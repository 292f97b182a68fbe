using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

internal static class Guests
{
    /// <summary>Whom one can write to: who comes and was not erased.</summary>
    public static IQueryable<Registration> GuestsOf(this NetzwerkDb db, Event ev) =>
        db.Registrations.Where(r => r.EventId == ev.Id && r.CancelledAt == null && r.Email != null).OrderBy(r => r.Id);
}
