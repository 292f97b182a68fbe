using FluentValidation;

namespace Netzwerk.Features.Organizer.NetworkTexts;

public sealed class TipForm : EntryForm
{
    public string? Title { get; set; }

    public string? Text { get; set; }

    public sealed class Rules : AbstractValidator<TipForm>
    {
        public Rules()
        {
            RuleFor(form => form.Title).Text("Tipp", 60).Filled("Geben Sie den Tipp in wenigen Worten ein, zum Beispiel „Kommen Sie früh.“");
            RuleFor(form => form.Text).Text("Erklärung", 160).Filled("Erklären Sie den Tipp in einem Satz");
        }
    }
}
