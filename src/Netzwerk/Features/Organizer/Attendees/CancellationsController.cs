using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>A family told staff that it does not come. Possible until the event starts, as for the family itself.</summary>
public sealed class CancellationsController(NetzwerkDb db, SignedIn signedIn, StaffCancellation cancellation, EventClock clock) : AttendeesRoom(db, signedIn)
{
    [HttpGet("{id:guid}/abmelden")]
    public async Task<IActionResult> New(Guid id)
    {
        if (Enter() is not { } ev || await FindAsync(ev.Id, id) is not { } person) return NotFound();
        return View("Cancel", new QuestionPage(await DeskAsync(ev), person, person.IsActive && clock.Now < ev.Starts));
    }

    [HttpPost("{id:guid}/abmelden")]
    public async Task<IActionResult> Create(Guid id)
    {
        if (Enter() is not { } found || await FindAsync(found.Id, id) is null) return NotFound();
        var cancelled = await cancellation.CancelAsync(found.Id, [id], await SignedIn.NameAsync());
        if (await FindAsync(found.Id, id) is { IsActive: true }) return Redirect(Request.Path);
        return BackTo(id, cancelled > 0 ? Done.Cancelled : Done.AlreadyCancelled);
    }
}
