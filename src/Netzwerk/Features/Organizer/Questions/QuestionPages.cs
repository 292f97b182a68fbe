using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Questions;

/// <param name="IsDraft">Families cannot see the form yet.</param>
public sealed record QuestionsPage(string Slug, string ShortTitle, bool IsDraft, IReadOnlyList<QuestionRow> Questions, Done? Done)
{
    public bool MayAskMore => Questions.Count < ExtraQuestion.MostPerEvent;
}

/// <param name="Answers">How many families answered it.</param>
public sealed record QuestionRow(ExtraQuestion Question, int Answers);

/// <param name="Id">Null for a new one.</param>
/// <param name="Answers">How many families answered it.</param>
public sealed record QuestionPage(string Slug, string ShortTitle, Guid? Id, int Answers, QuestionForm Form)
{
    /// <summary>What another editor changed since this form was fetched; <see cref="Form"/> holds both people's work.</summary>
    public IReadOnlyList<QuestionChange> Meanwhile { get; init; } = [];

    public string? ChangedBy { get; init; }

    /// <summary>Another editor removed the question; what was typed may become a new one.</summary>
    public bool IsGone { get; init; }
}

public sealed record RemovalPage(string Slug, string ShortTitle, ExtraQuestion Question, int Answers);

/// <summary>What became of saving.</summary>
public abstract record QuestionOutcome
{
    private QuestionOutcome()
    {
    }

    public sealed record Saved(Done Done) : QuestionOutcome;

    /// <summary>Somebody else was faster.</summary>
    public sealed record Meanwhile(QuestionForm Merged, IReadOnlyList<QuestionChange> Changes, string? By) : QuestionOutcome;

    public sealed record Gone(string? By) : QuestionOutcome;

    public sealed record KindIsFixed : QuestionOutcome;

    public sealed record TooMany : QuestionOutcome;
}

/// <summary>What was done with the request before this page.</summary>
public enum Done
{
    Added,
    Saved,
    Removed,
    Moved,
}
