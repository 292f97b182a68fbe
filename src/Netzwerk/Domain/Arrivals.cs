namespace Netzwerk.Domain;

/// <summary>
/// The sign-ups that have arrived in this process but are not decided yet. The closing report waits for those that were in time; they may
/// still stand in the queue when the deadline is over.
/// </summary>
public sealed class Arrivals(EventClock clock)
{
    private readonly Lock _door = new();
    private readonly HashSet<Undecided> _undecided = [];

    /// <summary>Notes the moment. Disposing says that it is decided.</summary>
    public Undecided Begin()
    {
        // One step: between looking at the clock and being counted nobody may ask whether all timely ones are through.
        lock (_door)
        {
            var arrival = new Undecided(this, clock.Now);
            _undecided.Add(arrival);
            return arrival;
        }
    }

    public bool AnyBefore(DateTime bound)
    {
        lock (_door) return _undecided.Any(arrival => arrival.At < bound);
    }

    /// <summary>Whatever arrived here before that moment is decided.</summary>
    public DateTime DecidedUntil
    {
        get
        {
            lock (_door) return _undecided.Select(arrival => arrival.At).Append(clock.Now).Min();
        }
    }

    private void Decide(Undecided arrival)
    {
        lock (_door) _undecided.Remove(arrival);
    }

    /// <summary>One sign-up on its way, and when it had fully arrived (UTC).</summary>
    public sealed class Undecided(Arrivals arrivals, DateTime at) : IDisposable
    {
        public DateTime At => at;

        public void Dispose() => arrivals.Decide(this);
    }
}
