using System.Globalization;

namespace Netzwerk.Domain;

/// <summary>A question that one event asks beyond the site's own form.</summary>
/// <param name="Choices">Only for <see cref="QuestionKind.Choice"/>.</param>
public sealed record ExtraQuestion(Guid Id, string Label, QuestionKind Kind, bool IsRequired, IReadOnlyList<string> Choices)
{
    /// <summary>More would make two minutes on a phone into ten.</summary>
    public const int MostPerEvent = 5;

    public const int LabelLength = 120;

    public const int ChoiceLength = 60;

    public const int FewestChoices = 2;

    public const int MostChoices = 10;

    /// <summary>Longest answer that is taken, in UTF-16 units.</summary>
    public const int AnswerLength = 200;

    public const int LargestNumber = 9999;

    /// <summary>May this be stored as an answer? What is missing is right where the question is voluntary.</summary>
    public bool Accepts(string? typed) => TypedText.OrNull(typed) is not { } text ? !IsRequired : Kind switch
    {
        QuestionKind.Choice => Choices.Contains(text, StringComparer.Ordinal),
        QuestionKind.Number => NumberIn(text) is not null,
        _ => text.Length <= AnswerLength && TypedText.IsOneVisibleLine(text),
    };

    /// <summary>A whole number from 0 to <see cref="LargestNumber"/>; null for everything else.</summary>
    public static int? NumberIn(string? typed) => PastedText.Number(typed) is { Length: >= 1 and <= 4 } digits && digits.All(char.IsAsciiDigit)
        ? int.Parse(digits, CultureInfo.InvariantCulture)
        : null;

    /// <summary>Equal in everything that a person can see; the lists inside records are compared one by one.</summary>
    public bool ReadsLike(ExtraQuestion other) =>
        (Label, Kind, IsRequired) == (other.Label, other.Kind, other.IsRequired) && Choices.SequenceEqual(other.Choices, StringComparer.Ordinal);
}

public enum QuestionKind
{
    ShortText,
    Choice,
    Number,
}

/// <summary>A family's answer, with the question as it read then. Goes with the person.</summary>
public sealed record Answer(Guid QuestionId, string Label, string Text);
