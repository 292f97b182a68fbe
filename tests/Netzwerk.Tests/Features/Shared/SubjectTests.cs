using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Shared;

/// <summary>Whoever reads several of our mails in one mailbox tells them apart by their subject, and nobody who reads along learns a name.</summary>
public sealed class SubjectTests
{
    [Fact]
    public async Task All_mails_to_one_mailbox_have_different_subjects()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var canan = await app.RegisterAsync(Cast.Canan);
        var subjects = new List<string>();
        await using var scope = app.Services.CreateAsyncScope();
        var (mails, events, accounts) = (scope.ServiceProvider.GetRequiredService<RegistrationMails>(), scope.ServiceProvider.GetRequiredService<EventMails>(), scope.ServiceProvider.GetRequiredService<AccountMails>());
        var ev = await app.EventAsync();
        var colleague = new Account { UserName = Cast.Staff.Email, Email = Cast.Staff.Email, DisplayName = Cast.Staff.Name };
        for (var time = 0; time < 3; time++)
        {
            foreach (var family in (Registration[])[anna, canan])
            {
                if (time == 0) Add(mails.Confirmation(ev, family), events.Reminder(ev, family), mails.Cancelled(ev, family), events.Cancelled(ev, family, null));
                Add(mails.ConfirmationAgain(ev, family), mails.Link(ev, family), mails.SignedUpAgain(ev, family, Reference.Next()), events.Changed(ev, family, []));
            }
            Add(accounts.Invitation(colleague, "Karin"), accounts.LostPassword(colleague), accounts.PasswordChanged(colleague), accounts.FactorAdded(colleague), accounts.FactorRemoved(colleague), accounts.CodesMade(colleague));
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(subjects.Count, subjects.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains($"Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022 ({anna.Reference})", subjects);
        Assert.All(subjects, subject => Assert.DoesNotContain("Öztürk", subject, StringComparison.Ordinal));

        void Add(params OutboxMail[] written) => subjects.AddRange(written.Select(mail => mail.Subject));
    }
}
