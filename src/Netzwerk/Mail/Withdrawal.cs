using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Mail;

public static class Withdrawal
{
    /// <summary>
    /// Of these, what looks ahead to an event is withdrawn unless it was sent, because it would not be so any more. It stays in the list, with the
    /// reason. What is being sent right now is left to its worker. All else is looked at when it is about to leave.
    /// </summary>
    /// <param name="because">A sentence for staff.</param>
    public static Task<int> WithdrawAsync(this IQueryable<OutboxMail> mails, string because = "Seitdem hat sich an der Veranstaltung oder der Anmeldung etwas geändert.") =>
        mails.Withdrawable().ExecuteUpdateAsync(set => set
            .SetProperty(mail => mail.PossiblyDuplicate, mail => mail.PossiblyDuplicate || mail.State == MailState.Unknown)
            .SetProperty(mail => mail.State, MailState.Withdrawn)
            .SetProperty(mail => mail.Delay, (string?)null)
            .SetProperty(mail => mail.Note, because));

    public static IQueryable<OutboxMail> Withdrawable(this IQueryable<OutboxMail> mails) => mails
        .Where(mail => (mail.Kind == MailKind.Reminder || mail.Kind == MailKind.EventChanged)
            && mail.State != MailState.Sent && mail.State != MailState.Sending && mail.State != MailState.Withdrawn);
}
