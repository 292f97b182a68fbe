using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>Somebody has phoned about a child. Only organisers know of the wish, so only they say that it is done.</summary>
[Allow(Role.Organizer)]
public sealed class CallsController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock) : AttendeesRoom(db, signedIn)
{
    [HttpPost("{id:guid}/anruf")]
    public async Task<IActionResult> Create(Guid id)
    {
        if (Enter() is not { } found || await FindAsync(found.Id, id) is null) return NotFound();
        var by = await SignedIn.NameAsync();
        await turn.TakeAsync(found.Id, async ev =>
        {
            var registration = await Db.Registrations.SingleAsync(r => r.Id == id);
            if (!registration.WantsCall || registration.CalledAt is not null) return ev;
            registration.CalledAt = clock.Now;
            Db.Add(Entry(registration, AuditAct.CallDone, by, clock.Now));
            return ev;
        });
        return BackTo(id, Done.CallNoted);
    }
}
