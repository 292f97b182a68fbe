using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;

namespace Netzwerk.Features.Organizer.MailTexts;

/// <summary>The office's own words in the confirmation and in the reminder of one event.</summary>
[Route("verwaltung/veranstaltungen/{slug}/texte")]
[Allow(Role.Organizer)]
public sealed class MailTextsController(
    NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock, RegistrationMails confirmations, EventMails reminders) : RoomController(db, signedIn)
{
    [HttpGet("")]
    public IActionResult Edit() =>
        Enter(RoomBar.Mails) is { } ev ? Show(PageOf(ev, Stored(ev)) with { Done = Told<Done>() }) : NotFound();

    /// <param name="move">Which button: <c>preview</c>, <c>usual-confirmation</c>, <c>usual-reminder</c>, else save.</param>
    [HttpPost("")]
    public async Task<IActionResult> Save([Bind(Prefix = "Form")] MailTextsForm form, string? move)
    {
        if (Enter(RoomBar.Mails) is not { } ev) return NotFound();
        if (Usual(form, move) is { } usual) return Show(PageOf(ev, usual) with { Done = Done.UsualAgain }, anew: true);
        Check(nameof(form.Confirmation), form.Confirmation, ev);
        Check(nameof(form.Reminder), form.Reminder, ev);
        if (!ModelState.IsValid) return Show(PageOf(ev, form));
        if (move == "preview") return Show(WithPreview(ev, form));

        var by = await SignedIn.NameAsync();
        if (await turn.TakeAsync(ev.Id, current => ChangeAsync(current, form, by)) is { Now: { } now } other)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Show(PageOf(ev, form.Onto(now)) with { Meanwhile = form.ChangedMeanwhile(now), ChangedBy = other.By }, anew: true);
        }
        Tell(Done.Saved);
        return Redirect(Request.Path);
    }

    private async Task<Outcome> ChangeAsync(Event ev, MailTextsForm form, string by)
    {
        var now = Stored(ev);
        if (form.ChangedMeanwhile(now).Count > 0) return new Outcome(now, await LastEditorAsync(ev));
        var (confirmation, reminder) = (Own(form.Confirmation, confirmations.UsualText), Own(form.Reminder, reminders.UsualText));
        var fields = new List<string>();
        if (ev.ConfirmationText != confirmation) fields.Add(Labels.Confirmation);
        if (ev.ReminderText != reminder) fields.Add(Labels.Reminder);
        if (fields.Count == 0) return new Outcome(null, null);
        (ev.ConfirmationText, ev.ReminderText) = (confirmation, reminder);
        Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.TextsEdited, By = by, EventId = ev.Id, Fields = string.Join(", ", fields) });
        return new Outcome(null, null);
    }

    private Task<string?> LastEditorAsync(Event ev) => Db.Audit.Where(entry => entry.EventId == ev.Id && entry.Act == AuditAct.TextsEdited)
        .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Select(entry => entry.By).FirstOrDefaultAsync();

    private MailTextsForm? Usual(MailTextsForm form, string? move) => move switch
    {
        "usual-confirmation" => form with { Confirmation = confirmations.UsualText },
        "usual-reminder" => form with { Reminder = reminders.UsualText },
        _ => null,
    };

    private void Check(string field, string? text, Event ev)
    {
        if (MailText.FaultIn(TypedText.Clean(text), FamilyMails.ExampleValues(ev)) is { } fault) ModelState.AddModelError($"Form.{field}", MailTextsForm.Validator.CannotFill(fault));
    }

    private MailTextsForm Stored(Event ev) => MailTextsForm.Of(ev.ConfirmationText ?? confirmations.UsualText, ev.ReminderText ?? reminders.UsualText);

    /// <summary>Null for the site's own words, so that they stay the site's when it finds better ones.</summary>
    private static string? Own(string? typed, string usual) => TypedText.OrNull(typed) is { } text && text != usual ? text : null;

    private MailTextsPage WithPreview(Event ev, MailTextsForm form)
    {
        (ev.ConfirmationText, ev.ReminderText) = (TypedText.OrNull(form.Confirmation), TypedText.OrNull(form.Reminder));
        return PageOf(ev, form) with { Confirmation = confirmations.Preview(ev), ReminderMail = reminders.Preview(ev) };
    }

    private MailTextsPage PageOf(Event ev, MailTextsForm form) => new(
        ev.Slug, ev.ShortTitle, form, FamilyMails.ExampleValues(ev), new ReminderPlan(ev.Reminds, Reminder.DueAt(ev), ev.RemindedAt, ev.CancelledAt is not null || clock.Now >= ev.Starts, ev.GuestsBelieve is not null));

    private ViewResult Show(MailTextsPage page, bool anew = false)
    {
        // What is shown is no longer what came in, and neither are its errors.
        if (anew) ModelState.Clear();
        return View("Edit", page);
    }

    private sealed record Outcome(MailTextsForm? Now, string? By);
}
