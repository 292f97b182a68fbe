using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>After a flood of registrations that are not real: select, look once more, cancel all of them. Each family gets its mail.</summary>
[Route("verwaltung/veranstaltungen/{slug}/anmeldungen/abmelden")]
public sealed class ManyCancellationsController(NetzwerkDb db, SignedIn signedIn, StaffCancellation cancellation, EventClock clock) : AttendeesRoom(db, signedIn)
{
    private const int PageSize = 50;

    private IQueryable<Registration> Active(Guid eventId) => Db.Registrations.AsNoTracking().Where(r => r.EventId == eventId && r.CancelledAt == null && r.ErasedAt == null);

    /// <param name="all">Whether every box of the page is ticked.</param>
    [HttpGet("")]
    public async Task<IActionResult> Select([FromQuery(Name = "seite")] int? number, [FromQuery(Name = "alle")] bool all)
    {
        if (Enter() is not { } ev) return NotFound();
        var count = await Active(ev.Id).CountAsync();
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(number ?? 1, 1, pages);
        var rows = await RowsAsync(Active(ev.Id).OrderByDescending(r => r.ArrivedAt).ThenByDescending(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize));
        return View("SelectMany", new ManyPage(await DeskAsync(ev), MayCancel(ev), rows) { Page = page, Pages = pages, AllTicked = all, Count = count });
    }

    [HttpGet("fragen")]
    public async Task<IActionResult> New([FromQuery(Name = "auswahl")] Guid[] selected)
    {
        if (Enter() is not { } ev) return NotFound();
        if (selected.Length == 0) return Redirect((await DeskAsync(ev)).Path + "/abmelden");
        var rows = await RowsAsync(Active(ev.Id).Where(r => selected.Contains(r.Id)).OrderByDescending(r => r.ArrivedAt).ThenByDescending(r => r.Id).Take(PageSize));
        return rows.Count == 0 ? NotFound() : View("CancelMany", new ManyPage(await DeskAsync(ev), MayCancel(ev), rows));
    }

    [HttpPost("fragen")]
    public async Task<IActionResult> Create([FromForm(Name = "auswahl")] Guid[] selected)
    {
        if (Enter() is not { } ev) return NotFound();
        if (selected.Length == 0 || await Db.Registrations.CountAsync(r => r.EventId == ev.Id && selected.Contains(r.Id)) != selected.Distinct().Count()) return NotFound();
        TempData["Count"] = await cancellation.CancelAsync(ev.Id, selected, await SignedIn.NameAsync());
        Tell(Done.ManyCancelled);
        return Redirect((await DeskAsync(ev)).Path);
    }

    private bool MayCancel(Event ev) => ev.CancelledAt is null && clock.Now < ev.Starts;

    private static Task<List<ManyRow>> RowsAsync(IQueryable<Registration> some) =>
        some.Select(r => new ManyRow(r.Id, r.GivenName + " " + r.FamilyName, r.Email!, r.Reference, r.ArrivedAt, 1 + r.FurtherAdults + r.ChildrenInCare)).ToListAsync();
}

/// <param name="Rows">Newest first.</param>
public sealed record ManyPage(Desk Desk, bool MayCancel, IReadOnlyList<ManyRow> Rows)
{
    public int Page { get; init; } = 1;

    public int Pages { get; init; } = 1;

    public int Count { get; init; }

    public bool AllTicked { get; init; }

    public string Path => Desk.Path + "/abmelden";
}

public sealed record ManyRow(Guid Id, string Name, string Email, string Reference, DateTime ArrivedAt, int Seats);
