using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Events.LifeCycle;
using Netzwerk.Features.Organizer.Reminders;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Processes;

namespace Netzwerk.Tests.Features.Organizer.Events;

/// <summary>Cancelling a large event and announcing its change: decided at once, told in batches.</summary>
public sealed class AnnouncementTests
{
    private const int PerTurn = Announcements.PerTurn;

    [Fact]
    public async Task A_cancellation_is_stored_at_once_and_shows_how_far_its_mails_are()
    {
        await using var app = new TestApp();
        await Families.AddAsync(app, PerTurn + 7);
        var desk = await app.SignInAsync(Cast.Organizer);

        var page = await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Event + "/absagen"), "Ja, absagen");

        Assert.NotNull((await app.EventAsync()).CancelledAt);
        Assert.Contains($"Die E-Mails an die Angemeldeten werden geschrieben: {PerTurn} von {PerTurn + 7}.", page.Text, StringComparison.Ordinal);
        Assert.Equal(PerTurn, (await Families.MailsAsync(app, MailKind.EventCancelled)).Count);
        await WriteDueAsync(app);
        await Families.AssertOneEachAsync(app, MailKind.EventCancelled, PerTurn + 7);
        Assert.DoesNotContain("werden geschrieben", (await desk.OpenAsync(Rooms.Event)).Text, StringComparison.Ordinal);
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.EventCancelled));
    }

    [Fact]
    public async Task No_transaction_writes_more_mails_than_one_batch()
    {
        await using var app = new TestApp();
        await Families.AddAsync(app, (2 * PerTurn) + 9);
        await CancelEventAsync(app);
        var written = new List<int>();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        db.SavingChanges += (_, _) => written.Add(db.ChangeTracker.Entries<OutboxMail>().Count(entry => entry.State == EntityState.Added));
        var announcements = scope.ServiceProvider.GetRequiredService<Announcements>();
        var id = (await app.EventAsync()).Id;
        while (await announcements.WriteNextAsync(id)) Assert.True(written.Count < 10);

        Assert.Equal([PerTurn, 9], written);
    }

    [Fact]
    public async Task What_a_killed_process_left_is_written_by_the_next_start_and_each_mail_once()
    {
        await using var app = new TestApp();
        await Families.AddAsync(app, (2 * PerTurn) + 3);
        await CancelEventAsync(app);
        // The second batch is written and never committed.
        await app.RefuseAsync("UPDATE OF \"Value\"", "Settings");
        await WriteDueAsync(app);
        Assert.Contains("The announcement of one event failed", app.Log.All, StringComparison.Ordinal);
        Assert.Equal(PerTurn, (await Families.MailsAsync(app, MailKind.EventCancelled)).Count);
        await app.TakeAgainAsync("UPDATE OF \"Value\"", "Settings");

        await using var next = new WorkingApp(("Site:DataDirectory", app.DataFolder));
        _ = next.Services;

        await EventuallyAsync(async () => (await Families.MailsAsync(app, MailKind.EventCancelled)).Count == (2 * PerTurn) + 3);
        await Families.AssertOneEachAsync(app, MailKind.EventCancelled, (2 * PerTurn) + 3);
    }

    [Fact]
    public async Task A_clock_that_is_ahead_does_not_end_a_change_that_is_half_told()
    {
        await using var app = new TestApp();
        await Families.AddAsync(app, PerTurn + 4);
        await MoveAsync(app, "Rathaus");
        await AnnounceAsync(app);
        var (guard, right) = (app.Services.GetRequiredService<ClockGuard>(), app.Clock.GetUtcNow());

        guard.Remember(DateTimeOffset.UnixEpoch.UtcDateTime);
        app.Clock.Advance(TimeSpan.FromDays(200));
        await WriteDueAsync(app);
        guard.Remember(null);
        app.Clock.AdjustTime(right);
        await WriteDueAsync(app);

        await Families.AssertOneEachAsync(app, MailKind.EventChanged, PerTurn + 4);
    }

    [Fact]
    public async Task Two_processes_and_many_tries_write_each_mail_once()
    {
        await using var pair = Pair.Start();
        await Families.AddAsync(pair.One, (3 * PerTurn) + 1);
        await CancelEventAsync(pair.One);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => WriteDueAsync(number % 2 == 0 ? pair.One : pair.Other))));
        await WriteDueAsync(pair.Other);

        await Families.AssertOneEachAsync(pair.One, MailKind.EventCancelled, (3 * PerTurn) + 1);
    }

    [Fact]
    public async Task Who_cancels_or_is_erased_before_it_is_their_turn_gets_no_mail()
    {
        await using var app = new TestApp();
        var ids = await Families.AddAsync(app, PerTurn + 4);
        await MoveAsync(app, "Rathaus");
        await AnnounceAsync(app);
        var erased = ids[^2];
        await app.CancelAsync(ids[^1]);
        await app.DbAsync(async db =>
        {
            (await db.Registrations.SingleAsync(r => r.Id == erased)).Erase(DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        await WriteDueAsync(app);

        var told = (await Families.MailsAsync(app, MailKind.EventChanged)).Select(mail => mail.RegistrationId!.Value).ToHashSet();
        Assert.Equal(ids[..^2].ToHashSet(), told);
    }

    [Fact]
    public async Task Who_signs_up_meanwhile_reads_the_new_place_in_the_confirmation_alone()
    {
        await using var app = new TestApp();
        await Families.AddAsync(app, PerTurn + 1);
        await MoveAsync(app, "Rathaus");
        await AnnounceAsync(app);
        var anna = await app.RegisterAsync(Cast.Anna);

        await WriteDueAsync(app);

        var mails = await app.DbAsync(db => db.Set<OutboxMail>().Where(mail => mail.RegistrationId == anna.Id).ToListAsync());
        Assert.Equal(MailKind.Confirmation, Assert.Single(mails).Kind);
        Assert.Contains("Rathaus", mails[0].TextBody, StringComparison.Ordinal);
        await Families.AssertOneEachAsync(app, MailKind.EventChanged, PerTurn + 1);
    }

    [Fact]
    public async Task An_event_that_moves_again_meanwhile_tells_each_family_what_it_knew_before()
    {
        await using var app = new TestApp();
        var ids = await Families.AddAsync(app, PerTurn + 5);
        var first = (await app.EventAsync()).Place;
        await MoveAsync(app, "Rathaus");
        await AnnounceAsync(app);
        await app.DeliverMailAsync();
        await MoveAsync(app, "Turnhalle");

        // Nobody is told of the town hall any more, and of the gym once an organiser says so.
        await WriteDueAsync(app);
        Assert.Equal(PerTurn, (await Families.MailsAsync(app, MailKind.EventChanged)).Count);
        await AnnounceAsync(app);
        await WriteDueAsync(app);

        var mails = (await Families.MailsAsync(app, MailKind.EventChanged)).Where(mail => mail.TextBody.Contains("Turnhalle", StringComparison.Ordinal)).ToDictionary(mail => mail.RegistrationId!.Value);
        Assert.Equal(ids.Count, mails.Count);
        Assert.All(ids, id => Assert.Contains($"Bisher: {(ids.IndexOf(id) < PerTurn ? "Rathaus" : first)}", mails[id].TextBody, StringComparison.Ordinal));
        Assert.Equal(PerTurn, (await Families.MailsAsync(app, MailKind.EventChanged)).Count(mail => !mail.TextBody.Contains("Turnhalle", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_signed_up_while_a_change_was_half_told_hears_that_the_event_moved_back()
    {
        await using var app = new TestApp();
        var first = (await app.EventAsync()).Place;
        await Families.AddAsync(app, PerTurn + 1);
        await MoveAsync(app, "Rathaus");
        await AnnounceAsync(app);
        var anna = await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await MoveAsync(app, first);

        await AnnounceAsync(app);
        await WriteDueAsync(app);

        var mails = (await Families.MailsAsync(app, MailKind.EventChanged)).FindAll(mail => mail.TextBody.Contains($"Wo: {first}\n", StringComparison.Ordinal));
        Assert.Contains("Bisher: Rathaus", Assert.Single(mails, mail => mail.RegistrationId == anna.Id).TextBody, StringComparison.Ordinal);
        // The others who read of the town hall; who was not told yet knows the right place.
        Assert.True(mails.Count >= PerTurn + 1, $"{mails.Count}");
    }

    [Fact]
    public async Task Whose_confirmation_names_the_old_place_is_told_whatever_its_id_says()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var later = Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddDays(1));
        await app.DbAsync(db => db.Set<OutboxMail>().ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Id, later)));
        await app.DeliverMailAsync();
        await MoveAsync(app, "Rathaus");

        await AnnounceAsync(app);
        await WriteDueAsync(app);

        Assert.Equal(anna.Id, Assert.Single(await Families.MailsAsync(app, MailKind.EventChanged)).RegistrationId);
    }

    [Fact]
    public async Task A_reminder_waits_until_all_are_told_of_the_new_day()
    {
        await using var app = new TestApp();
        await Families.AddAsync(app, PerTurn + 2);
        await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Date = ev.Date.AddDays(-16) }));
        Assert.True(Reminder.IsWithheld(await app.EventAsync(), app.Clock.GetUtcNow().UtcDateTime));
        await AnnounceAsync(app);

        Assert.Equal(0, await RemindAsync(app));
        await WriteDueAsync(app);

        // Who was told the same minute needs no reminder.
        Assert.Equal(0, await RemindAsync(app));
        Assert.NotNull((await app.EventAsync()).RemindedAt);
        await Families.AssertOneEachAsync(app, MailKind.EventChanged, PerTurn + 2);
    }

    [Fact]
    public async Task Mails_that_waited_and_became_untrue_are_withdrawn_before_the_new_ones()
    {
        await using var app = new TestApp();
        await Families.AddAsync(app, PerTurn + 3);
        await MoveAsync(app, "Rathaus");
        await AnnounceAsync(app);
        await WriteDueAsync(app);

        await CancelEventAsync(app);
        Assert.Equal((3, 0), ((await Families.MailsAsync(app, MailKind.EventChanged)).Count, (await Families.MailsAsync(app, MailKind.EventCancelled)).Count));
        await WriteDueAsync(app);

        Assert.Empty(await Families.MailsAsync(app, MailKind.EventChanged));
        await Families.AssertOneEachAsync(app, MailKind.EventCancelled, PerTurn + 3);
    }

    internal static async Task WriteDueAsync(TestApp app) => await app.Services.GetRequiredService<AnnouncementWorker>().WriteDueAsync();

    internal static async Task AnnounceAsync(TestApp app) => await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event + "/benachrichtigen"), "Jetzt");

    private static async Task CancelEventAsync(TestApp app) => await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event + "/absagen"), "Ja, absagen");

    private static Task MoveAsync(TestApp app, string place) => app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Place = place }));

    private static async Task<int> RemindAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DueReminders>().SendDueAsync();
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 300 && !await holds(); tries++) await Task.Delay(100);
    }
}
