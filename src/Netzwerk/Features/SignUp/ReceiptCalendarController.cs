using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;

namespace Netzwerk.Features.SignUp;

/// <summary>
/// The calendar file of the last page: the same entry as in the mail and on the family's own page, so that a calendar holds it once and a
/// cancellation reaches it. The receipt opens nothing else.
/// </summary>
[AllowAnonymous]
public sealed class ReceiptCalendarController(NetzwerkDb db, Seal seal, EventCalendar calendar) : Controller
{
    [HttpGet("veranstaltungen/{slug}/anmeldung/fertig/{receipt}/termin.ics")]
    public async Task<IActionResult> Show(string slug, string receipt)
    {
        if (seal.OpenReceipt(receipt, slug) is not { } typed) return NotFound();
        if (await db.Events.AsNoTracking().Where(Event.IsPublic).SingleOrDefaultAsync(ev => ev.Slug == slug) is not { } ev) return NotFound();
        var registrations = db.Registrations.AsNoTracking().Where(r => r.EventId == ev.Id && r.ErasedAt == null);
        var first = await registrations.Where(r => r.Reference == typed.Reference).Select(r => new Entry(r.Id, r.CancelledAt)).SingleOrDefaultAsync();
        // A repeated sign-up must not be told from a first one: it has an id of its own, and both are looked for each time.
        var repeated = await db.RepeatedSignUps.Where(again => again.Reference == typed.Reference)
            .Join(registrations, again => again.RegistrationId, r => r.Id, (again, r) => new Entry(again.Id, r.CancelledAt)).SingleOrDefaultAsync();
        return (first ?? repeated) is { } entry
            ? File(Encoding.UTF8.GetBytes(calendar.Own(ev, entry.Id, typed.Reference, entry.CancelledAt is not null)), "text/calendar; charset=utf-8", "termin.ics")
            : NotFound();
    }

    private sealed record Entry(Guid Id, DateTime? CancelledAt);
}
