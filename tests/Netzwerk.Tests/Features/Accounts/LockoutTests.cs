using Microsoft.Extensions.DependencyInjection;
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
            for (var i = 0; i < PasswordSignIn.AttemptsPerRound; i++) Assert.False(await TryAsync(app, "falsch"));
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
            for (var wrong = 1; wrong < PasswordSignIn.AttemptsPerRound; wrong++) Assert.False(await TryAsync(app, "falsch"));
            Assert.True(await TryAsync(app, Colleague.Password));
        }
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_more_than_five()
    {
        await using var app = new ClockedApp();
        var id = await app.AccountAsync(Cast.Staff);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync(app, "falsch")));

        var account = await app.DbAsync(async db => (await db.Users.FindAsync(id))!);
        Assert.Equal(PasswordSignIn.AttemptsPerRound, account.AccessFailedCount);
        Assert.Equal(app.SystemClock.GetUtcNow().AddMinutes(1), account.LockoutEnd);
    }

    private static async Task<bool> TryAsync(ClockedApp app, string password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().TryAsync(Cast.Staff.Email, password) is not null;
    }
}
