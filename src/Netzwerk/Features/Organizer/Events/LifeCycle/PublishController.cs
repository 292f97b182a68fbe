using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>A draft becomes public, once all is there that visitors need.</summary>
[Route("verwaltung/veranstaltungen/{slug}/veroeffentlichen")]
[Allow(Role.Organizer)]
public sealed class PublishController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock, GoLive goLive) : RoomController(db, signedIn)
{
    [HttpGet("")]
    public IActionResult New()
    {
        if (Enter(RoomBar.Overview) is not { } ev) return NotFound();
        return ev.IsDraft ? View("Publish", new PublishPage(EventFacts.Of(ev), [.. ev.Unready(clock.Now)], clock.Now >= ev.SignUpEnds, goLive.TakesSignUps)) : Redirect(Overview);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create()
    {
        if (Enter(RoomBar.Overview) is not { } found) return NotFound();
        var by = await SignedIn.NameAsync();
        var ev = await turn.TakeAsync(found.Id, current =>
        {
            if (!current.IsDraft || current.Unready(clock.Now).Any()) return Task.FromResult(current);
            current.IsDraft = false;
            Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.EventPublished, By = by, EventId = current.Id });
            return Task.FromResult(current);
        });
        if (ev is not { IsDraft: false }) return Redirect(Request.Path);
        Tell(Done.Published);
        return Redirect(Overview);
    }
}

/// <param name="Unready">What is missing; empty means ready.</param>
public sealed record PublishPage(EventFacts Event, IReadOnlyList<Unready> Unready, bool DeadlineOver, bool IsLive);
