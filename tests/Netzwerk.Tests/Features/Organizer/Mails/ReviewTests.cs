using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Mails;

/// <summary>What a mail says is looked at again when it is about to leave, on each attempt.</summary>
public class ReviewTests
{
    [Fact]
    public async Task A_confirmation_that_was_put_off_does_not_leave_after_the_family_cancelled()
    {
        await using var app = new TestApp();
        var anna = await PutOffAsync(app);
        await app.CancelAsync(anna.Id);

        await DeliverAsync(app);

        Assert.Empty(app.Inbox.To(Cast.Anna.Email));
        var row = await RowAsync(app, MailKind.Confirmation);
        Assert.Equal((MailState.Withdrawn, "Die Familie ist abgemeldet.", false), (row.State, row.Note, row.PossiblyDuplicate));
        var page = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails);
        Assert.Contains("Zurückgezogen", page.Text, StringComparison.Ordinal);
        Assert.Contains("Die Familie ist abgemeldet.", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("Noch einmal senden"));
        Assert.Contains("Zurückgezogen", (await Rooms.OpenAsync(app, Cast.Staff, $"{Rooms.Event}/anmeldungen/{anna.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await DeliverAsync(app));
    }

    [Fact]
    public async Task What_may_have_arrived_before_it_was_withdrawn_says_so()
    {
        await using var app = new TestApp();
        var anna = await PutOffAsync(app, DeliveryOutcome.Unknown);
        await app.CancelAsync(anna.Id);

        await DeliverAsync(app);

        Assert.True((await RowAsync(app, MailKind.Confirmation)).PossiblyDuplicate);
        Assert.Contains("vielleicht doch angekommen", (await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_move_it_leaves_written_anew_under_its_Message_ID()
    {
        await using var app = new TestApp();
        await PutOffAsync(app);
        var before = await RowAsync(app, MailKind.Confirmation);
        await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Date = ev.Date.AddDays(7), Place = "Rathaus" }));

        await DeliverAsync(app);

        var mail = app.Inbox.SingleTo(Cast.Anna.Email);
        Assert.Equal(before.MessageId, mail.Message.MessageId);
        Assert.Contains("18.11.2022", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Wo: Rathaus", mail.Text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", mail.Calendar!, StringComparison.Ordinal);
        Assert.NotNull(mail.PersonalLink);
        Assert.Contains("Neu geschrieben, bevor sie hinausging", (await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_words_after_an_unknown_outcome_leave_under_a_Message_ID_of_their_own()
    {
        await using var app = new TestApp();
        await PutOffAsync(app, DeliveryOutcome.Unknown);
        var before = await RowAsync(app, MailKind.Confirmation);
        await MoveAsync(app, 7);

        await DeliverAsync(app);

        var message = app.Inbox.SingleTo(Cast.Anna.Email).Message;
        Assert.NotEqual(before.MessageId, message.MessageId);
        Assert.Equal((before.MessageId, before.MessageId), (message.InReplyTo, Assert.Single(message.References)));
        Assert.Equal(message.MessageId, (await RowAsync(app, MailKind.Confirmation)).MessageId);
    }

    [Fact]
    public async Task The_same_words_after_an_unknown_outcome_keep_their_Message_ID()
    {
        await using var app = new TestApp();
        await PutOffAsync(app, DeliveryOutcome.Unknown);

        await DeliverAsync(app);

        var message = app.Inbox.SingleTo(Cast.Anna.Email).Message;
        Assert.Equal(((await RowAsync(app, MailKind.Confirmation)).MessageId, (string?)null), (message.MessageId, message.InReplyTo));
    }

    [Fact]
    public async Task The_event_is_read_once_a_second_and_not_for_each_mail()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        // As another process does.
        await app.DbAsync(db => db.Events.ExecuteUpdateAsync(set => set.SetProperty(ev => ev.Place, "Rathaus")));

        await SendAllAgainAsync(app);
        Assert.DoesNotContain("Rathaus", app.Inbox.To(Cast.Anna.Email)[^1].Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await SendAllAgainAsync(app);
        Assert.Contains("Rathaus", app.Inbox.To(Cast.Anna.Email)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_call_off_nobody_is_told_to_be_registered()
    {
        await using var app = new TestApp();
        await PutOffAsync(app);
        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event + "/absagen"), "Ja, absagen");

        await DeliverAsync(app);

        Assert.StartsWith("Abgesagt", app.Inbox.SingleTo(Cast.Anna.Email).Subject, StringComparison.Ordinal);
        Assert.Equal("Die Veranstaltung ist abgesagt.", (await RowAsync(app, MailKind.Confirmation)).Note);
    }

    [Fact]
    public async Task It_goes_to_the_address_and_with_the_link_that_hold_now()
    {
        await using var app = new TestApp();
        var anna = await PutOffAsync(app);
        await app.DbAsync(async db =>
        {
            (await db.Registrations.SingleAsync(r => r.Id == anna.Id)).Readdress("anna@example.net", app.Services.GetRequiredService<PersonalLinks>());
            return await db.SaveChangesAsync();
        });

        await DeliverAsync(app);

        Assert.Empty(app.Inbox.To(Cast.Anna.Email));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.OpenAsync(app.Inbox.SingleTo("anna@example.net").PersonalLink!)).Status);
        Assert.Equal("anna@example.net", (await RowAsync(app, MailKind.Confirmation)).AddressKey);
    }

    [Fact]
    public async Task A_change_that_was_put_off_names_the_day_that_holds_now()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await MoveAsync(app, 7);
        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event + "/benachrichtigen"), "Jetzt");
        await PutOffAsync(app, register: false);
        await MoveAsync(app, 14);

        await DeliverAsync(app);

        var mail = app.Inbox.To(Cast.Anna.Email)[^1];
        Assert.StartsWith("Geändert", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Wann: Freitag, 2.\u00A0Dezember\u00A02022", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("18.\u00A0November", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signed_up_anew_is_not_told_to_be_cancelled()
    {
        await using var app = new TestApp();
        var first = await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await Forms.SubmitAsync(await app.OpenAsync(app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink! + "/abmelden"), "Ja");
        await PutOffAsync(app, register: false);
        var second = await app.RegisterAsync(Cast.Anna);

        await DeliverAsync(app);

        Assert.NotEqual(first.Id, second.Id);
        Assert.DoesNotContain(app.Inbox.Mails, mail => mail.Subject.StartsWith("Abmeldung", StringComparison.Ordinal));
        Assert.Equal((MailState.Withdrawn, "Die Familie hat sich inzwischen neu angemeldet."), await StateAsync(app, MailKind.Cancelled));
    }

    [Fact]
    public async Task What_is_still_so_leaves_as_it_was_written()
    {
        await using var app = new TestApp();
        var anna = await PutOffAsync(app);
        await WriteAsync(app, anna.Id, (mails, events, ev, family) =>
        [
            mails.ConfirmationAgain(ev, family), mails.Link(ev, family), events.Reminder(ev, family),
            events.Changed(ev, family, [new EventChange("Ort", "Kreishaus", "Kreishaus Cloppenburg")]),
        ]);
        await app.SignUpAsync(Cast.Anna);
        app.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(6, await DeliverAsync(app));

        Assert.All(await app.DbAsync(db => db.Set<OutboxMail>().AsNoTracking().ToListAsync()), row => Assert.Equal((row.Kind, MailState.Sent, (string?)null), (row.Kind, row.State, row.Note)));
    }

    [Fact]
    public async Task A_report_that_was_put_off_goes_to_the_contact_of_now_and_is_withdrawn_when_the_event_is_called_off()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        app.Clock.SetUtcNow(new DateTimeOffset(2022, 11, 5, 0, 0, 0, TimeSpan.FromHours(1)));
        await using (var scope = app.Services.CreateAsyncScope()) Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<Netzwerk.Features.Organizer.ClosingReports.ClosingReport>().SendDueAsync());
        await PutOffAsync(app, register: false);
        await app.ChangeEventAsync(ev => ev.ContactEmail = "neu@netzwerk.test");
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Deferred, "451 später");
        await DueAsync(app);
        await app.DeliverMailAsync();
        Assert.Equal("neu@netzwerk.test", (await RowAsync(app, MailKind.ClosingReport)).ToAddress);
        await app.ChangeEventAsync(ev => ev.Cancel(app.Clock.GetUtcNow().UtcDateTime, null));

        await DeliverAsync(app);

        Assert.Equal((MailState.Withdrawn, "Die Veranstaltung ist abgesagt."), await StateAsync(app, MailKind.ClosingReport));
    }

    /// <summary>Registers Anna and has the mail server put off what is due.</summary>
    private static async Task<Registration> PutOffAsync(TestApp app, DeliveryOutcome outcome = DeliveryOutcome.Deferred, bool register = true)
    {
        var anna = register ? await app.RegisterAsync(Cast.Anna) : (await app.RegistrationsAsync())[0];
        app.Inbox.Answer = _ => new Delivery(outcome, "451 4.7.1 später");
        await app.DeliverMailAsync();
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Accepted, "250 OK");
        return anna;
    }

    private static async Task<int> DeliverAsync(TestApp app)
    {
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Accepted, "250 OK");
        await DueAsync(app);
        return await app.DeliverMailAsync();
    }

    /// <summary>As if the time until the next attempt were over.</summary>
    private static Task<int> DueAsync(TestApp app) => app.DbAsync(db => db.Set<OutboxMail>().ExecuteUpdateAsync(set => set.SetProperty(mail => mail.NextAttemptAt, DateTime.UnixEpoch)));

    private static async Task SendAllAgainAsync(TestApp app)
    {
        await app.DbAsync(db => db.Set<OutboxMail>().ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, MailState.Waiting).SetProperty(mail => mail.SentAt, (DateTime?)null)));
        await DeliverAsync(app);
    }

    private static Task MoveAsync(TestApp app, int days) => app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Date = ev.Date.AddDays(days) }));

    private static Task<OutboxMail> RowAsync(TestApp app, string kind) => app.DbAsync(db => db.Set<OutboxMail>().AsNoTracking().SingleAsync(mail => mail.Kind == kind));

    private static async Task<(MailState, string?)> StateAsync(TestApp app, string kind) => await RowAsync(app, kind) is var row ? (row.State, row.Note) : default;

    private static async Task WriteAsync(TestApp app, Guid id, Func<RegistrationMails, EventMails, Event, Registration, OutboxMail[]> write)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        var family = await db.Registrations.SingleAsync(registration => registration.Id == id);
        db.AddRange(write(scope.ServiceProvider.GetRequiredService<RegistrationMails>(), scope.ServiceProvider.GetRequiredService<EventMails>(), await app.EventAsync(), family));
        await db.SaveChangesAsync();
    }
}
