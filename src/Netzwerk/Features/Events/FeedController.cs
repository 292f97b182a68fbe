using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Events;

/// <summary>All public events as one calendar file. Calendars ask for it again and again, and mostly hear that nothing is new (RFC 9110, 304).</summary>
[AllowAnonymous]
public sealed class FeedController(NetzwerkDb db, EventClock clock, EventCalendar calendar) : Controller
{
    private static readonly AuditAct[] Changes =
        [AuditAct.EventMade, AuditAct.EventCopied, AuditAct.EventPublished, AuditAct.EventEdited, AuditAct.EventCancelled];

    [HttpGet("veranstaltungen.ics")]
    [PublicPage]
    public async Task<IActionResult> Feed()
    {
        var since = clock.Today.AddYears(-1);
        var events = await db.Events.AsNoTracking().Where(Event.IsPublic).Where(ev => (ev.EndsOn ?? ev.Date) >= since)
            .OrderBy(ev => ev.Date).ThenBy(ev => ev.StartsAt).ThenBy(ev => ev.Id).ToListAsync();
        var changes = await db.Audit.Where(entry => entry.EventId != null && Changes.Contains(entry.Act))
            .GroupBy(entry => entry.EventId!.Value).Select(all => new { all.Key, At = all.Max(entry => entry.At) }).ToDictionaryAsync(all => all.Key, all => all.At);
        var file = Encoding.UTF8.GetBytes(calendar.Feed([.. events.Select(ev => (ev, changes.GetValueOrDefault(ev.Id, ev.MadeAt)))], new DateOnly(since.Year, 1, 1)));
        return File(file, "text/calendar; charset=utf-8", "veranstaltungen.ics");
    }
}
