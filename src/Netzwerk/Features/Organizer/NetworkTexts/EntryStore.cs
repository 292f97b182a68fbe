using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.NetworkTexts;

/// <summary>Stores what changed in the lists together with who did it, and tells the public pages.</summary>
public sealed class EntryStore(NetzwerkDb db, CommonTurn turns, EventChanges changes, EventClock clock)
{
    public NetzwerkDb Db { get; } = db;

    /// <summary>Whoever changes a list looks and saves in one turn, so that nothing comes between.</summary>
    public Task<HeldTurn> TurnAsync() => turns.TakeAsync();

    /// <param name="fields">Names, never values.</param>
    public async Task SaveAsync(HeldTurn turn, string by, IEnumerable<string> fields)
    {
        Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.PartnersEdited, By = by, Fields = string.Join(", ", fields) });
        await Db.SaveChangesAsync();
        await turn.CommitAsync();
        changes.Announce();
    }

    public Task<string?> LastEditorAsync() => Db.Audit.Where(entry => entry.Act == AuditAct.PartnersEdited)
        .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Select(entry => entry.By).FirstOrDefaultAsync();
}
