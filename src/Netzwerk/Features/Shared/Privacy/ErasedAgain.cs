using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Privacy;

/// <summary>
/// Before the site listens: what the ledger knows to be erased and the database holds again, because an older copy was put back, goes once
/// more. Who had cancelled before does not take a seat again.
/// </summary>
public sealed class ErasedAgain(NetzwerkDb db, ErasureLedger ledger, Erasure erasure, EventTurn turn, EventClock clock, ILogger<ErasedAgain> log)
{
    public async Task<int> RunAsync()
    {
        await ledger.TrimAsync();
        var lines = await ledger.ReadAsync();
        if (lines.Count == 0) return 0;
        var cancelled = Ids(lines, ErasedKind.Cancelled);
        var gone = await FindAsync(db.Registrations.Where(r => r.ErasedAt == null), [.. cancelled, .. Ids(lines, ErasedKind.Registration)]);
        var again = await AccountsAsync(Ids(lines, ErasedKind.Account));
        foreach (var (eventId, ids) in gone)
        {
            foreach (var some in ids.Chunk(Erasure.PerTurn))
            {
                await CancelAsync(eventId, [.. some.Where(cancelled.Contains)]);
                again += await erasure.OfFamiliesAsync(eventId, some, (_, _) => true, AuditAct.Erased, cause: null);
            }
        }
        foreach (var (eventId, ids) in await FindAsync(db.Registrations.Where(r => r.Children.Any()), Ids(lines, ErasedKind.Children)))
        {
            foreach (var some in ids.Chunk(Erasure.PerTurn)) again += await erasure.OfChildrenAsync(eventId, some, (_, _) => true, act: null, cause: null);
        }
        if (again == 0) return 0;
        await erasure.EmptyLogAsync();
        log.LogWarning("An older copy of the database held {Count} entries that had been erased; they are erased again", again);
        return again;
    }

    private static HashSet<Guid> Ids(IEnumerable<ErasedLine> lines, ErasedKind kind) => [.. lines.Where(line => line.Kind == kind).Select(line => line.Id)];

    /// <summary>Compared here and not in the query, because a ledger may be longer than what a query takes.</summary>
    private static async Task<List<(Guid EventId, List<Guid> Ids)>> FindAsync(IQueryable<Registration> still, HashSet<Guid> ids) =>
        [.. (await still.Select(r => new { r.Id, r.EventId }).ToListAsync()).Where(r => ids.Contains(r.Id)).GroupBy(r => r.EventId).Select(all => (all.Key, all.Select(r => r.Id).ToList()))];

    private Task<Event?> CancelAsync(Guid eventId, List<Guid> ids) => turn.TakeAsync(eventId, async ev =>
    {
        foreach (var registration in await db.Registrations.Where(r => ids.Contains(r.Id)).ToListAsync()) registration.Cancel(ev, clock.Now);
        return ev;
    });

    private async Task<int> AccountsAsync(HashSet<Guid> ids)
    {
        var back = (await db.Users.Select(account => account.Id).ToListAsync()).FindAll(ids.Contains);
        return back.Count == 0 ? 0 : await db.Users.Where(account => back.Contains(account.Id)).ExecuteDeleteAsync();
    }
}
