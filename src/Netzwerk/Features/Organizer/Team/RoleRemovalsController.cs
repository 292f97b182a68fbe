using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Team;

/// <summary>Takes one role away; it is gone with the next request.</summary>
[Route("/verwaltung/konten/{id:guid}/rollen/{role:guid}/entfernen")]
public sealed class RoleRemovalsController(NetzwerkDb db, SignedIn signedIn, EventClock clock) : TeamController(db, signedIn, clock)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid role)
    {
        // Two organisers who take each other's role at the same moment must not both succeed.
        await using var turn = await TurnAsync();
        if (await Db.RoleAssignments.SingleOrDefaultAsync(assignment => assignment.Id == role && assignment.AccountId == id) is not { } found) return NotFound();
        if (found is { Role: Role.Organizer, EventId: null } && !await SomebodyElseLeadsAsync(id))
        {
            Tell(TeamNews.LastOrganizer);
            return Redirect(PathOf(id));
        }
        Db.Remove(found);
        await NoteAsync(AuditAct.RolesChanged, id, "Rollen", found.EventId);
        await Db.SaveChangesAsync();
        await turn.CommitAsync();
        Tell(TeamNews.RoleRemoved);
        return Redirect(id == SignedIn.AccountId ? "/konto" : PathOf(id));
    }
}
