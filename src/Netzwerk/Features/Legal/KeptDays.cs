using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Legal;

/// <summary>How long each event keeps what families gave (Art. 13 (2)(a) GDPR), as the events themselves say.</summary>
public sealed class KeptDays(NetzwerkDb db)
{
    /// <summary>Only events of which something is still kept; the same days for several stand there once.</summary>
    public async Task<IReadOnlyList<KeptFor>> AskAsync()
    {
        var events = await db.Events.Where(Event.IsPublic).Where(ev => ev.RegistrationsErasedAt == null).OrderBy(ev => ev.Date).ThenBy(ev => ev.Id)
            .Select(ev => new { ev.ShortTitle, ev.ChildrenKeptDays, ev.RegistrationsKeptDays }).ToListAsync();
        return [.. events.GroupBy(ev => (ev.ChildrenKeptDays, ev.RegistrationsKeptDays))
            .Select(group => new KeptFor([.. group.Select(ev => ev.ShortTitle)], group.Key.ChildrenKeptDays, group.Key.RegistrationsKeptDays))];
    }
}

/// <param name="Children">Days after the event.</param>
/// <param name="Registrations">Days after the event.</param>
public sealed record KeptFor(IReadOnlyList<string> Events, int Children, int Registrations);
