using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Data;

/// <summary>What is remembered of sign-ins, sign-outs and networks. Goes hourly and not with each of them, so that an attempt costs one statement.</summary>
public static class SignInTraces
{
    /// <summary>How many addresses are remembered from one hour to the next. Each costs whoever fills it a password check.</summary>
    public const int Room = 50_000;

    /// <summary>An address that was quiet for so long begins anew. Whoever guesses gets more out of the longest wait.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>An hour is the longest wait, a minute for clocks that differ; what ends later comes from a clock that was ahead.</summary>
    internal static readonly TimeSpan LongestClosed = TimeSpan.FromMinutes(61);

    /// <summary>The caller holds a place in the writers' line.</summary>
    /// <param name="now">System clock.</param>
    public static async Task ForgetOldAsync(NetzwerkDb db, DateTime now, CancellationToken cancel)
    {
        var (forgotten, lastWindow, lastClosed) = (now - Memory, now + NetworkCounts.Longest, now + LongestClosed);
        await db.EndedSessions.Where(session => session.Until < now).ExecuteDeleteAsync(cancel);
        await db.NetworkCounts.Where(count => count.Until < now || count.Until > lastWindow).ExecuteDeleteAsync(cancel);
        await db.SignInTallies.Where(tally => tally.LastAt < forgotten || tally.ClosedUntil > lastClosed).ExecuteDeleteAsync(cancel);
        if (await db.SignInTallies.CountAsync(cancel) < Room) return;
        var latest = db.SignInTallies.OrderByDescending(tally => tally.LastAt).Take(Room / 2).Select(tally => tally.AddressHash);
        await db.SignInTallies.Where(tally => !latest.Contains(tally.AddressHash)).ExecuteDeleteAsync(cancel);
    }
}
