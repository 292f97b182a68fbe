using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Mail;

public static class Withdrawal
{
    /// <summary>
    /// Of these, what looks ahead to an event goes unless it was sent, because it would not be so any more. What is being sent right now is
    /// left to its worker.
    /// </summary>
    public static Task<int> WithdrawAsync(this IQueryable<OutboxMail> mails) => mails.Withdrawable().ExecuteDeleteAsync();

    public static IQueryable<OutboxMail> Withdrawable(this IQueryable<OutboxMail> mails) => mails
        .Where(mail => (mail.Kind == MailKind.Reminder || mail.Kind == MailKind.EventChanged) && mail.State != MailState.Sent && mail.State != MailState.Sending);
}
