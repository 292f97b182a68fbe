using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
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

        var taken = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => attempts.Take("STEFAN"))));

        Assert.Equal(SignInAttempts.PerRound, taken.Count(may => may));
        app.SystemClock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(attempts.Take("STEFAN"));
    }

    [Fact]
    public void When_there_is_no_room_for_more_addresses_the_latest_stay_closed()
    {
        var clock = new FakeTimeProvider();
        var attempts = new SignInAttempts(clock);
        for (var address = 0; address < SignInAttempts.Room; address++) attempts.Take($"{address}");
        clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < SignInAttempts.PerRound; i++) Assert.True(attempts.Take("STEFAN"));

        for (var address = 0; address < SignInAttempts.Room / 2; address++) attempts.Take($"neu {address}");

        Assert.False(attempts.Take("STEFAN"));
    }

    private static async Task<bool> TryAsync(ClockedApp app, string password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().TryAsync(Cast.Staff.Email, password) is not null;
    }
}
