namespace Netzwerk.Domain;

/// <summary>
/// Compares the system's clock with the latest time at which the site itself stored something. A clock that is far from it is not believed:
/// nothing is erased and no mail leaves that only the time would send, until the clock is right again or an organiser confirms the date.
/// It is the system's clock and not the <see cref="EventClock"/>, which a demo may set to any day.
/// </summary>
public sealed class ClockGuard(TimeProvider system)
{
    /// <summary>A site that was off for longer looks like a clock that went ahead.</summary>
    public static readonly TimeSpan MostAhead = TimeSpan.FromDays(2);

    public static readonly TimeSpan MostBehind = TimeSpan.FromHours(1);

    private long _rememberedTicks;

    /// <summary>As this process last read or wrote it, UTC; null where there is nothing to compare with.</summary>
    public DateTime? Remembered => Interlocked.Read(ref _rememberedTicks) is > 0 and var ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;

    /// <summary>By the clock as it is now.</summary>
    public ClockState State => StateAt(system.GetUtcNow().UtcDateTime);

    public bool IsTrusted => State == ClockState.Trusted;

    public void Remember(DateTime? at) => Interlocked.Exchange(ref _rememberedTicks, at?.Ticks ?? 0);

    public ClockState StateAt(DateTime now) => Remembered switch
    {
        null => ClockState.Trusted,
        { } remembered when now - remembered > MostAhead => ClockState.Ahead,
        { } remembered when remembered - now > MostBehind => ClockState.Behind,
        _ => ClockState.Trusted,
    };

    /// <summary>For what must not look older than it is: a clock that is behind dates nothing before what is stored already.</summary>
    public DateTime NotBefore(DateTime now) => Remembered > now ? Remembered.Value : now;

    /// <summary>The same for what the event clock dates; a demo keeps its day.</summary>
    public DateTime NotBefore(EventClock clock)
    {
        var now = system.GetUtcNow().UtcDateTime;
        return clock.Now + (NotBefore(now) - now);
    }
}

public enum ClockState
{
    Trusted,

    /// <summary>Ahead of what was stored last, or the site stood still for so long.</summary>
    Ahead,

    Behind,
}
