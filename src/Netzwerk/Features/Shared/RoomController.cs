using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Shared;

/// <summary>
/// One room of the organiser's area. The bar of an event shows only the rooms that the account may enter.
/// </summary>
public abstract class RoomController(NetzwerkDb db, SignedIn signedIn) : Controller
{
    private static readonly Dictionary<string, Role[]> WhoEnters = new(StringComparer.Ordinal)
    {
        [RoomBar.Overview] = [Role.Organizer, Role.Staff],
        [RoomBar.Attendees] = [Role.Organizer, Role.Staff],
        [RoomBar.Lists] = [Role.Organizer],
        [RoomBar.Mails] = [Role.Organizer, Role.Staff],
        [RoomBar.Edit] = [Role.Organizer],
    };

    protected NetzwerkDb Db { get; } = db;

    protected SignedIn SignedIn { get; } = signedIn;

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ViewData["Nav"] = "Termine";
        ViewData["IsOrganizer"] = (await SignedIn.RolesAsync()).Any(assignment => assignment is { Role: Role.Organizer, EventId: null });
        await next();
    }

    /// <summary>The event of the address, to look at; null means 404. Its bar goes to the view.</summary>
    protected async Task<Event?> EnterAsync(string slug, string room)
    {
        var ev = await Db.Events.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Slug == slug);
        if (ev is null) return null;
        var roles = (await SignedIn.RolesAsync()).Where(assignment => assignment.Covers(ev.Id)).Select(assignment => assignment.Role).ToList();
        var open = WhoEnters.Where(entry => entry.Value.Any(roles.Contains)).Select(entry => entry.Key).ToList();
        ViewData["Room"] = new RoomBar(ev.Slug, ev.ShortTitle, $"{BerlinTime.ShortDay(ev.Date)}, {BerlinTime.Span(ev.StartsAt, ev.EndsAt)}, {ev.Place}", room, open);
        ViewData["PublicPath"] = $"/veranstaltungen/{ev.Slug}";
        return ev;
    }

    /// <summary>What a POST did, for the page to which it redirects to say. Not in the address: there it would be said again on every reload.</summary>
    protected void Tell<T>(T done)
        where T : struct, Enum => TempData["Done"] = done.ToString();

    /// <summary>What was told, once; null when there is nothing to say.</summary>
    protected T? Told<T>()
        where T : struct, Enum => Enum.TryParse<T>(TempData["Done"] as string, out var done) ? done : null;

    protected Task<bool> IsOrganizerAsync(Event ev) => SignedIn.IsAsync(Role.Organizer, ev.Id);
}
