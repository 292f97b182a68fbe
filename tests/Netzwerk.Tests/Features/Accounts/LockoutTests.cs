using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Features.Accounts;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

public class LockoutTests
{
    [Fact]
    public async Task Wrong_passwords_close_the_account_for_a_while_that_grows()
    {
        await using var app = new ClockedApp();
        await app.AccountAsync(Cast.Staff);

        foreach (var minutes in new[] { 1, 5, 15, 60, 60 })
        {
            for (var i = 0; i < SignInAttempts.PerRound; i++) Assert.False(await TryAsync(app, "falsch"));
            Assert.False(await TryAsync(app, Colleague.Password));
            app.SystemClock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.False(await TryAsync(app, Colleague.Password));
            app.SystemClock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.True(await TryAsync(app, Colleague.Password));
    }

    [Fact]
    public async Task The_right_password_ends_the_counting()
    {
        await using var app = new ClockedApp();
        await app.AccountAsync(Cast.Staff);

        for (var i = 0; i < 3; i++)
        {
            for (var wrong = 1; wrong < SignInAttempts.PerRound; wrong++) Assert.False(await TryAsync(app, "falsch"));
            Assert.True(await TryAsync(app, Colleague.Password));
        }
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_more_than_five()
    {
        await using var app = new ClockedApp();
        var attempts = app.Services.GetRequiredService<SignInAttempts>();

        var taken = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => attempts.TakeAsync("STEFAN"))));

        Assert.Equal(SignInAttempts.PerRound, taken.Count(may => may));
        app.SystemClock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await attempts.TakeAsync("STEFAN"));
    }

    [Fact]
    public async Task When_there_is_no_room_for_more_addresses_the_latest_stay_closed()
    {
        await using var app = new ClockedApp();
        var attempts = app.Services.GetRequiredService<SignInAttempts>();
        await TypeAsync(app, SignInTraces.Room - 1);
        app.SystemClock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < SignInAttempts.PerRound; i++) Assert.True(await attempts.TakeAsync("STEFAN"));
        await RunRetentionAsync(app);
        Assert.Equal(SignInTraces.Room / 2, await CountAsync(app));

        Assert.False(await attempts.TakeAsync("STEFAN"));
    }

    [Fact]
    public async Task After_a_quiet_day_an_address_begins_anew()
    {
        await using var app = new ClockedApp();
        var attempts = app.Services.GetRequiredService<SignInAttempts>();
        for (var i = 0; i < SignInAttempts.PerRound - 1; i++) Assert.True(await attempts.TakeAsync("STEFAN"));

        app.SystemClock.Advance(TimeSpan.FromHours(25));
        await RunRetentionAsync(app);
        Assert.Equal(0, await CountAsync(app));

        for (var i = 0; i < SignInAttempts.PerRound; i++) Assert.True(await attempts.TakeAsync("STEFAN"));
        Assert.False(await attempts.TakeAsync("STEFAN"));
        Assert.Equal(1, await CountAsync(app));
    }

    [Fact]
    public async Task What_is_kept_of_an_address_cannot_be_guessed_from_the_database()
    {
        await using var app = new ClockedApp();
        await app.Services.GetRequiredService<SignInAttempts>().TakeAsync("STEFAN");

        var kept = Assert.Single(await app.DbAsync(db => db.SignInTallies.Select(tally => tally.AddressHash).ToListAsync()));

        Assert.Equal(32, kept.Length);
        Assert.NotEqual(SHA256.HashData("STEFAN"u8), kept);
    }

    [Fact]
    public async Task An_ended_session_is_forgotten_when_it_would_be_too_old_anyway()
    {
        await using var app = new ClockedApp();
        var now = app.SystemClock.GetUtcNow().UtcDateTime;
        await app.DbAsync(db =>
        {
            db.AddRange(new EndedSession { Id = "alt", Until = now.AddHours(1) }, new EndedSession { Id = "neu", Until = now.AddHours(3) });
            return db.SaveChangesAsync();
        });

        app.SystemClock.Advance(TimeSpan.FromHours(2));
        await RunRetentionAsync(app);

        Assert.Equal("neu", Assert.Single(await app.DbAsync(db => db.EndedSessions.Select(session => session.Id).ToListAsync())));
    }

    private static async Task RunRetentionAsync(ClockedApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync();
    }

    private static Task<int> CountAsync(ClockedApp app) => app.DbAsync(db => db.SignInTallies.CountAsync());

    /// <summary>Somebody types this many addresses, each once.</summary>
    private static Task<int> TypeAsync(ClockedApp app, int addresses) => app.DbAsync(db =>
    {
        var now = app.SystemClock.GetUtcNow().UtcDateTime;
        db.AddRange(Enumerable.Range(0, addresses).Select(_ => new SignInTally { AddressHash = Guid.NewGuid().ToByteArray(), Count = 1, LastAt = now, ClosedUntil = now }));
        return db.SaveChangesAsync();
    });

    private static async Task<bool> TryAsync(ClockedApp app, string password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().TryAsync(Cast.Staff.Email, password)).Account is not null;
    }
}
