using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Shared;

/// <summary>
/// One room of the organiser's area. The bar of an event shows only the rooms that the account may enter.
/// </summary>
public abstract class RoomController(NetzwerkDb db, SignedIn signedIn) : DeskController(signedIn)
{
    private static readonly Dictionary<string, Role[]> WhoEnters = new(StringComparer.Ordinal)
    {
        [RoomBar.Overview] = [Role.Organizer, Role.Staff],
        [RoomBar.Attendees] = [Role.Organizer, Role.Staff],
        [RoomBar.Lists] = [Role.Organizer],
        [RoomBar.Mails] = [Role.Organizer, Role.Staff],
        [RoomBar.Edit] = [Role.Organizer],
    };

    private static readonly string[] OfDrafts = [RoomBar.Overview, RoomBar.Mails, RoomBar.Edit];

    protected NetzwerkDb Db { get; } = db;

    protected override string Nav => "Termine";

    /// <summary>The event that this account was allowed; null where a draft has no such room, which means 404. Its bar goes to the view.</summary>
    protected Event? Enter(string room)
    {
        var (ev, roles) = AllowedEvent.Of(HttpContext);
        if (ev.IsDraft && !OfDrafts.Contains(room)) return null;
        var open = WhoEnters.Where(entry => entry.Value.Any(roles.Contains) && (!ev.IsDraft || OfDrafts.Contains(entry.Key))).Select(entry => entry.Key).ToList();
        ViewData["Room"] = new RoomBar(ev.Slug, ev.ShortTitle, BerlinTime.ShortDay(ev.Date), ev.Hours, ev.EndsOn is null, ev.Place, room, open);
        ViewData["PublicPath"] = ev.IsDraft ? "/" : $"/veranstaltungen/{ev.Slug}";
        return ev;
    }

    /// <summary>The same event as it is stored now, after somebody else changed it.</summary>
    protected Task<Event?> ReloadAsync(Event ev) => Db.Events.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == ev.Id);

    /// <summary>Address of the event's overview, without a slash at its end.</summary>
    protected string Overview => $"/verwaltung/veranstaltungen/{AllowedEvent.Of(HttpContext).Event.Slug}";

    protected Task<bool> IsOrganizerAsync(Event ev) => SignedIn.IsAsync(Role.Organizer, ev.Id);
}
