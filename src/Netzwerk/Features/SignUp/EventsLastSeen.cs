using System.Collections.Concurrent;
using Netzwerk.Domain;

namespace Netzwerk.Features.SignUp;

/// <summary>
/// The events as the sign-up last read them. Nothing is decided by them: they are what a form needs to be shown again, filled, while the
/// database does not answer.
/// </summary>
public sealed class EventsLastSeen
{
    private readonly ConcurrentDictionary<string, Event> _events = new(StringComparer.Ordinal);

    /// <param name="ev">As it is now; null when there is none of that name (any more).</param>
    public Event? Note(string slug, Event? ev)
    {
        if (ev is not null) _events[slug] = ev;
        else _events.TryRemove(slug, out _);
        return ev;
    }

    public Event? Find(string slug) => _events.GetValueOrDefault(slug);
}
