namespace Netzwerk.Domain;

/// <summary>What an event asks beyond the site's own form.</summary>
public sealed partial class Event
{
    public bool MayAskMore => Questions.Count < ExtraQuestion.MostPerEvent;

    /// <summary>
    /// Do these answers fit what is asked now? They may have been given to questions that an organiser changed in the meantime.
    /// </summary>
    public bool IsAnsweredBy(IReadOnlyList<Answer> answers) =>
        Questions.TrueForAll(question => question.Accepts(answers.FirstOrDefault(answer => answer.QuestionId == question.Id)?.Text));

    /// <summary>Puts a question in the place of the one with its id; a new one comes last.</summary>
    public void Ask(ExtraQuestion question)
    {
        var at = Questions.FindIndex(asked => asked.Id == question.Id);
        Reorder(at < 0 ? [.. Questions, question] : [.. Questions.Select((asked, index) => index == at ? question : asked)]);
    }

    /// <summary>What families answered stays with them.</summary>
    public void StopAsking(Guid id) => Reorder([.. Questions.Where(asked => asked.Id != id)]);

    /// <param name="by">-1 is one up, 1 is one down; at either end nothing happens.</param>
    /// <returns>Whether anything moved.</returns>
    public bool MoveQuestion(Guid id, int by)
    {
        var from = Questions.FindIndex(asked => asked.Id == id);
        var to = from + by;
        if (from < 0 || to < 0 || to >= Questions.Count) return false;
        var moved = Questions.ToList();
        (moved[from], moved[to]) = (moved[to], moved[from]);
        Reorder(moved);
        return true;
    }

    /// <summary>New objects throughout: an owned row that only changes its place is not noticed as changed.</summary>
    private void Reorder(IEnumerable<ExtraQuestion> questions)
    {
        var fresh = questions.Select(question => question with { }).ToList();
        Questions.Clear();
        Questions.AddRange(fresh);
    }
}
