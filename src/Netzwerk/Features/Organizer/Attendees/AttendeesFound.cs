using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>
/// Which registrations stand on one page of the list, and how many there are. Among 100,000 a search looks at each once, and once more to
/// count where it finds many; without one, indexes count and find the page.
/// </summary>
/// <param name="Page">From 1; the last one when a later one was asked for.</param>
/// <param name="Ids">In their order.</param>
public sealed record AttendeesFound(AttendeeCounts Counts, int Page, IReadOnlyList<Guid> Ids)
{
    /// <summary>More than a search finds that somebody will read. An index soon comes to a page of so many.</summary>
    private const int Many = 1_000;

    /// <param name="stored">All of them; <paramref name="all"/> the event's, <paramref name="found"/> what the query lets through of those.</param>
    public static async Task<AttendeesFound> AskAsync(AttendeeQuery query, IQueryable<Registration> stored, IQueryable<Registration> all, IQueryable<Registration> found)
    {
        if (query.IsSearch && await FewAsync(found) is { } few) return await PageAsync(query, stored, all, few);
        var counts = query.IsSearch ? await CountAsync(all, found) : await CountByIndexAsync(query, all, found);
        return new(counts, PageOf(query, counts), await IdsAsync(query, found, Before(query, counts)));
    }

    /// <summary>As they lie in the table: in the list's order each would be fetched by an index, which takes more than twice as long.</summary>
    /// <returns>Null when they are many.</returns>
    private static async Task<List<Hit>?> FewAsync(IQueryable<Registration> found)
    {
        var hits = await found.Select(r => new Hit(r.Id, r.CancelledAt != null)).AsAsyncEnumerable().Take(Many + 1).ToListAsync();
        return hits.Count <= Many ? hits : null;
    }

    private static async Task<AttendeesFound> PageAsync(AttendeeQuery query, IQueryable<Registration> stored, IQueryable<Registration> all, List<Hit> few)
    {
        var counts = new AttendeeCounts(few.Count, await all.CountAsync(), few.Count(hit => hit.IsCancelled));
        var ids = few.ConvertAll(hit => hit.Id);
        var page = query.Order(stored.Where(r => EF.Parameter(ids).Contains(r.Id))).Select(r => r.Id).Skip(Before(query, counts)).Take(AttendeeCounts.PageSize);
        return new(counts, PageOf(query, counts), await page.ToListAsync());
    }

    /// <summary>Looks at each registration once.</summary>
    private static async Task<AttendeeCounts> CountAsync(IQueryable<Registration> all, IQueryable<Registration> found)
    {
        var counts = await found.GroupBy(r => r.CancelledAt != null).Select(some => new { IsCancelled = some.Key, Count = some.Count() }).ToListAsync();
        return new(counts.Sum(some => some.Count), await all.CountAsync(), counts.Where(some => some.IsCancelled).Sum(some => some.Count));
    }

    private static async Task<AttendeeCounts> CountByIndexAsync(AttendeeQuery query, IQueryable<Registration> all, IQueryable<Registration> found)
    {
        var count = await found.CountAsync();
        return new(count, query.IsNarrowed ? await all.CountAsync() : count, await found.CountAsync(r => r.CancelledAt != null));
    }

    private static int PageOf(AttendeeQuery query, AttendeeCounts counts) => Math.Clamp(query.Page ?? 1, 1, counts.Pages);

    private static int Before(AttendeeQuery query, AttendeeCounts counts) => (PageOf(query, counts) - 1) * AttendeeCounts.PageSize;

    /// <summary>By name in two parts, as an index has them: those with a name, and behind them the erased.</summary>
    private static async Task<List<Guid>> IdsAsync(AttendeeQuery query, IQueryable<Registration> found, int before)
    {
        if (!query.IsByName) return await query.Order(found).Select(r => r.Id).Skip(before).Take(AttendeeCounts.PageSize).ToListAsync();
        var named = found.Where(r => r.SortKey != null);
        var ids = await query.OrderNamed(named).Select(r => r.Id).Skip(before).Take(AttendeeCounts.PageSize).ToListAsync();
        if (ids.Count == AttendeeCounts.PageSize) return ids;
        before = ids.Count > 0 ? 0 : before - await named.CountAsync();
        return [.. ids, .. await query.Order(found.Where(r => r.SortKey == null)).Select(r => r.Id).Skip(before).Take(AttendeeCounts.PageSize - ids.Count).ToListAsync()];
    }

    private sealed record Hit(Guid Id, bool IsCancelled);
}
