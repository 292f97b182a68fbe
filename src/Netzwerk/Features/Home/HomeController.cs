using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Home;

[AllowAnonymous]
public sealed class HomeController(NetzwerkDb db, EventClock clock) : Controller
{
    [HttpGet("/")]
    [OutputCache(PolicyName = PublicPages.Policy)]
    public async Task<IActionResult> Index()
    {
        var now = clock.Now;
        var events = await db.Events.AsNoTracking().Where(Event.IsPublic).OrderBy(ev => ev.Date).ThenBy(ev => ev.StartsAt).ToListAsync();
        var past = events.ToLookup(ev => ev.Ends <= now, ev => EventCard.Of(ev, clock));
        return View(new HomePage([.. past[false]], [.. past[true].Reverse()]));
    }
}
