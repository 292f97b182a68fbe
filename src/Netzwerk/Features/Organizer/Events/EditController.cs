using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Events;

/// <summary>Seats, childcare places and the deadline of an event.</summary>
[Route("verwaltung/veranstaltungen/{slug}/bearbeiten")]
[Allow(Role.Organizer)]
public sealed class EditController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock) : RoomController(db, signedIn)
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string slug) =>
        await EnterAsync(slug, RoomBar.Edit) is { } ev ? Show(ev, EditForm.Of(ev)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(string slug, [Bind(Prefix = "Form")] EditForm form)
    {
        if (await EnterAsync(slug, RoomBar.Edit) is not { } ev) return NotFound();
        if (!ModelState.IsValid) return Show(ev, form);
        var by = await SignedIn.NameAsync();
        switch (await turn.TakeAsync(ev.Id, current => ChangeAsync(current, form, by)))
        {
            case EditOutcome.Saved:
                Tell(Done.Saved);
                return RedirectToAction(nameof(EventsController.Show), "Events", new { slug });
            case EditOutcome.Meanwhile other:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Show((await EnterAsync(slug, RoomBar.Edit))!, other.Merged, other.Changes, other.By);
            default:
                ModelState.AddModelError("Form.Deadline", EditForm.Validator.TooLate(ev.Date));
                return Show(ev, form);
        }
    }

    private async Task<EditOutcome> ChangeAsync(Event ev, EditForm form, string by)
    {
        // Not the revision: every sign-up counts that up, and none of them is a reason to bother an editor.
        if (form.ChangedMeanwhile(ev) is { Count: > 0 } changes)
            return new EditOutcome.Meanwhile(form.Onto(ev), changes, await LastEditorAsync(ev));

        var lastDay = EditForm.Day(form.Deadline)!.Value;
        if (!ev.MayEndSignUp(lastDay)) return new EditOutcome.TooLate();
        var (bound, seats, childcare) = (BerlinTime.EndOfDay(lastDay), EditForm.Number(form.Seats), EditForm.Number(form.ChildcareSeats));

        var fields = new List<string>();
        if (ev.Seats != seats) fields.Add(Labels.Seats);
        if (ev.ChildcareSeats != childcare) fields.Add(Labels.ChildcareSeats);
        if (ev.DeadlineBound != bound) fields.Add(Labels.Deadline);
        if (fields.Count == 0) return new EditOutcome.Saved();
        (ev.Seats, ev.ChildcareSeats, ev.DeadlineBound) = (seats, childcare, bound);
        Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.EventEdited, By = by, EventId = ev.Id, Fields = string.Join(", ", fields) });
        return new EditOutcome.Saved();
    }

    private Task<string?> LastEditorAsync(Event ev) => Db.Audit.Where(entry => entry.EventId == ev.Id && entry.Act == AuditAct.EventEdited)
        .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Select(entry => entry.By).FirstOrDefaultAsync();

    private ViewResult Show(Event ev, EditForm form, IReadOnlyList<MeantimeChange>? meanwhile = null, string? changedBy = null)
    {
        // The hidden values must be those of the form that is shown now, not those that came in.
        if (meanwhile is not null) ModelState.Clear();
        return View("Edit", new EditPage(ev.Slug, ev.ShortTitle, ev.Date, ev.SeatsTaken, ev.ChildcareTaken, form, meanwhile ?? [], changedBy));
    }
}
