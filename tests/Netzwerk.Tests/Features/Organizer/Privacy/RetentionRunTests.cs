using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Features.Shared.Privacy;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Privacy;

public sealed class RetentionRunTests
{
    private static readonly ChildInCare Mia = new("Mia", 4, true);
    private static readonly DateTimeOffset EventEnds = new(2022, 11, 11, 16, 30, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task Before_its_time_nothing_goes_and_at_its_time_children_do()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 1, Mia);
        app.Clock.SetUtcNow(EventEnds.AddDays(7).AddMilliseconds(-1));
        Assert.Equal(0, await RunAsync(app));

        app.Clock.SetUtcNow(EventEnds.AddDays(7));
        Assert.Equal(1, await RunAsync(app));
        Assert.Equal(0, await RunAsync(app));

        var stored = Assert.Single(await app.RegistrationsAsync());
        Assert.Equal((0, 1, 1, Cast.Anna.Email, (DateTime?)null), (stored.Children.Count, stored.ChildrenInCare, stored.FurtherAdults, stored.Email, stored.CalledAt));
        var ev = await app.EventAsync();
        Assert.Equal((3, 1, app.Clock.GetUtcNow().UtcDateTime, (DateTime?)null), (ev.SeatsTaken, ev.ChildcareTaken, ev.ChildrenErasedAt!.Value, ev.RegistrationsErasedAt));
        var entry = Assert.Single(await Rooms.AuditAsync(app, AuditAct.RetentionErasedChildren));
        Assert.Equal(("1", null, null), (entry.Fields, entry.By, entry.RegistrationId));
        Assert.NotNull(anna.Email);
    }

    [Fact]
    public async Task Thirty_days_after_everybody_goes_and_counts_and_seats_stay()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 1, Mia);
        await app.RegisterAsync(Cast.Bernd);
        await app.CancelAsync((await app.RegisterAsync(Cast.Dilan)).Id);
        await app.DeliverMailAsync();
        app.Clock.SetUtcNow(EventEnds.AddDays(30));

        Assert.Equal(3, await RunAsync(app));

        Assert.All(await app.RegistrationsAsync(), r => Assert.Equal((null, null, null, null, null, 0), (r.Email, r.GivenName, r.SearchKey, r.FamilyKey, r.LinkHash, r.Children.Count)));
        Assert.Equal(4, (await app.EventAsync()).SeatsTaken);
        Assert.Equal(app.Clock.GetUtcNow().UtcDateTime, (await app.EventAsync()).RegistrationsErasedAt);
        Assert.Equal(0, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.RegistrationId != null)));
        Assert.Equal("3", Assert.Single(await Rooms.AuditAsync(app, AuditAct.RetentionErasedRegistrations)).Fields);
        Assert.Equal(0, await RunAsync(app));
    }

    [Fact]
    public async Task Who_cancelled_for_an_event_far_away_goes_thirty_days_after_the_cancellation()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => (ev.Date, ev.DeadlineBound) = (new DateOnly(2023, 6, 1), BerlinTime.EndOfDay(new DateOnly(2023, 5, 1))));
        var anna = await app.RegisterAsync(Cast.Anna, 0, Mia);
        await app.RegisterAsync(Cast.Bernd);
        await app.CancelAsync(anna.Id);
        app.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, await RunAsync(app));
        app.Clock.Advance(TimeSpan.FromDays(23));
        Assert.Equal(1, await RunAsync(app));

        Assert.Equal([null, Cast.Bernd.Email], (await app.RegistrationsAsync()).Select(r => r.Email));
    }

    [Fact]
    public async Task A_cancelled_event_counts_from_its_date_and_an_event_of_its_own_days_by_them()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.ChangeEventAsync(ev => (ev.CancelledAt, ev.ChildrenKeptDays, ev.RegistrationsKeptDays) = (app.Clock.GetUtcNow().UtcDateTime, 1, 2));
        app.Clock.SetUtcNow(EventEnds.AddDays(2).AddSeconds(-1));
        Assert.Equal(0, await RunAsync(app));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await RunAsync(app));
    }

    [Fact]
    public async Task Mails_go_thirty_days_after_they_were_sent_and_what_still_waits_stays()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => (ev.Date, ev.DeadlineBound) = (new DateOnly(2023, 6, 1), BerlinTime.EndOfDay(new DateOnly(2023, 5, 1))));
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await app.RegisterAsync(Cast.Bernd);
        var file = Path.Combine(app.DataFolder, "mails", $"20221024T080000000Z_{app.Inbox.Mails[0].Message.MessageId}.eml");
        await File.WriteAllTextAsync(file, "as the folder transport writes it");
        app.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(1, await RunAsync(app));

        Assert.Equal(Cast.Bernd.Email, await app.DbAsync(db => db.Set<OutboxMail>().Select(mail => mail.ToAddress).SingleAsync()));
        Assert.False(File.Exists(file));
        Assert.Equal(2, (await app.RegistrationsAsync()).Count(r => r.Email is not null));
    }

    [Fact]
    public async Task An_event_that_fails_keeps_neither_the_rest_nor_a_start_and_is_told()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await Rooms.OpenAsync(app, Cast.Organizer, Rooms.AttendeeSheet);
        await app.RefuseAsync("UPDATE OF \"ErasedAt\"", "Registrations");
        app.Clock.Advance(TimeSpan.FromDays(400));

        Assert.NotEqual(0, await RunAsync(app));

        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.ListPrinted));
        Assert.NotNull(Assert.Single(await app.RegistrationsAsync()).Email);
        var pace = app.Services.GetRequiredService<RetentionPace>();
        Assert.True(pace.IsStuck);
        Assert.Contains("dessen Frist um ist", (await (await app.SignInAsync(Cast.Organizer)).OpenAsync("/verwaltung/einstellungen/betrieb")).Text, StringComparison.Ordinal);
        await app.TakeAgainAsync("UPDATE OF \"ErasedAt\"", "Registrations");
        await RunAsync(app);
        Assert.False(pace.IsStuck);
        Assert.Null(Assert.Single(await app.RegistrationsAsync()).Email);
    }

    [Fact]
    public async Task The_history_goes_after_a_year()
    {
        await using var app = new TestApp();
        await Rooms.OpenAsync(app, Cast.Organizer, Rooms.AttendeeSheet);
        app.Clock.Advance(TimeSpan.FromDays(366));
        await RunAsync(app);

        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.ListPrinted));
    }

    [Fact]
    public async Task More_than_one_batch_goes_in_one_run()
    {
        await using var app = new TestApp();
        for (var i = 0; i < 102; i++) await app.RegisterAsync(Cast.Bernd with { Email = $"bernd{i}@example.com" });
        app.Clock.SetUtcNow(EventEnds.AddDays(30));

        Assert.Equal(102, await RunAsync(app));

        Assert.All(await app.RegistrationsAsync(), r => Assert.Null(r.Email));
    }

    [Fact]
    public async Task The_site_runs_it_before_it_listens_and_every_hour()
    {
        await using var app = new TestApp();
        using var browser = app.Browser();
        var pace = app.Services.GetRequiredService<RetentionPace>();

        Assert.Equal(app.Clock.GetUtcNow().UtcDateTime, pace.LastRunAt);
        Assert.InRange(pace.UntilNext, TimeSpan.FromMinutes(55), TimeSpan.FromHours(1));
    }

    private static async Task<int> RunAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync();
    }
}
