using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Events;

/// <summary>The toggle: holds registration closed or open against the schedule, or gives it back.</summary>
[Route("verwaltung/veranstaltungen/{slug}/schalter")]
[Allow(Role.Organizer, Role.Staff)]
public sealed class SwitchController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock) : RoomController(db, signedIn)
{
    private static readonly Dictionary<string, (SignUpSwitch Position, AuditAct Act, Done Done)> Buttons = new(StringComparer.Ordinal)
    {
        ["zu"] = (SignUpSwitch.Closed, AuditAct.SignUpClosed, Done.Closed),
        ["offen"] = (SignUpSwitch.Open, AuditAct.SignUpOpened, Done.Opened),
        ["plan"] = (SignUpSwitch.Schedule, AuditAct.SignUpBackToSchedule, Done.BackToSchedule),
    };

    [HttpPost("")]
    public async Task<IActionResult> Turn(string? stand)
    {
        if (Enter(RoomBar.Overview) is not { } ev || !Buttons.TryGetValue(stand ?? "", out var button)) return NotFound();
        var by = await SignedIn.NameAsync();
        await turn.TakeAsync(ev.Id, current =>
        {
            // Pressing the button that is in already changes nothing: who set it, and when, stays true.
            if (current.Switch == button.Position) return Task.FromResult(current);
            current.Turn(button.Position, by, clock.Now);
            Db.Add(new AuditEntry { At = clock.Now, Act = button.Act, By = by, EventId = current.Id });
            return Task.FromResult(current);
        });
        Tell(button.Done);
        return Redirect(Overview);
    }
}
