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
    public Task NoteAsync(Event ev, AuditAct act, string fields, Guid? registrationId = null) => NoteAsync(act, fields, ev.Id, registrationId);

    /// <summary>What belongs to no event, or to all of them.</summary>
    public async Task NoteAsync(AuditAct act, string? fields, Guid? eventId = null, Guid? registrationId = null)
    {
        db.Add(new AuditEntry { At = clock.Now, Act = act, By = await signedIn.NameAsync(), EventId = eventId, RegistrationId = registrationId, Fields = fields });
        using var turn = await gate.WaitAsync(CancellationToken.None);
        await db.SaveChangesAsync();
    }
}
