using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Reminders;

/// <summary>
/// An event was moved and nobody decided yet whether its guests are told: the reminder waits, and the organiser hears of it by mail, once for
/// each place and time it is moved to.
/// </summary>
public sealed class WithheldReminders(NetzwerkDb db, EventTurn turn, WithheldReminderMails mails, EventClock clock, OutboxSignal outbox)
{
    /// <param name="near">Events whose reminder may be due.</param>
    public async Task TellAsync(IReadOnlyList<Event> near, CancellationToken cancel)
    {
        foreach (var ev in near.Where(ev => Reminder.IsWithheld(ev, clock.Now)))
        {
            // Asked before the turn as well, because a turn that changes nothing still makes others wait.
            if (await IsToldAsync(ev, cancel)) continue;
            await turn.TakeAsync(ev.Id, async current =>
            {
                if (Reminder.IsWithheld(current, clock.Now) && !await IsToldAsync(current, cancel)) db.Add(mails.Withheld(current));
                return current;
            }, cancel);
            outbox.Ring();
        }
    }

    public async Task<MailReview> ReviewAsync(OutboxMail mail)
    {
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(ev => ev.Id == mail.EventId) is not { } ev)
            return new MailReview.Withdraw("Die Veranstaltung gibt es nicht mehr.");
        if (!Reminder.IsWithheld(ev, clock.Now) || ev.Date != mail.Occasion) return new MailReview.Withdraw("Die Erinnerung wartet nicht mehr.");
        var fresh = mails.Withheld(ev);
        return (fresh.ToAddress, fresh.TextBody) == (mail.ToAddress, mail.TextBody) ? MailReview.Current : new MailReview.Anew(fresh);
    }

    /// <summary>The last word on it names what holds now, or waits and is written anew before it leaves.</summary>
    private async Task<bool> IsToldAsync(Event ev, CancellationToken cancel)
    {
        var last = await db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.EventId == ev.Id && mail.Kind == MailKind.ReminderWithheld && mail.Occasion == ev.Date && mail.State != MailState.Withdrawn)
            .OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id).Select(mail => new { mail.State, mail.TextBody }).FirstOrDefaultAsync(cancel);
        return last is not null && (last.State is MailState.Waiting or MailState.Unknown || last.TextBody.Contains(WithheldReminderMails.LineOf(ev.Meeting), StringComparison.Ordinal));
    }
}
