using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

/// <summary>What was counted by a clock that was ahead is over once it is right.</summary>
public sealed class WrongClockTests
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(200);

    [Fact]
    public async Task A_name_closed_while_the_clock_was_ahead_is_open_once_it_is_right()
    {
        await using var app = new ClockedApp();
        var attempts = app.Services.GetRequiredService<SignInAttempts>();
        var right = app.SystemClock.GetUtcNow();
        app.SystemClock.AdjustTime(right + Ahead);
        for (var i = 0; i < SignInAttempts.PerRound; i++) Assert.True(await attempts.TakeAsync("STEFAN"));
        Assert.False(await attempts.TakeAsync("STEFAN"));

        app.SystemClock.AdjustTime(right);

        Assert.True(await attempts.TakeAsync("STEFAN"));
    }

    [Fact]
    public async Task A_window_begun_while_the_clock_was_ahead_begins_anew_and_traces_are_deleted()
    {
        await using var app = new ClockedApp();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        var counts = app.Services.GetRequiredService<NetworkCounts>();
        var (key, other) = (counts.KeyOf("test", "192.0.2.1"), counts.KeyOf("test", "192.0.2.2"));
        var right = app.SystemClock.GetUtcNow();
        app.SystemClock.AdjustTime(right + Ahead);
        foreach (var counted in new[] { key, other }) await counts.AddAsync(db, counted, 7, NetworkCounts.SignUpWindow);
        await app.Services.GetRequiredService<SignInAttempts>().TakeAsync("STEFAN");

        app.SystemClock.AdjustTime(right);

        Assert.Empty(await counts.LookUpAsync(db, [key]));
        await counts.AddAsync(db, key, 1, NetworkCounts.SignUpWindow);
        Assert.Equal(1, Assert.Single(await counts.LookUpAsync(db, [key])).Value.Count);
        await SignInTraces.ForgetOldAsync(db, right.UtcDateTime, CancellationToken.None);
        Assert.Equal((1, 0), (await db.NetworkCounts.CountAsync(), await db.SignInTallies.CountAsync()));
    }
}
