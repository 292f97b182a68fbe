using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// The one way to change an event or its registrations: wait in line, lock the event's row, load it, let <c>act</c> decide, store
/// everything that it added, commit. When the call returns, the commit is on the disk.
/// </summary>
public sealed class EventTurn(NetzwerkDb db, TurnGate gate, EventChanges changes)
{
    /// <returns>What <paramref name="act"/> returned; null when there is no such event.</returns>
    public async Task<T?> TakeAsync<T>(Guid eventId, Func<Event, Task<T>> act, CancellationToken cancel = default)
        where T : class
    {
        using var turn = await gate.WaitAsync(cancel);
        return await TakeInLineAsync(db, changes, eventId, act, cancel);
    }

    /// <summary>The same for whoever holds the line already.</summary>
    internal static async Task<T?> TakeInLineAsync<T>(NetzwerkDb db, EventChanges changes, Guid eventId, Func<Event, Task<T>> act, CancellationToken cancel = default)
        where T : class
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The first statement writes: SQLite's write lock and PostgreSQL's row lock are both held from here to the commit.
        var touched = await db.Events.Where(ev => ev.Id == eventId)
            .ExecuteUpdateAsync(set => set.SetProperty(ev => ev.Revision, ev => ev.Revision + 1), cancel);
        if (touched == 0) return null;
        var ev = await Load(db, eventId);
        var shown = (ev.SeatsLeft, ev.IsChildcareFull);
        var outcome = await act(ev);
        var isSeen = (ev.SeatsLeft, ev.IsChildcareFull) != shown || db.Entry(ev).Members.Any(member => member.IsModified && !IsCount(member.Metadata.Name));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        if (isSeen) changes.Announce();
        return outcome;
    }

    private static readonly Func<NetzwerkDb, Guid, Task<Event>> Load = EF.CompileAsyncQuery((NetzwerkDb db, Guid id) => db.Events.Single(ev => ev.Id == id));

    /// <summary>Visitors are shown no counts, so most sign-ups leave the public pages as they are.</summary>
    private static bool IsCount(string member) => member is nameof(Event.SeatsTaken) or nameof(Event.ChildcareTaken);
}

/// <summary>
/// First come, first served, in front of the database's lock: SQLite's own waiting is a lottery in which somebody waits for seconds.
/// </summary>
public sealed class TurnGate : IDisposable
{
    private readonly ConcurrencyLimiter _line = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = 1,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public async ValueTask<IDisposable> WaitAsync(CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var turn = await _line.AcquireAsync(1, cancel);
        Measures.TurnWaited(Stopwatch.GetElapsedTime(start));
        return turn;
    }

    public void Dispose() => _line.Dispose();
}

/// <summary>Counts what visitors can see of this process's changes, so that cached pages notice with the next request.</summary>
public sealed class EventChanges
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public void Announce() => Interlocked.Increment(ref _count);
}
