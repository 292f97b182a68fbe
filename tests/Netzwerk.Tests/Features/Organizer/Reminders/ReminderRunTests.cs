using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Reminders;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Reminders;

public class ReminderRunTests
{
    /// <summary>9 November 2022, 10:00 in Berlin.</summary>
    private static readonly DateTimeOffset Due = new(2022, 11, 9, 10, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task Each_family_that_comes_is_reminded_once()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 1, new ChildInCare("Mia", 4, true));
        await app.RegisterAsync(Cast.Bernd);
        await app.CancelAsync((await app.RegisterAsync(Cast.Dilan)).Id);
        app.Clock.SetUtcNow(Due.AddMilliseconds(-1));
        Assert.Equal(0, await SendDueAsync(app));

        app.Clock.SetUtcNow(Due);
        Assert.Equal(2, await SendDueAsync(app));
        Assert.Equal(0, await SendDueAsync(app));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SendDueAsync(app));

        await app.DeliverMailAsync();
        var mail = app.Inbox.To(Cast.Anna.Email)[^1];
        Assert.StartsWith("Erinnerung: Jubiläumsfeier, Fr., 11.11.2022 (NW-", mail.Subject, StringComparison.Ordinal);
        foreach (var words in (string[])["Guten Tag Anna Öztürk,", "Wo: Kreishaus Cloppenburg", "Wer: 2 Erwachsene, 1 Kind in der Betreuung", "Melden Sie sich bitte bis Freitag,"])
            Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.NotNull(mail.PersonalLink);
        Assert.DoesNotContain("Mia", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Inbox.To(Cast.Dilan.Email), received => received.Subject.StartsWith("Erinnerung", StringComparison.Ordinal));
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.RemindersSent));
    }

    [Fact]
    public async Task Eight_at_the_same_moment_write_one_each()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.RegisterAsync(Cast.Bernd);
        app.Clock.SetUtcNow(Due);

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendDueAsync(app)));

        Assert.Equal(2, written.Sum());
        Assert.Equal(2, await CountAsync(app));
    }

    [Fact]
    public async Task A_process_that_died_in_the_middle_is_made_up_for_without_a_second_copy()
    {
        await using var app = new TestApp();
        await RegisterManyAsync(app, DueReminders.PerTurn + 5);
        app.Clock.SetUtcNow(Due);
        using var killed = new CancellationTokenSource();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            // Stops as soon as the first turn is on the disk.
            scope.ServiceProvider.GetRequiredService<NetzwerkDb>().SavedChanges += (_, _) => killed.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scope.ServiceProvider.GetRequiredService<DueReminders>().SendDueAsync(killed.Token));
        }
        Assert.Equal(DueReminders.PerTurn, await CountAsync(app));
        Assert.Null((await app.EventAsync()).RemindedAt);

        Assert.Equal(5, await SendDueAsync(app));
        Assert.Equal(DueReminders.PerTurn + 5, await CountAsync(app));
        Assert.NotNull((await app.EventAsync()).RemindedAt);
    }

    [Fact]
    public async Task Who_signs_up_afterwards_gets_none()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Open, "Karin", app.Clock.GetUtcNow().UtcDateTime));
        app.Clock.SetUtcNow(Due);
        await app.RegisterAsync(Cast.Anna);

        Assert.Equal(0, await SendDueAsync(app));

        Assert.NotNull((await app.EventAsync()).RemindedAt);
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.RemindersSent));
    }

    [Fact]
    public async Task Switched_on_again_it_is_made_up_for_until_the_event_begins()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.ChangeEventAsync(ev => ev.Reminds = false);
        app.Clock.SetUtcNow(Due);
        Assert.Equal(0, await SendDueAsync(app));
        await app.ChangeEventAsync(ev => ev.Reminds = true);

        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await SendDueAsync(app));
    }

    [Fact]
    public async Task After_the_beginning_and_for_erased_people_it_is_left_out()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var bernd = await app.RegisterAsync(Cast.Bernd);
        await app.DbAsync(async db =>
        {
            (await db.Registrations.SingleAsync(registration => registration.Id == bernd.Id)).Erase(Due.UtcDateTime);
            return await db.SaveChangesAsync();
        });
        app.Clock.SetUtcNow((await app.EventAsync()).Starts.AddMilliseconds(-1));
        Assert.Equal(1, await SendDueAsync(app));
        await app.DbAsync(db => db.Set<OutboxMail>().Where(mail => mail.Kind == MailKind.Reminder).ExecuteDeleteAsync());
        await app.ChangeEventAsync(ev => ev.RemindedAt = null);

        app.Clock.SetUtcNow((await app.EventAsync()).Starts);
        Assert.Equal(0, await SendDueAsync(app));
    }

    [Fact]
    public async Task A_postponed_event_reminds_everybody_again_for_the_new_day()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        app.Clock.SetUtcNow(Due);
        await SendDueAsync(app);
        await PostponeAsync(app, 14);
        await app.RegisterAsync(Cast.Bernd);
        Assert.Equal(0, await SendDueAsync(app));

        app.Clock.SetUtcNow(Due.AddDays(14));

        Assert.Equal(2, await SendDueAsync(app));
        Assert.Equal(0, await SendDueAsync(app));
        Assert.Equal(2, (await Rooms.AuditAsync(app, AuditAct.RemindersSent)).Count);
    }

    [Fact]
    public async Task A_withheld_reminder_is_told_to_the_organiser_once_and_goes_when_it_was_decided()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Place = "Rathaus" }));
        app.Clock.SetUtcNow(Due);

        for (var turn = 0; turn < 3; turn++) Assert.Equal(0, await SendDueAsync(app));
        await app.DeliverMailAsync();

        var mail = app.Inbox.SingleTo((await app.EventAsync()).ContactEmail);
        Assert.Equal("Erinnerung wartet: Jubiläumsfeier, Fr., 11.11.2022", mail.Subject);
        foreach (var words in (string[])["Kreishaus Cloppenburg\n", "Rathaus\n", $"{TestApp.BaseUrl}{Rooms.Event}/benachrichtigen"]) Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", mail.Text, StringComparison.Ordinal);
        await app.ChangeEventAsync(ev => ev.GuestsKnow());
        Assert.Equal(1, await SendDueAsync(app));
    }

    [Fact]
    public async Task A_second_move_on_the_same_day_and_one_back_are_told_to_the_organiser_too()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        app.Clock.SetUtcNow(Due);
        foreach (var place in (string[])["Rathaus", "Turnhalle", "Rathaus"])
        {
            await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Place = place }));
            for (var turn = 0; turn < 2; turn++) await SendDueAsync(app);
            await app.DeliverMailAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var mails = app.Inbox.To((await app.EventAsync()).ContactEmail);
        Assert.Equal(["Rathaus", "Turnhalle", "Rathaus"], mails.Select(mail => mail.Text.Contains("Turnhalle", StringComparison.Ordinal) ? "Turnhalle" : "Rathaus"));
    }

    [Fact]
    public async Task A_word_on_a_withheld_reminder_that_was_put_off_does_not_leave_once_it_was_decided()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Place = "Rathaus" }));
        app.Clock.SetUtcNow(Due);
        await SendDueAsync(app);
        await app.ChangeEventAsync(ev => ev.GuestsKnow());

        await app.DeliverMailAsync();

        Assert.Empty(app.Inbox.To((await app.EventAsync()).ContactEmail));
    }

    [Fact]
    public async Task An_event_that_is_moved_away_and_back_reminds_of_its_day_after_all()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        app.Clock.SetUtcNow(Due);
        Assert.Equal(1, await SendDueAsync(app));
        await PostponeAsync(app, 1);
        await SendDueAsync(app);
        Assert.Equal(0, await CountAsync(app));

        await PostponeAsync(app, -1);
        Assert.Equal(1, await SendDueAsync(app));
        await app.DeliverMailAsync();

        Assert.Single(app.Inbox.To(Cast.Anna.Email), mail => mail.Subject.StartsWith("Erinnerung", StringComparison.Ordinal));
        Assert.Equal(0, await SendDueAsync(app));
    }

    [Fact]
    public async Task Who_was_told_of_the_new_day_at_the_last_moment_is_not_reminded_of_it_too()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Date = ev.Date.AddDays(-9) }));
        app.Clock.SetUtcNow(Due.AddDays(-9));
        Assert.Equal(0, await SendDueAsync(app));

        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event + "/benachrichtigen"), "Jetzt");

        Assert.Equal(0, await SendDueAsync(app));
    }

    [Fact]
    public async Task What_waits_goes_when_the_event_begins_or_moves()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        app.Clock.SetUtcNow(Due);
        await SendDueAsync(app);
        await PostponeAsync(app, 1);
        await SendDueAsync(app);
        Assert.Equal(0, await CountAsync(app));
        app.Clock.SetUtcNow(Due.AddDays(1));
        Assert.Equal(1, await SendDueAsync(app));

        app.Clock.SetUtcNow((await app.EventAsync()).Starts);
        await SendDueAsync(app);

        Assert.Equal(0, await CountAsync(app));
    }

    [Fact]
    public async Task Who_cancels_and_who_is_called_off_gets_no_mail_that_waited()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.RegisterAsync(Cast.Bernd);
        await app.DeliverMailAsync();
        var link = app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink!;
        app.Clock.SetUtcNow(Due);
        await SendDueAsync(app);

        await Forms.SubmitAsync(await app.OpenAsync(link + "/abmelden"), "Ja");
        Assert.Equal(1, await CountAsync(app));
        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event + "/absagen"), "Ja, absagen");

        Assert.Equal(0, await CountAsync(app));
    }

    private static Task PostponeAsync(TestApp app, int days) => app.ChangeEventAsync(ev =>
    {
        ev.Move(ev.Meeting with { Date = ev.Date.AddDays(days) });
        ev.DeadlineBound = ev.DeadlineBound.AddDays(days);
        ev.GuestsKnow();
    });

    private static async Task<int> SendDueAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DueReminders>().SendDueAsync();
    }

    private static Task<int> CountAsync(TestApp app) => app.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == MailKind.Reminder && mail.State != MailState.Withdrawn));

    private static async Task RegisterManyAsync(TestApp app, int count)
    {
        var ev = await app.EventAsync();
        await app.DbAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, count).Select(number => new Registration
            {
                Id = Guid.CreateVersion7(),
                EventId = ev.Id,
                Reference = $"NW-{number:D6}",
                GivenName = "Gast",
                FamilyName = $"Nummer {number}",
                Email = $"gast{number}@example.org",
                ArrivedAt = app.Clock.GetUtcNow().UtcDateTime,
            }));
            return db.SaveChangesAsync();
        });
    }
}
