using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Events;

/// <summary>The way into the organiser's area, and each event's overview.</summary>
[Route("verwaltung")]
public sealed class EventsController(NetzwerkDb db, SignedIn signedIn, EventClock clock, EventNumbers numbers) : RoomController(db, signedIn)
{
    [HttpGet("")]
    [Allow(Role.Organizer, Role.Staff, Role.Carer)]
    public async Task<IActionResult> Index()
    {
        var roles = await SignedIn.RolesAsync();
        var now = clock.Now;
        var rows = new List<EventRow>();
        foreach (var ev in await Db.Events.AsNoTracking().OrderByDescending(ev => ev.Date).ThenBy(ev => ev.StartsAt).ToListAsync())
        {
            var mine = roles.Where(assignment => assignment.Covers(ev.Id)).Select(assignment => assignment.Role).ToList();
            if (mine.Count == 0) continue;
            var enters = mine.Exists(role => role is Role.Organizer or Role.Staff);
            rows.Add(new EventRow(
                ev.Slug, ev.ShortTitle, $"{BerlinTime.ShortDay(ev.Date)}, {BerlinTime.Span(ev.StartsAt, ev.EndsAt)}, {ev.Place}",
                enters ? await Db.Registrations.CountAsync(r => r.EventId == ev.Id && r.CancelledAt == null) : null,
                now >= ev.Ends, Retention.RegistrationsGoAt(ev) <= now, mine.Exists(role => role is Role.Organizer or Role.Carer)));
        }
        return View(rows);
    }

    [HttpGet("veranstaltungen/{slug}")]
    [Allow(Role.Organizer, Role.Staff)]
    public async Task<IActionResult> Show(string slug)
    {
        if (await EnterAsync(slug, RoomBar.Overview) is not { } ev) return NotFound();
        var forOrganizer = await IsOrganizerAsync(ev);
        var heads = await numbers.HeadsAsync(ev);
        var ages = await numbers.AgesAsync(ev);
        return View(new EventPage(
            ev.Slug, ev.ShortTitle, forOrganizer, clock.Now, heads, StateOf(ev), new Meter(ev.SeatsTaken, ev.Seats),
            ev.OffersChildcare || ev.ChildcareTaken > 0 ? new Meter(ev.ChildcareTaken, ev.ChildcareSeats) : null,
            forOrganizer ? new Ages(AgeGroups.Of(ages), heads.Children - ages.Count) : null,
            CarersNeeded.For(ages), forOrganizer ? await numbers.CallsWantedAsync(ev) : 0, await numbers.MailsAsync(ev), await StepsAsync(ev), Retention.RegistrationsGoAt(ev) <= clock.Now, Told<Done>()));
    }

    private SignUpState StateOf(Event ev)
    {
        var now = clock.Now;
        return new SignUpState(
            ev.WhyNot(now, Party.Smallest), ev.IsOpenedByHand(now), ev.Switch, ev.SwitchedBy, ev.SwitchedAt, ev.OpensAt, ev.DeadlineDay,
            now >= ev.DeadlineBound, ev.DeadlineDay.DayNumber - clock.Today.DayNumber, ev.Date, ev.StartsAt, now >= ev.Starts, ev.CancelledAt);
    }

    private async Task<NextSteps> StepsAsync(Event ev)
    {
        var now = clock.Now;
        var alive = ev.CancelledAt is null;
        var reported = await Db.ReportedBounds.AnyAsync(report => report.EventId == ev.Id && report.Bound == ev.DeadlineBound);
        return new NextSteps(
            alive && now < ev.DeadlineBound ? ev.DeadlineDay : null, alive && now >= ev.DeadlineBound && !reported && now < ev.Ends,
            alive && ev.Reminds && now < Reminder.DueAt(ev) ? Reminder.DueAt(ev) : null, alive && now < ev.Ends ? ev.Date : null,
            ev.OffersChildcare && now < Retention.ChildrenGoAt(ev) ? PaperLife.OfChildren(ev) : null, now < Retention.RegistrationsGoAt(ev) ? PaperLife.OfRegistrations(ev) : null, PaperLife.OfRegistrations(ev));
    }
}
