using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Attendees;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.ServerClock;

public sealed class CancellingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelled_while_the_clock_was_behind_a_registration_and_its_mail_outlive_the_correction(bool byFamily)
    {
        await using var app = new OneClockApp();
        await WrongClock.SetEventAsync(app, 60);
        var anna = await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        var link = app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink!;

        app.SetClock(TimeSpan.FromDays(-40));
        if (byFamily) await Forms.SubmitAsync(await app.OpenAsync(link + "/abmelden"), "Ja, abmelden");
        else await CancelByStaffAsync(app, anna);
        app.SetClock(TimeSpan.FromMinutes(2));
        await WrongClock.AdvanceAsync(app);
        await WrongClock.RetainAsync(app);

        var kept = Assert.Single(await app.RegistrationsAsync());
        Assert.Equal(Cast.Anna.Email, kept.Email);
        Assert.Equal(OneClockApp.Begin.UtcDateTime, kept.CancelledAt);
        Assert.Equal(1, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == MailKind.Cancelled && mail.RegistrationId == anna.Id)));
    }

    [Fact]
    public async Task An_event_clock_that_shows_another_day_dates_a_cancellation_by_that_day()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var shown = app.Clock.GetUtcNow().UtcDateTime;

        await CancelByStaffAsync(app, anna);

        Assert.Equal(shown, Assert.Single(await app.RegistrationsAsync()).CancelledAt);
    }

    private static async Task CancelByStaffAsync(TestApp app, Registration registration)
    {
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<StaffCancellation>().CancelAsync(registration.EventId, [registration.Id], Cast.Staff.Name));
    }
}
