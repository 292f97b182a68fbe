namespace Netzwerk.Features.Shared.Privacy;

/// <summary>When the retention ran, how it went, and when it runs next; the pages about it say so.</summary>
public sealed class RetentionPace(TimeProvider system)
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();

    /// <summary>In the machine's own pulse, which nobody sets: after a clock went ahead for a day and back, the next run would else be a day away.</summary>
    private long? _triedAt;

    /// <summary>Event clock; null before the first run of this process.</summary>
    public DateTime? LastRunAt { get; private set; }

    /// <summary>In the last run something that is over its time could not be erased.</summary>
    public bool IsStuck { get; private set; }

    public TimeSpan UntilNext
    {
        get
        {
            lock (_lock) return _triedAt is { } tried && Every - system.GetElapsedTime(tried) is { Ticks: > 0 } left ? left : TimeSpan.Zero;
        }
    }

    /// <param name="isWhole">False when a part of it failed.</param>
    public void Ran(DateTime at, bool isWhole)
    {
        LastRunAt = at;
        IsStuck = !isWhole;
        Waited();
    }

    /// <summary>Not again before an hour is over.</summary>
    public void Failed()
    {
        IsStuck = true;
        Waited();
    }

    /// <summary>What waited is made up for within a minute.</summary>
    public void RunSoon()
    {
        lock (_lock) _triedAt = null;
    }

    /// <summary>It erased nothing because the clock was not believed.</summary>
    public void Waited()
    {
        lock (_lock) _triedAt = system.GetTimestamp();
    }
}
