using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>
/// Which registrations stand on one page of the list, and how many there are. Among 100,000 a search looks at each once; without one, indexes
/// count and find the page.
/// </summary>
/// <param name="Page">From 1; the last one when a later one was asked for.</param>
/// <param name="Ids">In their order.</param>
public sealed record AttendeesFound(AttendeeCounts Counts, int Page, IReadOnlyList<Guid> Ids)
{
    /// <summary>More than a search finds that somebody will read.</summary>
    private const int Many = 5_000;

    /// <param name="all">The event's; <paramref name="found"/> what the query lets through of them.</param>
    public static async Task<AttendeesFound> AskAsync(AttendeeQuery query, IQueryable<Registration> all, IQueryable<Registration> found)
    {
        if (query.IsSearch)
        {
            var hits = await query.Order(found).Select(r => new { r.Id, IsCancelled = r.CancelledAt != null }).Take(Many + 1).ToListAsync();
            if (hits.Count <= Many)
            {
                var few = new AttendeeCounts(hits.Count, await all.CountAsync(), hits.Count(hit => hit.IsCancelled));
                return new(few, PageOf(query, few), [.. hits.Skip(Before(query, few)).Take(AttendeeCounts.PageSize).Select(hit => hit.Id)]);
            }
        }
        var count = await found.CountAsync();
        var counts = new AttendeeCounts(count, query.IsNarrowed ? await all.CountAsync() : count, await found.CountAsync(r => r.CancelledAt != null));
        return new(counts, PageOf(query, counts), await IdsAsync(query, found, Before(query, counts)));
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
}
