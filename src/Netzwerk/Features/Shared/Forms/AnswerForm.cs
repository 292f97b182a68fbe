using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Languages;

namespace Netzwerk.Features.Shared.Forms;

/// <summary>The answer to one of the event's own questions, as typed. It names its question, because that may be moved or removed meanwhile.</summary>
public sealed record AnswerForm
{
    public Guid QuestionId { get; init; }

    public string? Text { get; init; }

    /// <summary>What is asked now; never what a visitor sent.</summary>
    [JsonIgnore]
    public ExtraQuestion? Question { get; internal init; }

    public Answer? ToAnswer() => Question is { Label: var label } && TypedText.OrNull(Given) is { } text ? new Answer(QuestionId, label, text) : null;

    /// <summary>A number in the digits that every spreadsheet reads.</summary>
    [JsonIgnore]
    public string? Given => Question?.Kind == QuestionKind.Number ? PastedText.Number(Text) : Text;

    public sealed class Validator : AbstractValidator<AnswerForm>
    {
        public Validator(IStringLocalizer<Texts> t)
        {
            When(answer => answer.Question?.Kind == QuestionKind.ShortText, () => RuleFor(answer => answer.Text).Cascade(CascadeMode.Stop)
                .Must((answer, text) => !answer.Question!.IsRequired || TypedText.OrNull(text) is not null)
                .WithMessage(answer => t["Beantworten Sie bitte: „{0}“", answer.Question!.Label].Value)
                .Must(text => TypedText.Clean(text).Length <= ExtraQuestion.AnswerLength)
                .WithMessage(answer => t["Die Antwort auf „{0}“ ist zu lang. Höchstens {1} Zeichen haben Platz. Kürzen Sie sie bitte", answer.Question!.Label, ExtraQuestion.AnswerLength].Value)
                .Must(Accepted)
                .WithMessage(answer => t["Die Antwort auf „{0}“ enthält {1}. Löschen Sie sie und tippen Sie sie neu", answer.Question!.Label, InvalidCharacter.Describe(answer.Text, t, oneLine: true)].Value));
            When(answer => answer.Question?.Kind == QuestionKind.Choice, () => RuleFor(answer => answer.Text)
                .Must(Accepted).WithMessage(answer => t["Wählen Sie eine Antwort bei „{0}“", answer.Question!.Label].Value));
            When(answer => answer.Question?.Kind == QuestionKind.Number, () => RuleFor(answer => answer.Text)
                .Must(Accepted)
                .WithMessage(answer => answer.Question!.IsRequired
                    ? t["Geben Sie bei „{0}“ eine ganze Zahl von 0 bis {1} ein", answer.Question.Label, ExtraQuestion.LargestNumber].Value
                    : t["Geben Sie bei „{0}“ eine ganze Zahl von 0 bis {1} ein, oder lassen Sie das Feld leer", answer.Question.Label, ExtraQuestion.LargestNumber].Value));
        }

        private static bool Accepted(AnswerForm answer, string? text) => answer.Question!.Accepts(text);
    }
}

public static class AnswerRows
{
    /// <summary>
    /// The form with one row for each question that is asked now, in order, and what was typed to it. What was typed to a question that is
    /// gone goes with it: nobody wants to know it any more.
    /// </summary>
    public static T Asked<T>(this T form, IReadOnlyList<ExtraQuestion> questions)
        where T : FamilyForm => form with
        {
            Answers = [.. questions.Select(question => new AnswerForm
            {
                QuestionId = question.Id,
                Text = form.Answers.Find(answer => answer.QuestionId == question.Id)?.Text,
                Question = question,
            })],
        };
}
