using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Mail;

/// <summary>What still has to be sent. Not in it: what waits on purpose, because its reader already got enough for today.</summary>
public static class Backlog
{
    public static IQueryable<OutboxMail> Of(DbContext db) => db.Set<OutboxMail>().Where(mail => mail.Delay == null
        && (mail.State == MailState.Waiting || mail.State == MailState.Sending || mail.State == MailState.Unknown));

    /// <summary>When the oldest was written (event clock); null when nothing waits.</summary>
    public static IQueryable<DateTime?> Oldest(DbContext db) => Of(db).OrderBy(mail => mail.CreatedAt).Select(mail => (DateTime?)mail.CreatedAt).Take(1);
}
