using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Reminders;

/// <summary>
/// Reminds the families of an event once it is time. A large event is written in several turns, so that nobody's sign-up waits for long;
/// who has a reminder gets no second one, whatever process died in between.
/// </summary>
public sealed class DueReminders(NetzwerkDb db, EventTurn turn, EventMails mails, EventClock clock, ClockGuard guard, OutboxSignal outbox)
{
    public const int PerTurn = 200;

    /// <returns>How many reminders were written; none while the system's clock is not believed.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel = default)
    {
        if (!guard.IsTrusted) return 0;
        // Coarse, for the index of days in the database; the domain decides.
        var today = clock.Today;
        await WithdrawAsync(cancel);
        var near = await db.Events.AsNoTracking().Where(Event.IsPublic).Where(ev => ev.Date >= today && ev.Date <= today.AddDays(Reminder.DaysBefore)).ToListAsync(cancel);
        var written = 0;
        foreach (var ev in near.Where(ev => Reminder.IsDue(ev, clock.Now)))
        {
            while (await turn.TakeAsync(ev.Id, current => WriteAsync(current, cancel), cancel) is { Written: > 0 } batch)
            {
                written += batch.Written;
                outbox.Ring();
                if (batch.IsLast) break;
            }
        }
        return written;
    }

    private async Task<Batch> WriteAsync(Event ev, CancellationToken cancel)
    {
        // Asked again inside the turn: another process may have been faster, the office may have changed its mind, or the clock jumped.
        if (!Reminder.IsDue(ev, clock.Now) || !guard.IsTrusted) return new Batch(0, true);
        var due = Reminder.DueAt(ev);
        var families = await db.Registrations.AsNoTracking()
            .Where(registration => registration.EventId == ev.Id && registration.CancelledAt == null && registration.ErasedAt == null && registration.ArrivedAt < due)
            .Where(registration => !db.Set<OutboxMail>().Any(mail => mail.RegistrationId == registration.Id
                // Who was just told of the new day needs no reminder of it the same minute.
                && ((mail.Kind == MailKind.Reminder && mail.Occasion == ev.Date) || (mail.Kind == MailKind.EventChanged && mail.CreatedAt >= due))))
            .OrderBy(registration => registration.Id).Take(PerTurn).ToListAsync(cancel);
        db.AddRange(families.Select(family => mails.Reminder(ev, family)));
        var isLast = families.Count < PerTurn;
        if (isLast)
        {
            ev.RemindedAt = clock.Now;
            if (families.Count > 0 || await db.Set<OutboxMail>().AnyAsync(mail => mail.EventId == ev.Id && mail.Kind == MailKind.Reminder && mail.Occasion == ev.Date, cancel))
                db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.RemindersSent, EventId = ev.Id });
        }
        return new Batch(families.Count, isLast);
    }

    /// <summary>What the mail server did not take in time, or what another day made untrue.</summary>
    private async Task WithdrawAsync(CancellationToken cancel)
    {
        var unsent = db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.Kind == MailKind.Reminder && (mail.State == MailState.Waiting || mail.State == MailState.Unknown));
        var waiting = await unsent.Where(mail => mail.EventId != null).Select(mail => new { EventId = mail.EventId!.Value, mail.Occasion }).Distinct().ToListAsync(cancel);
        foreach (var (eventId, occasion) in waiting.Select(mail => (mail.EventId, mail.Occasion)))
        {
            var ev = await db.Events.AsNoTracking().SingleAsync(candidate => candidate.Id == eventId, cancel);
            if (StillTrue.Of(MailKind.Reminder, occasion, ev, comes: true, clock.Now)) continue;
            await turn.TakeAsync(eventId, async current =>
            {
                if (!StillTrue.Of(MailKind.Reminder, occasion, current, comes: true, clock.Now) && guard.IsTrusted) await unsent.Where(mail => mail.EventId == eventId && mail.Occasion == occasion).WithdrawAsync();
                return current;
            }, cancel);
        }
    }

    private sealed record Batch(int Written, bool IsLast);
}
