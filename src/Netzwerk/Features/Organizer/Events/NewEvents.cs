using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Events;

/// <summary>Stores a draft under an address of its own; a second click finds the first one's.</summary>
public sealed class NewEvents(NetzwerkDb db, CommonTurn turns, EventClock clock)
{
    /// <returns>The address: the event's slug.</returns>
    public async Task<string> AddAsync(Event draft, AuditAct act, string by)
    {
        // There is no event yet whose turn could be taken.
        await using var turn = await turns.TakeAsync();
        if (await db.Events.Where(ev => ev.Id == draft.Id).Select(ev => ev.Slug).SingleOrDefaultAsync() is { } known) return known;
        var slug = EventSlug.Of(draft.ShortTitle, draft.Date);
        var taken = await db.Events.Where(ev => ev.Slug.StartsWith(slug)).Select(ev => ev.Slug).ToListAsync();
        draft.Slug = EventSlug.Variants(slug).First(variant => !taken.Contains(variant));
        db.Add(draft);
        db.Add(new AuditEntry { At = clock.Now, Act = act, By = by, EventId = draft.Id });
        await db.SaveChangesAsync();
        await turn.CommitAsync();
        return draft.Slug;
    }
}
