using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Events.LifeCycle;
using Netzwerk.Features.Shared.Mails;

namespace Netzwerk.Features.Organizer.Events;

/// <summary>Day, time or place changed, and the families do not know.</summary>
/// <param name="WithholdsReminder">It would be due by now.</param>
/// <param name="MayTell">Only organisers do.</param>
public sealed record MovedNotTold(string Slug, int Families, IReadOnlyList<EventChange> Changes, bool WithholdsReminder, bool MayTell)
{
    /// <returns>Null where there is nothing to tell.</returns>
    public static async Task<MovedNotTold?> FindAsync(NetzwerkDb db, Event ev, bool mayTell, DateTime now) => ev.HasNews(now)
        ? new(ev.Slug, await db.GuestsOf(ev).CountAsync(), News.Of(ev), Reminder.IsWithheld(ev, now), mayTell)
        : null;
}
