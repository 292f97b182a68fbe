using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Home;

[AllowAnonymous]
public sealed class HomeController(NetzwerkDb db, EventClock clock, GoLive goLive) : Controller
{
    [HttpGet("/")]
    [PublicPage]
    public async Task<IActionResult> Index()
    {
        var events = await EventsAsync();
        return View(new HomePage(
            [.. events.Where(ev => !ev.IsPast(clock.Now)).OrderBy(ev => ev.Starts).Select(ev => EventCard.Of(ev, clock, goLive.TakesSignUps))],
            [.. events.Where(ev => ev.IsPast(clock.Now)).Take(HomePage.ShownPast).Select(PastEvent.Of)], events.Count(ev => ev.IsPast(clock.Now)) > HomePage.ShownPast));
    }

    /// <summary>What the start page has no room for.</summary>
    [HttpGet("/archiv")]
    [PublicPage]
    public async Task<IActionResult> Archive() => View(new ArchivePage(
        [.. (await EventsAsync()).Where(ev => ev.IsPast(clock.Now)).Select(PastEvent.Of).GroupBy(past => past.Date.Year)]));

    /// <summary>Latest first.</summary>
    private Task<List<Event>> EventsAsync() => db.Events.AsNoTracking().Where(Event.IsPublic).OrderByDescending(ev => ev.Date).ThenByDescending(ev => ev.StartsAt).ThenBy(ev => ev.Id).ToListAsync();
}
