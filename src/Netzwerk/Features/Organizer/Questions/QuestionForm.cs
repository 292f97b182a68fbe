using FluentValidation;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;

namespace Netzwerk.Features.Organizer.Questions;

/// <summary>
/// One question as typed, and as it stood when the form was fetched: so the second of two editors finds out what the first one changed,
/// and keeps it.
/// </summary>
public sealed record QuestionForm
{
    public string? Label { get; init; }

    /// <summary>Name of a <see cref="QuestionKind"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>One per line.</summary>
    public string? Choices { get; init; }

    public bool IsRequired { get; init; }

    public string? SeenLabel { get; init; }

    public string? SeenKind { get; init; }

    public string? SeenChoices { get; init; }

    public bool SeenIsRequired { get; init; }

    private QuestionKind TypedKind => Enum.Parse<QuestionKind>(Kind!);

    /// <summary>The form as it is first shown.</summary>
    public static QuestionForm Of(ExtraQuestion question)
    {
        var (kind, choices) = (question.Kind.ToString(), string.Join('\n', question.Choices));
        return new QuestionForm
        {
            Label = question.Label,
            Kind = kind,
            Choices = choices,
            IsRequired = question.IsRequired,
            SeenLabel = question.Label,
            SeenKind = kind,
            SeenChoices = choices,
            SeenIsRequired = question.IsRequired,
        };
    }

    public ExtraQuestion ToQuestion(Guid id) =>
        new(id, TypedText.Clean(Label), TypedKind, IsRequired, TypedKind == QuestionKind.Choice ? Lines(Choices) : []);

    /// <summary>What was typed, on top of what is stored by now: what this editor left alone takes the other editor's value.</summary>
    public QuestionForm Onto(ExtraQuestion stored)
    {
        var now = Of(stored);
        return now with
        {
            Label = Same(Label, SeenLabel) ? now.Label : Label,
            Kind = Same(Kind, SeenKind) ? now.Kind : Kind,
            Choices = Same(Choices, SeenChoices) ? now.Choices : Choices,
            IsRequired = IsRequired == SeenIsRequired ? now.IsRequired : IsRequired,
        };
    }

    /// <summary>What another editor changed since this form was fetched, with what is stored now.</summary>
    public IReadOnlyList<QuestionChange> ChangedMeanwhile(ExtraQuestion stored)
    {
        var now = Of(stored);
        var changes = new List<QuestionChange>();
        if (!Same(SeenLabel, now.Label)) changes.Add(new(Labels.Label, now.Label!));
        if (!Same(SeenKind, now.Kind)) changes.Add(new(Labels.Kind, Labels.Of(stored.Kind)));
        if (!Same(SeenChoices, now.Choices)) changes.Add(new(Labels.Choices, string.Join(", ", stored.Choices)));
        if (SeenIsRequired != now.IsRequired) changes.Add(new(Labels.IsRequired, now.IsRequired ? "ja" : "nein"));
        return changes;
    }

    private static bool Same(string? one, string? other) => TypedText.Clean(one) == TypedText.Clean(other);

    private static List<string> Lines(string? text) => [.. TypedText.Clean(text).Split('\n').Select(TypedText.OrNull).OfType<string>()];

    public sealed class Validator : AbstractValidator<QuestionForm>
    {
        public Validator()
        {
            RuleFor(form => form.Label).Cascade(CascadeMode.Stop)
                .Must(label => TypedText.HasLetter(TypedText.Clean(label))).WithMessage("Schreiben Sie die Frage auf, zum Beispiel „Welches Essen möchten Sie?“")
                .Must(label => TypedText.Clean(label).Length <= ExtraQuestion.LabelLength).WithMessage($"Die Frage ist zu lang. Höchstens {ExtraQuestion.LabelLength} Zeichen haben Platz. Kürzen Sie sie bitte")
                .Must(label => TypedText.IsOneVisibleLine(TypedText.Clean(label))).WithMessage((_, label) => $"Die Frage enthält {InvalidCharacter.Describe(label, oneLine: true)}. Löschen Sie sie und tippen Sie sie neu");
            RuleFor(form => form.Kind).Must(kind => Enum.GetNames<QuestionKind>().Contains(kind, StringComparer.Ordinal)).WithMessage("Wählen Sie, wie die Familien antworten");
            When(form => form.Kind == nameof(QuestionKind.Choice), () => RuleFor(form => form.Choices).Cascade(CascadeMode.Stop)
                .Must(text => Lines(text).Count is >= ExtraQuestion.FewestChoices and <= ExtraQuestion.MostChoices)
                .WithMessage($"Schreiben Sie {ExtraQuestion.FewestChoices} bis {ExtraQuestion.MostChoices} Antworten auf, jede in eine eigene Zeile")
                .Must(text => Lines(text).TrueForAll(line => line.Length <= ExtraQuestion.ChoiceLength))
                .WithMessage($"Eine Antwort ist zu lang. Höchstens {ExtraQuestion.ChoiceLength} Zeichen haben Platz. Kürzen Sie sie bitte")
                .Must(text => Lines(text).TrueForAll(TypedText.IsOneVisibleLine)).WithMessage((_, text) => $"Eine Antwort enthält {InvalidCharacter.Describe(Lines(text).Find(line => !TypedText.IsOneVisibleLine(line)), oneLine: true)}. Löschen Sie sie und tippen Sie sie neu")
                .Must(text => Lines(text) is var lines && lines.Distinct(StringComparer.OrdinalIgnoreCase).Count() == lines.Count).WithMessage("Eine Antwort steht zweimal da. Löschen Sie eine davon"));
        }

        /// <summary>Whether somebody answered is the database's to say, so the controller asks for this sentence.</summary>
        public static string KindIsFixed(int answers) =>
            $"{(answers == 1 ? "Eine Familie hat" : $"{answers} Familien haben")} schon geantwortet. Deshalb bleibt die Art der Antwort, wie sie ist. Möchten Sie es anders wissen, entfernen Sie diese Frage und stellen Sie eine neue";

        public static string TooMany { get; } = $"Mehr als {ExtraQuestion.MostPerEvent} Fragen sind nicht möglich. Entfernen Sie erst eine andere";
    }
}

/// <summary>Names of the fields as people read them, in the form and in the audit.</summary>
public static class Labels
{
    public const string Label = "Frage";
    public const string Kind = "Antwort";
    public const string Choices = "Antworten zur Auswahl";
    public const string IsRequired = "Pflicht";

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Choice => "Auswahl",
        QuestionKind.Number => "Zahl",
        _ => "Kurzer Text",
    };

    public static IEnumerable<string> Changed(ExtraQuestion before, ExtraQuestion now)
    {
        if (before.Label != now.Label) yield return Label;
        if (before.Kind != now.Kind) yield return Kind;
        if (!before.Choices.SequenceEqual(now.Choices, StringComparer.Ordinal)) yield return Choices;
        if (before.IsRequired != now.IsRequired) yield return IsRequired;
    }
}

public sealed record QuestionChange(string Label, string Now);
