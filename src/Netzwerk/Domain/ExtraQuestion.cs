namespace Netzwerk.Domain;

/// <summary>A question that one event asks beyond the site's own form.</summary>
/// <param name="Choices">Only for <see cref="QuestionKind.Choice"/>.</param>
public sealed record ExtraQuestion(Guid Id, string Label, QuestionKind Kind, bool IsRequired, IReadOnlyList<string> Choices);

public enum QuestionKind
{
    ShortText,
    Choice,
    Number,
}

/// <summary>A family's answer, with the question as it read then. Goes with the person.</summary>
public sealed record Answer(Guid QuestionId, string Label, string Text);
