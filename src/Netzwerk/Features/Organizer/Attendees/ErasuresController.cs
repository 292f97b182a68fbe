using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Privacy;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>A family wants its data gone. The counts stay, and with them the seats.</summary>
[Allow(Role.Organizer)]
public sealed class ErasuresController(NetzwerkDb db, SignedIn signedIn, Erasure erasure, EventClock clock) : AttendeesRoom(db, signedIn)
{
    [HttpGet("{id:guid}/loeschen")]
    public async Task<IActionResult> New(Guid id)
    {
        if (Enter() is not { } ev || await FindAsync(ev.Id, id) is not { } person) return NotFound();
        return View("Erase", new QuestionPage(await DeskAsync(ev), person, person.IsActive && clock.Now < ev.Starts));
    }

    [HttpPost("{id:guid}/loeschen")]
    public async Task<IActionResult> Create(Guid id)
    {
        if (Enter() is not { } found || await FindAsync(found.Id, id) is null) return NotFound();
        await erasure.OfFamilyAsync(found.Id, id, AuditAct.Erased, await SignedIn.NameAsync());
        return BackTo(id, Done.Erased);
    }
}
