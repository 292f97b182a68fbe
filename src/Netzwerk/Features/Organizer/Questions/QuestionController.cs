using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Questions;

/// <summary>One question of an event: its words, its place, its end.</summary>
public sealed class QuestionController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock) : QuestionsRoom(db, signedIn, clock)
{
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id) =>
        Enter() is { } ev && Find(ev, id) is { } question ? ShowForm(await PageAsync(ev, id, QuestionForm.Of(question))) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Save(Guid id, [Bind(Prefix = "Form")] QuestionForm form)
    {
        if (Enter() is not { } ev || form.SeenLabel is null) return NotFound();
        if (!ModelState.IsValid && Find(ev, id) is not null) return ShowForm(await PageAsync(ev, id, form));
        var by = await SignedIn.NameAsync();
        switch (ModelState.IsValid ? await turn.TakeAsync(ev.Id, current => ChangeAsync(current, id, form, by)) : new QuestionOutcome.Gone(await LastEditorAsync(ev)))
        {
            case QuestionOutcome.Saved saved:
                return BackToList(saved.Done);
            case QuestionOutcome.Meanwhile other:
                return ShowForm(await PageAsync(ev, id, other.Merged) with { Meanwhile = other.Changes, ChangedBy = other.By }, StatusCodes.Status409Conflict);
            case QuestionOutcome.Gone gone:
                return ShowForm(new QuestionPage(ev.Slug, ev.ShortTitle, null, 0, form) { IsGone = true, ChangedBy = gone.By }, StatusCodes.Status409Conflict);
            case QuestionOutcome.KindIsFixed:
                var page = await PageAsync(ev, id, form);
                ModelState.AddModelError("Form.Kind", QuestionForm.Validator.KindIsFixed(page.Answers));
                return ShowForm(page);
            default:
                return NotFound();
        }
    }

    /// <param name="move">Which button: <c>up</c> or <c>down</c>.</param>
    [HttpPost("{id:guid}/verschieben")]
    public async Task<IActionResult> Move(Guid id, string? move)
    {
        if (Enter() is not { } ev) return NotFound();
        var by = await SignedIn.NameAsync();
        await turn.TakeAsync(ev.Id, current =>
        {
            if (current.MoveQuestion(id, move == "up" ? -1 : 1)) Note(current, by, "Reihenfolge");
            return Task.FromResult(current);
        });
        return BackToList(Done.Moved);
    }

    [HttpGet("{id:guid}/entfernen")]
    public async Task<IActionResult> Remove(Guid id) => Enter() is { } ev && Find(ev, id) is { } question
        ? View(new RemovalPage(ev.Slug, ev.ShortTitle, question, await AnswersAsync(ev, id)))
        : NotFound();

    [HttpPost("{id:guid}/entfernen")]
    public async Task<IActionResult> Removed(Guid id)
    {
        if (Enter() is not { } ev) return NotFound();
        var by = await SignedIn.NameAsync();
        await turn.TakeAsync(ev.Id, current =>
        {
            if (Find(current, id) is null) return Task.FromResult(current);
            current.StopAsking(id);
            Note(current, by, "Frage entfernt");
            return Task.FromResult(current);
        });
        return BackToList(Done.Removed);
    }

    private async Task<QuestionOutcome> ChangeAsync(Event ev, Guid id, QuestionForm form, string by)
    {
        if (Find(ev, id) is not { } stored) return new QuestionOutcome.Gone(await LastEditorAsync(ev));
        if (form.ChangedMeanwhile(stored) is { Count: > 0 } changes) return new QuestionOutcome.Meanwhile(form.Onto(stored), changes, await LastEditorAsync(ev));
        var question = form.ToQuestion(id);
        // Only whether: counting them would hold up everybody who signs up meanwhile.
        if (question.Kind != stored.Kind && await Db.Registrations.AnyAsync(r => r.EventId == ev.Id && r.Answers.Any(answer => answer.QuestionId == id))) return new QuestionOutcome.KindIsFixed();
        if (!question.ReadsLike(stored))
        {
            ev.Ask(question);
            Note(ev, by, string.Join(", ", Labels.Changed(stored, question)));
        }
        return new QuestionOutcome.Saved(Done.Saved);
    }

    private static ExtraQuestion? Find(Event ev, Guid id) => ev.Questions.Find(question => question.Id == id);

    private async Task<QuestionPage> PageAsync(Event ev, Guid id, QuestionForm form) => new(ev.Slug, ev.ShortTitle, id, await AnswersAsync(ev, id), form);
}
