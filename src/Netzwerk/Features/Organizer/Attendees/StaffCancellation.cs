using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>Cancels registrations for their families, one or many: seats, mail and audit of each together.</summary>
public sealed class StaffCancellation(
    NetzwerkDb db, EventTurn turn, EventClock clock, ClockGuard guard, RegistrationMails mails, ErasureLedger ledger, OutboxSignal outbox)
{
    /// <summary>Few at a time, so that sign-ups come in between.</summary>
    private const int PerTurn = 10;

    /// <returns>How many were cancelled now; those that were before are left alone.</returns>
    public async Task<int> CancelAsync(Guid eventId, IEnumerable<Guid> ids, string by)
    {
        var cancelled = 0;
        foreach (var some in ids.Distinct().Chunk(PerTurn))
        {
            var now = 0;
            await turn.TakeAsync(eventId, async ev =>
            {
                now = 0;
                foreach (var registration in await db.Registrations.Where(r => r.EventId == ev.Id && some.Contains(r.Id)).ToListAsync())
                    if (await CancelAsync(ev, registration, by)) now++;
                return ev;
            });
            cancelled += now;
        }
        if (cancelled > 0) outbox.Ring();
        return cancelled;
    }

    private async Task<bool> CancelAsync(Event ev, Registration registration, string by)
    {
        if (!registration.MayCancel(ev, clock.Now)) return false;
        // Dated by a clock that is behind, the next retention run would erase it with its mail.
        registration.Cancel(ev, guard.NotBefore(clock));
        await db.Set<OutboxMail>().Where(mail => mail.RegistrationId == registration.Id).WithdrawAsync();
        if (registration.ErasedAt is null) db.Add(mails.Cancelled(ev, registration));
        // An older copy of the database would otherwise give the erased family its seats back.
        else await ledger.WriteAsync(ErasedKind.Cancelled, [registration.Id]);
        db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.CancelledByStaff, By = by, EventId = ev.Id, RegistrationId = registration.Id });
        return true;
    }
}
