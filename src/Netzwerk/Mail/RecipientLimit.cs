using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Netzwerk.Domain;

namespace Netzwerk.Mail;

/// <summary>Tells staff when a message that was just written will wait, because its address had enough of its kind today.</summary>
public sealed class RecipientLimit(DbContext db, IOptionsMonitor<MailLimits> limits, TimeProvider system, EventClock clock)
{
    /// <summary>Until when it waits (event clock), counting those in front of it; null when it goes now, or is gone.</summary>
    public async Task<DateTime?> WaitsUntilAsync(OutboxMail mail)
    {
        if (!MailBudget.IsLimited(mail.Kind, mail.Occasion) || mail.State is not (MailState.Waiting or MailState.Unknown)) return null;
        var (now, limit) = (system.GetUtcNow().UtcDateTime, limits.CurrentValue.MailsPerRecipientAndDay);
        if (mail.Delay is not null) return clock.Now + (mail.NextAttemptAt - now);
        var mails = db.Set<OutboxMail>().AsNoTracking();
        var ahead = await mails.CountAsync(m =>
            m.AddressKey == mail.AddressKey && m.Kind == mail.Kind && m.Id != mail.Id && m.CreatedAt <= mail.CreatedAt && m.State == MailState.Waiting);
        var free = await MailBudget.FreeAgainAsync(mails, [DueMail.Of(mail)], Math.Max(1, limit - ahead), now);
        if (free.TryGetValue(mail.Id, out var at)) return clock.Now + (at - now);
        return ahead >= limit ? clock.Now + MailBudget.Day : null;
    }
}
