using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.MyRegistration;

/// <summary>A parent's own page behind the link in the mail. A GET never changes anything, because mail scanners follow links.</summary>
[AllowAnonymous]
[PersonalPage]
[Route("anmeldung/{token}")]
public sealed class MyRegistrationController(NetzwerkDb db, EventClock clock, EventCalendar calendar, GoLive goLive) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string token) => await OwnRegistration.FindAsync(db, token) is var (registration, ev)
        ? View(MyRegistrationPage.Of(registration, ev, clock.Now, token, goLive.TakesSignUps))
        : this.DeadLink();

    [HttpGet("termin.ics")]
    public async Task<IActionResult> Calendar(string token) => await OwnRegistration.FindAsync(db, token) is var (registration, ev)
        ? File(Encoding.UTF8.GetBytes(calendar.For(ev, registration)), "text/calendar; charset=utf-8", "termin.ics")
        : this.DeadLink();
}

/// <summary>Finds a registration by the token of its personal link; the database knows only the token's hash.</summary>
internal static class OwnRegistration
{
    public static async Task<(Registration Registration, Event Event)?> FindAsync(NetzwerkDb db, string token)
    {
        var hash = PersonalLinks.Hash(token);
        var registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.LinkHash == hash);
        return registration is null ? null : (registration, await db.Events.AsNoTracking().SingleAsync(ev => ev.Id == registration.EventId));
    }

    /// <summary>Unknown, changed and dead links all get the same answer.</summary>
    public static ViewResult DeadLink(this Controller controller)
    {
        controller.Response.StatusCode = StatusCodes.Status404NotFound;
        return controller.View("DeadLink", new LinkRequestPage(new LinkRequestForm(), null));
    }
}
