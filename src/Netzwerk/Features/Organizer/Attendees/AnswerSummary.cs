using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>What all families together answered to one question.</summary>
/// <param name="Counts">Of a choice: how many chose what, in the order of the form, then answers that are not offered any more.</param>
/// <param name="Sum">Of a number.</param>
/// <param name="Missing">Families who come and did not answer.</param>
public sealed record AnswerSummary(ExtraQuestion Question, IReadOnlyList<(string Choice, int Count)> Counts, int Sum, int Given, int Missing)
{
    public static AnswerSummary Of(ExtraQuestion question, IReadOnlyCollection<IReadOnlyList<Answer>> families)
    {
        var texts = families.Select(answers => answers.FirstOrDefault(answer => answer.QuestionId == question.Id)?.Text).OfType<string>().ToList();
        var choices = question.Kind != QuestionKind.Choice ? [] : question.Choices.Union(texts, StringComparer.Ordinal);
        return new AnswerSummary(
            question, [.. choices.Select(choice => (choice, texts.Count(text => text == choice)))],
            texts.Sum(text => question.Kind == QuestionKind.Number ? ExtraQuestion.NumberIn(text) ?? 0 : 0), texts.Count, families.Count - texts.Count);
    }
}
