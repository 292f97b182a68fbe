using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>A draft that nobody needs.</summary>
[Route("verwaltung/veranstaltungen/{slug}/loeschen")]
[Allow(Role.Organizer)]
public sealed class DeletionsController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock) : RoomController(db, signedIn)
{
    [HttpGet("")]
    public IActionResult New() =>
        Enter(RoomBar.Overview) is { IsDraft: true } ev ? View("Delete", EventFacts.Of(ev)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create()
    {
        if (Enter(RoomBar.Overview) is not { IsDraft: true } found) return NotFound();
        var by = await SignedIn.NameAsync();
        await turn.TakeAsync(found.Id, async ev =>
        {
            // Published in between, or with a registration that should not be there: it stays.
            if (!ev.IsDraft || await Db.Registrations.AnyAsync(r => r.EventId == ev.Id)) return ev;
            Db.Remove(ev);
            Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.EventDeleted, By = by, EventId = ev.Id });
            return ev;
        });
        Tell(Done.Deleted);
        return Redirect("/verwaltung");
    }
}
