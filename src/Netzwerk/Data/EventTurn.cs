using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>The turn of one request: a place in the line, and then <see cref="GuardedEvents"/>.</summary>
public sealed class EventTurn(NetzwerkDb db, TurnGate gate, GuardedEvents events)
{
    /// <returns>What <paramref name="act"/> returned; null when there is no such event.</returns>
    public async Task<T?> TakeAsync<T>(Guid eventId, Func<Event, Task<T>> act, CancellationToken cancel = default)
        where T : class
    {
        using var place = await gate.WaitAsync(cancel);
        return await events.ChangeAsync(db, eventId, act, cancel);
    }
}

/// <summary>
/// The one way to change an event or its registrations, for whoever has a place in the line: hold the event's row, load it, let <c>act</c>
/// decide, store everything that it added, commit. When the call returns, the commit is on the disk.
/// </summary>
public sealed class GuardedEvents(Engine engine, EventChanges changes, SeenEvents seen)
{
    private static readonly Func<NetzwerkDb, Guid, Task<Event?>> Load = EF.CompileAsyncQuery((NetzwerkDb db, Guid id) => db.Events.SingleOrDefault(ev => ev.Id == id));

    internal async Task<T?> ChangeAsync<T>(NetzwerkDb db, Guid eventId, Func<Event, Task<T>> act, CancellationToken cancel = default)
        where T : class
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await engine.HoldAsync(db, eventId, cancel);
        if (await Load(db, eventId) is not { } ev) return null;
        // With both counts, because a list that was emptied does not count as modified.
        var shown = (ev.SeatsLeft, ev.IsChildcareFull, ev.Questions.Count, ev.Programme.Count);
        var outcome = await act(ev);
        ev.Revision++;
        var isSeen = (ev.SeatsLeft, ev.IsChildcareFull, ev.Questions.Count, ev.Programme.Count) != shown || db.Entry(ev).Members.Any(member => member.IsModified && !IsCount(member.Metadata.Name));
        await db.SaveChangesAsync(cancel);
        var asOf = changes.AsOf;
        await transaction.CommitAsync(CancellationToken.None);
        if (isSeen) changes.Announce();
        seen.Update(ev, asOf);
        return outcome;
    }

    /// <summary>Visitors are shown no counts, so most sign-ups leave the public pages as they are.</summary>
    private static bool IsCount(string member) => member is nameof(Event.SeatsTaken) or nameof(Event.ChildcareTaken) or nameof(Event.Revision);
}
