using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Events;

/// <summary>One event, for everybody.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class EventsController(NetzwerkDb db, EventClock clock, EventCalendar calendar, SiteOptions site, GoLive goLive) : Controller
{
    [HttpGet("veranstaltungen/{slug}")]
    public async Task<IActionResult> Show(string slug) =>
        await LoadAsync(slug) is { } ev ? View(PublicEvent.Of(ev, clock, site, goLive)) : NotFound();

    [HttpGet("veranstaltungen/{slug}.ics")]
    public async Task<IActionResult> Calendar(string slug) => await LoadAsync(slug) is { } ev
        ? File(Encoding.UTF8.GetBytes(calendar.Public(ev)), "text/calendar; charset=utf-8", $"{ev.Slug}.ics")
        : NotFound();

    private Task<Event?> LoadAsync(string slug) => db.Events.AsNoTracking().Where(Event.IsPublic).SingleOrDefaultAsync(ev => ev.Slug == slug);
}
