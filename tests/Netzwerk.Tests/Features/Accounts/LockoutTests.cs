using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Features.Accounts;
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
        await TypeAsync(app, SignInAttempts.Room - 1);
        app.SystemClock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < SignInAttempts.PerRound; i++) Assert.True(await attempts.TakeAsync("STEFAN"));
        Assert.InRange(await CountAsync(app), 1, SignInAttempts.Room / 2 + 1);

        Assert.False(await attempts.TakeAsync("STEFAN"));
    }

    [Fact]
    public async Task After_a_quiet_day_an_address_begins_anew()
    {
        await using var app = new ClockedApp();
        var attempts = app.Services.GetRequiredService<SignInAttempts>();
        for (var i = 0; i < SignInAttempts.PerRound - 1; i++) Assert.True(await attempts.TakeAsync("STEFAN"));

        app.SystemClock.Advance(TimeSpan.FromHours(25));

        for (var i = 0; i < SignInAttempts.PerRound; i++) Assert.True(await attempts.TakeAsync("STEFAN"));
        Assert.False(await attempts.TakeAsync("STEFAN"));
        Assert.Equal(1, await CountAsync(app));
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
        return await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().TryAsync(Cast.Staff.Email, password) is not null;
    }
}
