namespace Netzwerk.Features.Shared.Privacy;

/// <summary>When the retention ran, how it went, and when it runs next; the pages about it say so.</summary>
public sealed class RetentionPace(TimeProvider system)
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private long _nextTicks = system.GetUtcNow().UtcTicks;

    /// <summary>Event clock; null before the first run of this process.</summary>
    public DateTime? LastRunAt { get; private set; }

    /// <summary>In the last run something that is over its time could not be erased.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>By the system's clock.</summary>
    public TimeSpan UntilNext => TimeSpan.FromTicks(Math.Max(0, Interlocked.Read(ref _nextTicks) - system.GetUtcNow().UtcTicks));

    /// <param name="isWhole">False when a part of it failed.</param>
    public void Ran(DateTime at, bool isWhole)
    {
        LastRunAt = at;
        Failed();
        IsStuck = !isWhole;
    }

    /// <summary>Not again before an hour is over.</summary>
    public void Failed()
    {
        IsStuck = true;
        Interlocked.Exchange(ref _nextTicks, (system.GetUtcNow() + Every).UtcTicks);
    }
}
