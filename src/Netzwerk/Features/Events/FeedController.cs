using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
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
    [OutputCache(PolicyName = PublicPages.Policy)]
    public async Task<IActionResult> Feed()
    {
        var since = clock.Today.AddYears(-1);
        var events = await db.Events.AsNoTracking().Where(Event.IsPublic).Where(ev => ev.Date >= since)
            .OrderBy(ev => ev.Date).ThenBy(ev => ev.StartsAt).ThenBy(ev => ev.Id).ToListAsync();
        var changes = await db.Audit.Where(entry => entry.EventId != null && Changes.Contains(entry.Act))
            .GroupBy(entry => entry.EventId!.Value).Select(all => new { all.Key, At = all.Max(entry => entry.At) }).ToDictionaryAsync(all => all.Key, all => all.At);
        var file = Encoding.UTF8.GetBytes(calendar.Feed([.. events.Select(ev => (ev, changes.GetValueOrDefault(ev.Id, ev.MadeAt)))], new DateOnly(since.Year, 1, 1)));
        // Weak, because the same file also goes out compressed.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 12))}\"", isWeak: true);
        Response.Headers.CacheControl = "no-cache";
        return File(file, "text/calendar; charset=utf-8", "veranstaltungen.ics", lastModified: null, tag);
    }
}
