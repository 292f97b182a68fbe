using System.Collections.Concurrent;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// Says how old something is that was made of the events: right with the next request after a change in this process, and within a second
/// of the event clock after one in another.
/// </summary>
public sealed class EventChanges(EventClock clock)
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    /// <summary>Asked before something is read; whatever changes meanwhile makes it old.</summary>
    public (long Changes, long Second) AsOf => (Count, clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Visitors can see what changed.</summary>
    public void Announce() => Interlocked.Increment(ref _count);
}

/// <summary>
/// The events as this process last read or stored them. A form is shown by them, and shown again while the database does not answer; whether
/// a family comes in is decided in the event's turn.
/// </summary>
public sealed class SeenEvents(EventChanges changes)
{
    private readonly ConcurrentDictionary<string, Seen> _events = new(StringComparer.Ordinal);

    /// <summary>As it is, or was within this second. Shared with other requests: nobody may change it.</summary>
    /// <param name="read">Asks the database; null when there is none of that name (any more).</param>
    public Task<Event?> FindAsync(string slug, Func<Task<Event?>> read) =>
        _events.TryGetValue(slug, out var seen) && seen.AsOf == changes.AsOf ? Task.FromResult<Event?>(seen.Event) : ReadAsync(slug, read);

    /// <summary>As it is, or was within this second. Shared: nobody may change it.</summary>
    /// <param name="read">Asks the database; null when it is gone.</param>
    public async Task<Event?> FindAsync(Guid id, Func<Task<Event?>> read)
    {
        var asOf = changes.AsOf;
        if (_events.Values.FirstOrDefault(seen => seen.Event.Id == id && seen.AsOf == asOf) is { } known) return known.Event;
        var ev = await read();
        if (ev is { IsDraft: false }) Keep(new Seen(ev, asOf));
        return ev;
    }

    /// <summary>As it is now.</summary>
    public async Task<Event?> ReadAsync(string slug, Func<Task<Event?>> read)
    {
        var asOf = changes.AsOf;
        var ev = await read();
        if (ev is null) _events.TryRemove(slug, out _);
        else Keep(new Seen(ev, asOf));
        return ev;
    }

    /// <summary>However long ago that was.</summary>
    public Event? FindLast(string slug) => _events.GetValueOrDefault(slug)?.Event;

    /// <summary>What a turn has just stored.</summary>
    /// <param name="asOf">From before the commit.</param>
    internal void Update(Event stored, (long Changes, long Second) asOf)
    {
        if (!stored.IsDraft) Keep(new Seen(stored, asOf));
    }

    /// <summary>Unless a turn that ended meanwhile knows better.</summary>
    private void Keep(Seen fresh) => _events.AddOrUpdate(
        fresh.Event.Slug, fresh, (_, seen) => seen.Event.Id == fresh.Event.Id && seen.Event.Revision > fresh.Event.Revision ? seen : fresh);

    private sealed record Seen(Event Event, (long Changes, long Second) AsOf);
}
