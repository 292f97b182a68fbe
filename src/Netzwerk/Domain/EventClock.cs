namespace Netzwerk.Domain;

/// <summary>
/// The clock that the product's decisions ask: is it too late, is it over, how many days are left. Usually the system's time; in the demo
/// it is set to another day and ticks on. Infrastructure (sign-in, leases, retries) asks the plain <see cref="TimeProvider"/> instead,
/// because a shifted clock would make cookies expire.
/// </summary>
public sealed class EventClock(TimeProvider system) : TimeProvider
{
    private long _offsetTicks;

    /// <summary>Now, UTC.</summary>
    public DateTime Now => GetUtcNow().UtcDateTime;

    public DateOnly Today => BerlinTime.DateOf(Now);

    public override TimeZoneInfo LocalTimeZone => BerlinTime.Zone;

    public override DateTimeOffset GetUtcNow() => system.GetUtcNow().ToUniversalTime().AddTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>How far it is from the system's. Only the demo sets it, to what another process shows.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    /// <summary>From now on the clock shows this instant and runs on. Only the demo calls this.</summary>
    public void SetTo(DateTimeOffset instant) => Interlocked.Exchange(ref _offsetTicks, (instant - system.GetUtcNow()).Ticks);
}
