using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Lists;

/// <summary>Paper for the day itself: who comes, and which children are in care. Each look at a sheet is written down.</summary>
[Route("verwaltung/veranstaltungen/{slug}/listen")]
public sealed class ListsController(NetzwerkDb db, SignedIn signedIn, EventClock clock, Disclosures disclosures) : RoomController(db, signedIn)
{
    [HttpGet("")]
    [Allow(Role.Organizer)]
    public async Task<IActionResult> Index()
    {
        if (Enter(RoomBar.Lists) is not { } ev) return NotFound();
        var registrations = await Active(ev).CountAsync();
        return View(new ListsPage(
            ev.Slug, ev.ShortTitle, registrations, ev.ChildcareTaken, PaperLife.OfRegistrations(ev), PaperLife.OfChildren(ev)));
    }

    [HttpGet("teilnehmer")]
    [Allow(Role.Organizer)]
    public async Task<IActionResult> Attendees()
    {
        if (Enter(RoomBar.Lists) is not { } ev) return NotFound();
        await disclosures.NoteAsync(ev, AuditAct.ListPrinted, "Nachname, Vorname, Begleitung");
        var active = await Active(ev).OrderBy(r => r.SortKey == null).ThenBy(r => r.SortKey).ThenBy(r => r.Id)
            .Select(r => new { r.FamilyName, r.GivenName, r.FurtherAdults, IsErased = r.ErasedAt != null }).ToListAsync();
        var lines = active.Where(r => !r.IsErased).Select(r => new AttendeeLine(r.FamilyName!, r.GivenName!, r.FurtherAdults)).ToList();
        return View(new AttendeeSheet(
            Head(ev, PaperLife.OfRegistrations(ev)), lines, active.Where(r => r.IsErased).Sum(r => 1 + r.FurtherAdults), active.Count, active.Sum(r => 1 + r.FurtherAdults)));
    }

    [HttpGet("betreuung")]
    [Allow(Role.Organizer, Role.Carer)]
    public async Task<IActionResult> Children()
    {
        if (Enter(RoomBar.Lists) is not { } ev) return NotFound();
        await disclosures.NoteAsync(ev, AuditAct.ChildrenListed, "Vorname des Kindes, Alter in Jahren, Elternteil, Telefon, Anruf gewünscht, Absprache");
        var children = await Active(ev).SelectMany(r => r.Children, (r, child) => new ChildLine(
            child.FirstName, child.Age, r.GivenName + " " + r.FamilyName, r.Phone, !child.CallRequested ? CallWish.None : r.CalledAt == null ? CallWish.Due : CallWish.Done)).ToListAsync();
        var lines = children.OrderBy(child => Folding.Fold(child.FirstName), StringComparer.Ordinal).ThenBy(child => child.Age).ToList();
        return View(new ChildrenSheet(
            Head(ev, PaperLife.OfChildren(ev)), lines, CarersNeeded.For([.. lines.Select(child => child.Age)]), await IsOrganizerAsync(ev)));
    }

    private IQueryable<Registration> Active(Event ev) => Db.Registrations.AsNoTracking().Where(r => r.EventId == ev.Id && r.CancelledAt == null);

    private SheetHead Head(Event ev, DateOnly destroyBy) =>
        new(ev.Slug, ev.ShortTitle, ev.Date, ev.Hours, ev.Place, clock.Now, destroyBy, ev.CancelledAt is not null);
}
