using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public sealed class CancellationTests
{
    [Fact]
    public async Task Staff_cancel_after_one_question_and_the_seats_are_free_again()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, furtherAdults: 1, new ChildInCare("Mira", 7, false));
        await app.DeliverMailAsync();
        var question = await (await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.PathOf(anna))).FollowAsync("Familie abmelden …");
        Assert.Contains("3 Plätze werden wieder frei.", question.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await app.EventAsync()).SeatsTaken);

        var page = await Forms.SubmitAsync(question, "Ja, abmelden");
        Assert.Equal("Die Familie ist abgemeldet. Ihre Plätze sind wieder frei.", Page.Words(page.Document.QuerySelector("[role=status]")!));
        Assert.Equal((0, 0), ((await app.EventAsync()).SeatsTaken, (await app.EventAsync()).ChildcareTaken));
        var entry = (await app.AuditOfAsync(anna.Id))[^1];
        Assert.Equal((AuditAct.CancelledByStaff, Cast.Staff.Name), (entry.Act, entry.By));
        Assert.Contains($"Abgemeldet Mo.,\u00A024.\u00A0Oktober, 10:00\u00A0Uhr, von {Cast.Staff.Name}", page.Text, StringComparison.Ordinal);
        await app.DeliverMailAsync();
        Assert.StartsWith("Abmeldung: ", app.Inbox.To(Cast.Anna.Email)[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_twice_cancels_once()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var form = Forms.Fill(await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.PathOf(anna) + "/abmelden"), new Dictionary<string, string>(StringComparer.Ordinal), "Ja, abmelden");
        await form.SendAsync();
        var again = await form.SendAsync();
        Assert.Contains("Die Familie war schon abgemeldet.", again.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await app.EventAsync()).SeatsTaken);
        Assert.Equal(1, await app.MailsOfKindAsync(MailKind.Cancelled));
        Assert.Single(await app.AuditOfAsync(anna.Id), entry => entry.Act == AuditAct.CancelledByStaff);
        Assert.False(again.Text.Contains("Familie abmelden …", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_event_has_begun_it_is_too_late_to_cancel()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var staff = await app.SignInAsync(Cast.Staff);
        app.Clock.SetUtcNow(Desk.Started.AddMilliseconds(-1));
        var form = Forms.Fill(await staff.OpenAsync(Desk.PathOf(anna) + "/abmelden"), new Dictionary<string, string>(StringComparer.Ordinal), "Ja, abmelden");
        app.Clock.SetUtcNow(Desk.Started);
        Assert.Equal("Abmelden ist nicht mehr möglich", (await form.SendAsync()).Heading);
        Assert.DoesNotContain("Familie abmelden", (await staff.OpenAsync(Desk.PathOf(anna))).Text, StringComparison.Ordinal);
        Assert.True((await app.RegistrationsAsync()).Single().IsActive);
    }
}
