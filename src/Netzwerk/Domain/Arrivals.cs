using System.Collections.Concurrent;

namespace Netzwerk.Domain;

/// <summary>
/// The sign-ups that have arrived but are not decided yet. The closing report waits for those that were in time; they may still stand in
/// the queue when the deadline is over.
/// </summary>
public sealed class Arrivals
{
    private readonly ConcurrentDictionary<Guid, DateTime> _undecided = new();

    public IDisposable Begin(DateTime arrivedAt)
    {
        var id = Guid.CreateVersion7();
        _undecided[id] = arrivedAt;
        return new Decided(() => _undecided.TryRemove(id, out _));
    }

    public bool AnyBefore(DateTime bound) => _undecided.Values.Any(arrivedAt => arrivedAt < bound);

    private sealed class Decided(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
