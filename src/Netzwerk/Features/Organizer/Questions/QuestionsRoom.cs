using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Questions;

/// <summary>What the pages about an event's own questions need: the event, its answers, a line in the audit.</summary>
[Route("verwaltung/veranstaltungen/{slug}/fragen")]
[Allow(Role.Organizer)]
public abstract class QuestionsRoom(NetzwerkDb db, SignedIn signedIn, EventClock clock) : RoomController(db, signedIn)
{
    protected Event? Enter() => Enter(RoomBar.Edit);

    /// <summary>How many families answered each question, those included that cancelled.</summary>
    protected async Task<Dictionary<Guid, int>> AnswersAsync(Event ev)
    {
        var given = await Db.Registrations.AsNoTracking().Where(r => r.EventId == ev.Id).Select(r => r.Answers).ToListAsync();
        return given.SelectMany(answers => answers).CountBy(answer => answer.QuestionId).ToDictionary();
    }

    protected async Task<int> AnswersAsync(Event ev, Guid id) => (await AnswersAsync(ev)).GetValueOrDefault(id);

    /// <param name="fields">What changed, in words; never what it says.</param>
    protected void Note(Event ev, string by, string fields) =>
        Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.QuestionsEdited, By = by, EventId = ev.Id, Fields = fields });

    protected Task<string?> LastEditorAsync(Event ev) => Db.Audit.Where(entry => entry.EventId == ev.Id && entry.Act == AuditAct.QuestionsEdited)
        .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Select(entry => entry.By).FirstOrDefaultAsync();

    protected RedirectResult BackToList(Done done)
    {
        Tell(done);
        return Redirect($"{Overview}/fragen");
    }

    protected ViewResult ShowForm(QuestionPage page, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        // The hidden values must be those of the form that is shown now, not those that came in.
        if (status == StatusCodes.Status409Conflict) ModelState.Clear();
        return View("Edit", page);
    }
}
