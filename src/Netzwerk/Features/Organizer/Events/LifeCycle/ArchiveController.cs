using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>What is over or cancelled leaves the list of events, and comes back when it is wanted. Visitors notice nothing.</summary>
[Route("verwaltung")]
public sealed class ArchiveController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock) : RoomController(db, signedIn)
{
    [HttpGet("archiv")]
    [Allow(Role.Organizer, Role.Staff)]
    public async Task<IActionResult> Index()
    {
        var mine = (await SignedIn.RolesAsync()).Where(assignment => assignment.Role is Role.Organizer or Role.Staff).ToList();
        var events = await Db.Events.AsNoTracking().Where(ev => ev.ArchivedAt != null).OrderByDescending(ev => ev.Date).ThenBy(ev => ev.StartsAt).ThenBy(ev => ev.Id).ToListAsync();
        return View("Archive", new ArchivePage([.. events.Where(ev => mine.Exists(assignment => assignment.Covers(ev.Id))).Select(EventFacts.Of)]));
    }

    [HttpPost("veranstaltungen/{slug}/archivieren")]
    [Allow(Role.Organizer)]
    public Task<IActionResult> PutAway() => ChangeAsync(ev => ev.MayArchive(clock.Now), clock.Now, AuditAct.EventArchived, Done.Archived);

    [HttpPost("veranstaltungen/{slug}/archivieren/zurueck")]
    [Allow(Role.Organizer)]
    public Task<IActionResult> TakeBack() => ChangeAsync(ev => ev.ArchivedAt is not null, null, AuditAct.EventUnarchived, Done.Unarchived);

    private async Task<IActionResult> ChangeAsync(Func<Event, bool> may, DateTime? archivedAt, AuditAct act, Done done)
    {
        if (Enter(RoomBar.Overview) is not { } found) return NotFound();
        var by = await SignedIn.NameAsync();
        await turn.TakeAsync(found.Id, ev =>
        {
            if (!may(ev)) return Task.FromResult(ev);
            ev.ArchivedAt = archivedAt;
            Db.Add(new AuditEntry { At = clock.Now, Act = act, By = by, EventId = ev.Id });
            Tell(done);
            return Task.FromResult(ev);
        });
        return Redirect(Overview);
    }
}

public sealed record ArchivePage(IReadOnlyList<EventFacts> Events);
