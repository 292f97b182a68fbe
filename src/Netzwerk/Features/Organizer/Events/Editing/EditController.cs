using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>All that an organiser says of an event.</summary>
[Route("verwaltung/veranstaltungen/{slug}/bearbeiten")]
[Allow(Role.Organizer)]
public sealed class EditController(NetzwerkDb db, SignedIn signedIn, EventEdit edit, IValidator<EventForm> rules, EventClock clock) : RoomController(db, signedIn)
{
    /// <summary>The form travels twice, as typed and as seen, and umlauts count sixfold.</summary>
    public const int LargestForm = 256 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Edit() => Enter(RoomBar.Edit) is { } ev
        ? Show(PageOf(ev, EventForm.Of(ev), SeenForm.Pack(EventForm.Of(ev))) with { NotTold = await MovedNotTold.FindAsync(Db, ev, true, clock.Now) })
        : NotFound();

    /// <param name="move">A button of the programme's rows; without one the form is saved.</param>
    /// <param name="erases">How many erasures the organiser was told of and agreed to.</param>
    [HttpPost("")]
    [RequestSizeLimit(LargestForm)]
    public async Task<IActionResult> Save([Bind(Prefix = "Form")][CustomizeValidator(Skip = true)] EventForm form, string? seen, string? move, int erases)
    {
        if (Enter(RoomBar.Edit) is not { } ev) return NotFound();
        if (!ev.IsDraft) form = form with { Slug = null };
        var page = PageOf(ev, form, seen ?? "");
        if (ProgrammeRows.After(move, form.Programme) is var (rows, focus)) return Show(page with { Form = form with { Programme = rows }, FocusRow = focus ?? -1 });
        rules.Validate(form).AddToModelState(ModelState, "Form");
        if (!ModelState.IsValid) return Show(page);
        switch (await edit.SaveAsync(ev.Id, form, SeenForm.Unpack(seen), erases, await SignedIn.NameAsync()))
        {
            case EditOutcome.Saved saved:
                Tell(Done.Saved);
                return Redirect($"/verwaltung/veranstaltungen/{saved.Slug}");
            case EditOutcome.Meanwhile other:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ev = (await ReloadAsync(ev))!;
                return Show(PageOf(ev, other.Merged, SeenForm.Pack(EventForm.Of(ev))) with { Meanwhile = other.Changes });
            case EditOutcome.Erases due:
                return Show(page with { Erases = due });
            case EditOutcome.SlugTaken:
                ModelState.AddModelError("Form.Slug", EventForm.Validator.SlugTaken);
                return Show(page);
            default:
                return NotFound();
        }
    }

    private EditPage PageOf(Event ev, EventForm form, string seen) => EditPage.Of(ev, form, seen, clock.Now);

    private ViewResult Show(EditPage page) => View("Edit", page);
}
