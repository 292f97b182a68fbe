using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Reminders;

/// <summary>
/// Reminds the families of an event once it is time. A large event is written in several turns, so that nobody's sign-up waits for long;
/// who has a reminder gets no second one, whatever process died in between.
/// </summary>
public sealed class DueReminders(
    NetzwerkDb db, EventTurn turn, EventMails mails, WithheldReminders withheld, EventClock clock, ClockGuard guard, OutboxSignal outbox)
{
    public const int PerTurn = 50;

    /// <returns>How many reminders were written; none while the system's clock is not believed.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel = default)
    {
        if (!guard.IsTrusted) return 0;
        // Coarse, for the index of days in the database; the domain decides.
        var today = clock.Today;
        await WithdrawAsync(cancel);
        var near = await db.Events.AsNoTracking().Where(Event.IsPublic).Where(ev => ev.Date >= today && ev.Date <= today.AddDays(Reminder.DaysBefore)).ToListAsync(cancel);
        await withheld.TellAsync(near, cancel);
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
        // While families are still told of the new day, nobody is reminded of it.
        var announcement = StoredSetting.AnnouncementOf(ev.Id);
        if (await db.Settings.AnyAsync(row => row.Key == announcement, cancel)) return new Batch(0, true);
        var due = Reminder.DueAt(ev);
        var back = await BringBackAsync(ev, cancel);
        var families = await db.Registrations.AsNoTracking()
            .Where(registration => registration.EventId == ev.Id && registration.CancelledAt == null && registration.ErasedAt == null && registration.ArrivedAt < due)
            .Where(registration => !db.Set<OutboxMail>().Any(mail => mail.RegistrationId == registration.Id
                // Who was just told of the new day needs no reminder of it the same minute.
                && ((mail.Kind == MailKind.Reminder && mail.Occasion == ev.Date) || (mail.Kind == MailKind.EventChanged && mail.CreatedAt >= due && mail.State != MailState.Withdrawn && mail.State != MailState.Refused && mail.State != MailState.Failed))))
            .OrderBy(registration => registration.Id).Take(PerTurn).ToListAsync(cancel);
        var mayBeCopy = await LastRestore.MayHaveHadAsync(db, due, clock);
        db.AddRange(families.Select(family => mails.Reminder(ev, family)).Select(mail => mayBeCopy ? mail.MarkAsPossibleCopy() : mail));
        var isLast = families.Count < PerTurn && back < PerTurn;
        if (isLast)
        {
            ev.RemindedAt = clock.Now;
            if (families.Count + back > 0 || await db.Set<OutboxMail>().AnyAsync(mail => mail.EventId == ev.Id && mail.Kind == MailKind.Reminder && mail.Occasion == ev.Date, cancel))
                db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.RemindersSent, EventId = ev.Id });
        }
        return new Batch(families.Count + back, isLast);
    }

    /// <summary>
    /// An event that was moved away and back again: the reminder of this day was withdrawn before it left, and there is never a second one of it.
    /// </summary>
    /// <returns>How many go out after all.</returns>
    private async Task<int> BringBackAsync(Event ev, CancellationToken cancel)
    {
        var withdrawn = await db.Set<OutboxMail>().Where(mail => mail.EventId == ev.Id && mail.Kind == MailKind.Reminder && mail.Occasion == ev.Date && mail.State == MailState.Withdrawn)
            .Join(db.Registrations.Where(registration => registration.CancelledAt == null && registration.ErasedAt == null), mail => mail.RegistrationId, registration => registration.Id, (mail, family) => new { mail, family })
            .OrderBy(pair => pair.mail.Id).Take(PerTurn).ToListAsync(cancel);
        foreach (var pair in withdrawn) pair.mail.BringBack(mails.Reminder(ev, pair.family));
        return withdrawn.Count;
    }

    /// <summary>What the mail server did not take in time, or what another day made untrue.</summary>
    private async Task WithdrawAsync(CancellationToken cancel)
    {
        var unsent = db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.Kind == MailKind.Reminder && (mail.State == MailState.Waiting || mail.State == MailState.Unknown));
        var waiting = await unsent.Where(mail => mail.EventId != null).Select(mail => new { EventId = mail.EventId!.Value, mail.Occasion }).Distinct().ToListAsync(cancel);
        foreach (var (eventId, occasion) in waiting.Select(mail => (mail.EventId, mail.Occasion)))
        {
            var ev = await db.Events.AsNoTracking().SingleAsync(candidate => candidate.Id == eventId, cancel);
            if (WhyNot(ev) is null) continue;
            var untrue = unsent.Where(mail => mail.EventId == eventId && mail.Occasion == occasion).OrderBy(mail => mail.Id).Select(mail => mail.Id);
            while (await untrue.Take(PerTurn).ToListAsync(cancel) is { Count: > 0 } ids)
            {
                var gone = 0;
                await turn.TakeAsync(eventId, async current =>
                {
                    if (WhyNot(current) is { } because && guard.IsTrusted) gone = await db.Set<OutboxMail>().Where(mail => ids.Contains(mail.Id)).WithdrawAsync(because);
                    return current;
                }, cancel);
                if (gone == 0 || ids.Count < PerTurn) break;
            }
            string? WhyNot(Event about) => StillTrue.WhyNot(MailKind.Reminder, occasion, about, comes: true, clock.Now);
        }
    }

    private sealed record Batch(int Written, bool IsLast);
}
