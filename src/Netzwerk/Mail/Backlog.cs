using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Mail;

/// <summary>What still has to be sent. Not in it: what waits on purpose, because its reader already got enough for today.</summary>
public static class Backlog
{
    /// <summary>A mail server that asks to come again later takes it at the third attempt, within minutes.</summary>
    private const int UsualAttempts = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public static IQueryable<OutboxMail> Of(DbContext db) => db.Set<OutboxMail>().Where(mail => mail.Delay == null
        && (mail.State == MailState.Waiting || mail.State == MailState.Sending || mail.State == MailState.Unknown));

    /// <summary>What somebody should look at, because it goes out later than mails do: tried in vain again and again, or not even tried for an hour.</summary>
    public static IQueryable<OutboxMail> Stuck(DbContext db, DateTime now)
    {
        var (before, after) = (now - Patience, now + Patience);
        return Of(db).Where(mail => mail.Attempts >= UsualAttempts || mail.CreatedAt < before || mail.CreatedAt > after);
    }

    /// <summary>Written while the clock was ahead: nobody can tell how long it waits.</summary>
    public static IQueryable<OutboxMail> FromTheFuture(DbContext db, DateTime now)
    {
        var after = now + Patience;
        return Of(db).Where(mail => mail.CreatedAt > after);
    }

    /// <summary>When the oldest was written (event clock); null when nothing waits.</summary>
    public static IQueryable<DateTime?> Oldest(DbContext db) => Of(db).OrderBy(mail => mail.CreatedAt).Select(mail => (DateTime?)mail.CreatedAt).Take(1);
}
