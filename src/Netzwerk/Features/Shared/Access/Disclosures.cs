using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Access;

/// <summary>
/// Writes down who is about to see a list of people; call it before the first line leaves. Nothing of the event changes, so this takes no
/// turn at it, but waits in the line for writers like everybody.
/// </summary>
public sealed class Disclosures(NetzwerkDb db, TurnGate gate, SignedIn signedIn, EventClock clock)
{
    /// <param name="fields">Names of what is shown, comma separated.</param>
    public async Task NoteAsync(Event ev, AuditAct act, string fields)
    {
        db.Add(new AuditEntry { At = clock.Now, Act = act, By = await signedIn.NameAsync(), EventId = ev.Id, Fields = fields });
        using var turn = await gate.WaitAsync(CancellationToken.None);
        await db.SaveChangesAsync();
    }
}
