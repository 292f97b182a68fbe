using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Questions;

/// <summary>The event's own questions: all of them, and a new one.</summary>
public sealed class QuestionsController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock) : QuestionsRoom(db, signedIn, clock)
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        if (Enter() is not { } ev) return NotFound();
        var answers = await AnswersAsync(ev);
        var rows = ev.Questions.Select(question => new QuestionRow(question, answers.GetValueOrDefault(question.Id))).ToList();
        return View(new QuestionsPage(ev.Slug, ev.ShortTitle, ev.IsDraft, rows, Told<Done>()));
    }

    [HttpGet("neu")]
    public IActionResult New() => Enter() is { } ev
        ? ShowForm(PageOf(ev, new QuestionForm { Kind = nameof(QuestionKind.ShortText) }))
        : NotFound();

    [HttpPost("neu")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] QuestionForm form)
    {
        if (Enter() is not { } ev) return NotFound();
        if (!ModelState.IsValid) return ShowForm(PageOf(ev, form));
        var by = await SignedIn.NameAsync();
        switch (await turn.TakeAsync(ev.Id, current => Task.FromResult(Add(current, form, by))))
        {
            case QuestionOutcome.Saved saved:
                return BackToList(saved.Done);
            default:
                ModelState.AddModelError("", QuestionForm.Validator.TooMany);
                return ShowForm(PageOf(ev, form));
        }
    }

    private QuestionOutcome Add(Event ev, QuestionForm form, string by)
    {
        if (!ev.MayAskMore) return new QuestionOutcome.TooMany();
        ev.Ask(form.ToQuestion(Guid.CreateVersion7()));
        Note(ev, by, "Neue Frage");
        return new QuestionOutcome.Saved(Done.Added);
    }

    private static QuestionPage PageOf(Event ev, QuestionForm form) => new(ev.Slug, ev.ShortTitle, null, 0, form);
}
