using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.MyRegistration;

/// <summary>A family does not come after all: asked once, by a real button.</summary>
[AllowAnonymous]
[PersonalPage]
[Route("anmeldung/{token}/abmelden")]
public sealed class CancellationsController(NetzwerkDb db, EventTurn turn, EventClock clock, RegistrationMails mails, OutboxSignal outbox) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string token) => await OwnRegistration.FindAsync(db, token) switch
    {
        null => this.DeadLink(),
        var (registration, ev) when registration.MayCancel(ev, clock.Now) => View(MyRegistrationPage.Of(registration, ev, clock.Now, token)),
        _ => Redirect($"/anmeldung/{token}"),
    };

    [HttpPost("")]
    public async Task<IActionResult> Create(string token)
    {
        if (await OwnRegistration.FindAsync(db, token) is not var (found, _)) return this.DeadLink();
        await turn.TakeAsync(found.EventId, async ev =>
        {
            var registration = await db.Registrations.SingleAsync(r => r.Id == found.Id);
            if (!registration.MayCancel(ev, clock.Now)) return registration;
            registration.Cancel(ev, clock.Now);
            db.Add(mails.Cancelled(ev, registration));
            db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.CancelledByFamily, EventId = ev.Id, RegistrationId = registration.Id });
            return registration;
        });
        outbox.Ring();
        return Redirect($"/anmeldung/{token}");
    }
}
