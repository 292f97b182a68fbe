using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Features.Accounts;
using Netzwerk.Features.MyRegistration;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Processes;

/// <summary>A mail that somebody asked for is written once, by whichever process comes first.</summary>
public sealed class AskedMailTests
{
    [Fact]
    public async Task Of_two_processes_that_answer_at_once_one_does()
    {
        await using var pair = Pair.Start();
        await pair.One.AccountAsync(Cast.Staff);
        await pair.One.RegisterAsync(Cast.Anna);
        await pair.One.RegisterAsync(Cast.Canan);

        for (var round = 1; round <= 3; round++)
        {
            await Links(pair.One).AskAsync(Cast.Anna.Email);
            await Passwords(pair.Other).AskAsync(Cast.Staff.Email);
            await Task.WhenAll(new[] { pair.One, pair.Other }.SelectMany(app => new[] { Task.Run(Links(app).SendDueAsync), Task.Run(Passwords(app).SendDueAsync) }));

            Assert.Equal((2 * round, round), (await CountAsync(pair.One, MailKind.Link), await CountAsync(pair.One, MailKind.Password)));
            Assert.Equal(0, await pair.One.DbAsync(db => db.AskedMails.CountAsync()));
        }
        Assert.DoesNotContain("could not be written", pair.One.Log.All + pair.Other.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_process_did_not_answer_the_other_does()
    {
        await using var one = new TestApp();
        await one.RegisterAsync(Cast.Anna);
        await using (var killed = new TestApp(("Site:DataDirectory", one.DataFolder)))
            await Forms.SubmitAsync(await killed.OpenAsync("/anmeldung/link"), new Dictionary<string, string> { ["E-Mail-Adresse"] = Cast.Anna.Email }, "Link schicken");

        await Links(one).SendDueAsync();

        Assert.Equal(1, await CountAsync(one, MailKind.Link));
    }

    /// <summary>A turn belongs to one event; what is left is a row for each of the others.</summary>
    [Fact]
    public async Task A_family_at_two_events_gets_a_link_to_each_once()
    {
        await using var pair = Pair.Start();
        var first = await pair.One.RegisterAsync(Cast.Anna);
        var other = Events.Anniversary("sommerfest");
        await pair.One.DbAsync(db =>
        {
            db.Add(other);
            return db.SaveChangesAsync();
        });
        await MoveAsync(pair.One, (await pair.One.RegisterAsync(Cast.Canan)).Id, other.Id);
        await Links(pair.One).AskAsync(Cast.Anna.Email);

        await Task.WhenAll(Task.Run(Links(pair.One).SendDueAsync), Task.Run(Links(pair.Other).SendDueAsync));
        await Links(pair.Other).SendDueAsync();

        Assert.Equal(2, await CountAsync(pair.One, MailKind.Link));
        Assert.Equal(0, await pair.One.DbAsync(db => db.AskedMails.CountAsync()));
        Assert.Equal(1, await pair.One.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == MailKind.Link && mail.RegistrationId == first.Id)));
    }

    [Fact]
    public async Task Nobody_s_address_goes_as_soon_as_it_was_looked_up()
    {
        await using var app = new TestApp();
        await Links(app).AskAsync("niemand@example.org");
        await Passwords(app).AskAsync("niemand@example.org");

        await Links(app).SendDueAsync();
        await Passwords(app).SendDueAsync();

        Assert.Equal(0, await app.DbAsync(db => db.AskedMails.CountAsync()));
    }

    [Fact]
    public async Task What_nobody_answered_for_an_hour_goes_unanswered()
    {
        await using var app = new ClockedApp();
        await app.RegisterAsync(Cast.Anna);
        await Links(app).AskAsync(Cast.Anna.Email);
        app.SystemClock.Advance(AskedForMails.Patience + TimeSpan.FromSeconds(1));

        await Links(app).SendDueAsync();

        Assert.Equal((0, 0), (await CountAsync(app, MailKind.Link), await app.DbAsync(db => db.AskedMails.CountAsync())));
    }

    [Fact]
    public async Task A_flood_does_not_fill_the_disk()
    {
        await using var app = new TestApp();
        await app.DbAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, AskedForMails.Room).Select(number => new AskedMail { Kind = "link", Address = $"nr{number}@example.org", AskedAt = TimeProvider.System.GetUtcNow().UtcDateTime }));
            return db.SaveChangesAsync();
        });

        await Links(app).AskAsync(Cast.Anna.Email);
        await Passwords(app).AskAsync(Cast.Staff.Email);

        Assert.Equal(AskedForMails.Room + 1, await app.DbAsync(db => db.AskedMails.CountAsync()));
    }

    private static LinkRequests Links(TestApp app) => app.Services.GetRequiredService<LinkRequests>();

    private static LostPasswords Passwords(TestApp app) => app.Services.GetRequiredService<LostPasswords>();

    private static Task<int> CountAsync(TestApp app, string kind) => app.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == kind));

    private static Task<int> MoveAsync(TestApp app, Guid registrationId, Guid eventId) => app.DbAsync(async db =>
    {
        await db.Set<OutboxMail>().Where(mail => mail.RegistrationId == registrationId).ExecuteUpdateAsync(set => set.SetProperty(mail => mail.EventId, eventId));
        return await db.Registrations.Where(registration => registration.Id == registrationId).ExecuteUpdateAsync(set => set.SetProperty(registration => registration.EventId, eventId));
    });
}
