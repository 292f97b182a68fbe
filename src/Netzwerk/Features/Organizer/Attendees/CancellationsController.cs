using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>A family told staff that it does not come. Possible until the event starts, as for the family itself.</summary>
public sealed class CancellationsController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock, RegistrationMails mails, ErasureLedger ledger, OutboxSignal outbox)
    : AttendeesRoom(db, signedIn)
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
        var by = await SignedIn.NameAsync();
        var cancelled = false;
        var registration = (await turn.TakeAsync(found.Id, async ev =>
        {
            var registration = await Db.Registrations.SingleAsync(r => r.Id == id);
            if (!registration.MayCancel(ev, clock.Now)) return registration;
            cancelled = true;
            registration.Cancel(ev, clock.Now);
            await Db.Set<OutboxMail>().Where(mail => mail.RegistrationId == id).WithdrawAsync();
            if (registration.ErasedAt is null) Db.Add(mails.Cancelled(ev, registration));
            // An older copy of the database would otherwise give the erased family its seats back.
            else await ledger.WriteAsync(ErasedKind.Cancelled, [id]);
            Db.Add(Entry(registration, AuditAct.CancelledByStaff, by, clock.Now));
            return registration;
        }))!;
        if (registration.IsActive) return Redirect(Request.Path);
        outbox.Ring();
        return BackTo(id, cancelled ? Done.Cancelled : Done.AlreadyCancelled);
    }
}
