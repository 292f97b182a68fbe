using FluentValidation;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.NetworkTexts;

public sealed class TopicForm : EntryForm
{
    public string? Concern { get; set; }

    /// <summary>Id of a partner; empty where any of them passes people on.</summary>
    public string? Partner { get; set; } = "";

    public string? Reason { get; set; }

    /// <summary>„Beruf &amp; Familie“ becomes <c>beruf-familie</c>, with a number behind it where that is taken.</summary>
    public static string SlugOf(string? concern, HashSet<string> taken)
    {
        var words = new string([.. Folding.Fold(TypedText.Clean(concern)).Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : ' ')]);
        var slug = string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } made ? made : "thema";
        return taken.Contains(slug) ? Enumerable.Range(2, taken.Count).Select(number => $"{slug}-{number}").First(candidate => !taken.Contains(candidate)) : slug;
    }

    public sealed class Rules : AbstractValidator<TopicForm>
    {
        public Rules()
        {
            RuleFor(form => form.Concern).Text("Anliegen", 80).Filled("Geben Sie ein, worum es geht, zum Beispiel „Zurück in den Beruf“");
            RuleFor(form => form.Reason).Text("Begründung", 200).Filled("Geben Sie in einem Satz ein, warum man dort richtig ist");
        }
    }
}
