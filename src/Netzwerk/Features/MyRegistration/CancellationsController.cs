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
public sealed class CancellationsController(NetzwerkDb db, EventTurn turn, EventClock clock, RegistrationMails mails, OutboxSignal outbox,
    ClockGuard guard, ILogger<CancellationsController> log) : Controller
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
        if (await OwnRegistration.FindAsync(db, token) is not var (found, current)) return this.DeadLink();
        try
        {
            await CancelAsync(found);
        }
        catch (Exception storage) when (StorageTrouble.Is(storage))
        {
            log.LogError(storage, "A cancellation could not be stored; the visitor was told so.");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return View("New", MyRegistrationPage.Of(found, current, clock.Now, token) with { StorageDown = true });
        }
        outbox.Ring();
        return Redirect($"/anmeldung/{token}");
    }

    private Task<Registration?> CancelAsync(Registration found) =>
        turn.TakeAsync(found.EventId, async ev =>
        {
            var registration = await db.Registrations.SingleAsync(r => r.Id == found.Id);
            if (!registration.MayCancel(ev, clock.Now)) return registration;
            // Dated by a clock that is behind, the next retention run would erase it with its mail.
            registration.Cancel(ev, guard.NotBefore(clock));
            await db.Set<OutboxMail>().Where(mail => mail.RegistrationId == registration.Id).WithdrawAsync();
            db.Add(mails.Cancelled(ev, registration));
            db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.CancelledByFamily, EventId = ev.Id, RegistrationId = registration.Id });
            return registration;
        });
}
