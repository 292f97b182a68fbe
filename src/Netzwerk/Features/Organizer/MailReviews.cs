using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Features.Organizer.ClosingReports;
using Netzwerk.Features.Organizer.Reminders;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer;

/// <summary>Who knows whether a mail is still so: it depends on whom it goes to.</summary>
public static class MailReviews
{
    public static ReviewMail Of(IServiceScopeFactory scopes) => async mail =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return mail switch
        {
            { RegistrationId: not null } => await services.GetRequiredService<FamilyMailReview>().ReviewAsync(mail),
            { AccountId: { } account } => await services.GetRequiredService<NetzwerkDb>().Users.AnyAsync(user => user.Id == account)
                ? MailReview.Current
                : new MailReview.Withdraw("Das Konto gibt es nicht mehr."),
            { Kind: MailKind.ClosingReport } => await services.GetRequiredService<ClosingReport>().ReviewAsync(mail),
            { Kind: MailKind.ReminderWithheld } => await services.GetRequiredService<WithheldReminders>().ReviewAsync(mail),
            _ => MailReview.Current,
        };
    };
}
