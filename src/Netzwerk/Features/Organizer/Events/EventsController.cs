using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Events.LifeCycle;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Organizer.Events;

/// <summary>The way into the organiser's area, and each event's overview.</summary>
[Route("verwaltung")]
public sealed class EventsController(
    NetzwerkDb db, SignedIn signedIn, EventClock clock, EventNumbers numbers, Announcements announcements, TodoList todos, GoLive goLive, NetworkCounts counts) : RoomController(db, signedIn)
{
    [HttpGet("")]
    [Allow(Role.Organizer, Role.Staff, Role.Carer)]
    public async Task<IActionResult> Index()
    {
        var roles = await SignedIn.RolesAsync();
        var now = clock.Now;
        var rows = new List<EventRow>();
        var anyArchived = false;
        var all = await Db.Events.AsNoTracking().OrderBy(ev => ev.Date).ThenBy(ev => ev.StartsAt).ThenBy(ev => ev.Id).ToListAsync();
        // What comes next stands on top; what is over follows, the last one first.
        foreach (var ev in all.Where(ev => now < ev.Ends).Concat(all.Where(ev => now >= ev.Ends).Reverse()))
        {
            if (AllowedEvent.For(ev, roles) is not { Roles: var mine }) continue;
            var mayEnter = mine.Any(role => role is Role.Organizer or Role.Staff);
            if (ev.ArchivedAt is not null)
            {
                anyArchived |= mayEnter;
                continue;
            }
            rows.Add(new EventRow(
                ev.Slug, ev.ShortTitle, StageOf(ev, now), $"{BerlinTime.ShortDay(ev.Date)}, {ev.Hours}, {ev.Place}",
                mayEnter ? await Db.Registrations.CountAsync(r => r.EventId == ev.Id && r.CancelledAt == null) : null,
                Retention.RegistrationsGoAt(ev) <= now, mine.Contains(Role.Carer) || (mine.Contains(Role.Organizer) && !ev.IsDraft)));
        }
        var everywhere = roles.Any(assignment => assignment is { Role: Role.Organizer, EventId: null });
        var enters = roles.Any(assignment => assignment.Role is Role.Organizer or Role.Staff);
        return View(new IndexPage(rows, everywhere, anyArchived, enters ? await TodoAsync(all, roles) : null, Told<Done>()));
    }

    [HttpGet("veranstaltungen/{slug}")]
    [Allow(Role.Organizer, Role.Staff)]
    public async Task<IActionResult> Show()
    {
        if (Enter(RoomBar.Overview) is not { } ev) return NotFound();
        if (ev.IsDraft) return View("Draft", new DraftPage(EventFacts.Of(ev), [.. ev.Unready(clock.Now)], await SignedIn.IsAsync(Role.Organizer, null), Told<Done>()));
        var forOrganizer = await IsOrganizerAsync(ev);
        var heads = await numbers.HeadsAsync(ev);
        var ages = await numbers.AgesAsync(ev);
        return View(new EventPage(
            ev.Slug, ev.ShortTitle, forOrganizer, clock.Now, heads, StateOf(ev), new Meter(ev.SeatsTaken, ev.Seats),
            ev.OffersChildcare || ev.ChildcareTaken > 0 ? new Meter(ev.ChildcareTaken, ev.ChildcareSeats) : null,
            forOrganizer ? new Ages(AgeGroups.Of(ages), heads.Children - ages.Count) : null,
            CarersNeeded.For(ages), forOrganizer && ev.CancelledAt is null && clock.Now < ev.Ends ? await numbers.CallsWantedAsync(ev) : 0, await numbers.MailsAsync(ev), await StepsAsync(ev), Retention.RegistrationsGoAt(ev) <= clock.Now, Told<Done>())
        {
            Rush = await SignUpRush.OfAsync(Db, counts, ev, clock.Now),
            OffersChildcare = ev.OffersChildcare,
            NotTold = await MovedNotTold.FindAsync(Db, ev, forOrganizer, clock.Now),
            Telling = await announcements.FindAsync(ev.Id) is { } told && told.MayContinue(ev, clock.Now) ? new Progress(told.Handled, told.Families) : null,
            Guests = await Db.GuestsOf(ev).CountAsync(),
            Stage = StageOf(ev, clock.Now),
            CancelledBecause = ev.CancelledBecause,
            MayCancel = ev.MayCancel(clock.Now),
            MayArchive = ev.MayArchive(clock.Now),
            MayCopy = await SignedIn.IsAsync(Role.Organizer, null),
        });
    }

    private async Task<TodoBlock> TodoAsync(List<Event> all, IReadOnlyList<RoleAssignment> roles)
    {
        var coming = all.FindAll(ev => ev is { IsDraft: false, CancelledAt: null } && clock.Now < ev.Starts && roles.Any(assignment => assignment.Role != Role.Carer && assignment.Covers(ev.Id)));
        var next = coming.Select(ev => clock.Now < ev.DeadlineBound ? (ev.DeadlineDay, ev.ShortTitle, true) : (ev.Date, ev.ShortTitle, false)).OrderBy(found => found.Item1)
            .Select(found => ((DateOnly, string, bool)?)found).FirstOrDefault();
        return new TodoBlock(await todos.LookAsync(all, roles), next, clock.Today);
    }

    private static Stage StageOf(Event ev, DateTime now) => ev switch
    {
        { IsDraft: true } => Stage.Draft,
        { ArchivedAt: not null } => Stage.Archived,
        { CancelledAt: not null } => Stage.Cancelled,
        _ when now >= ev.Ends => Stage.Over,
        _ => Stage.Public,
    };

    private SignUpState StateOf(Event ev)
    {
        var now = clock.Now;
        return new SignUpState(
            ev.WhyNot(now, Party.Smallest), goLive.TakesSignUps, ev.IsOpenedByHand(now), ev.Switch, ev.SwitchedBy, ev.SwitchedAt, ev.OpensAt, ev.DeadlineDay,
            now >= ev.DeadlineBound, ev.DeadlineDay.DayNumber - clock.Today.DayNumber, ev.Date, ev.StartsAt, now >= ev.Starts, ev.CancelledAt, ev.EndsOn);
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
