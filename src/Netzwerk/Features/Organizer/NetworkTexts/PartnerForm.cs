using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;

namespace Netzwerk.Features.Organizer.NetworkTexts;

public sealed class PartnerForm : EntryForm
{
    public string? Name { get; set; }

    public string? Institution { get; set; }

    public string? Function { get; set; }

    public string? PartInFounding { get; set; }

    public sealed class Rules : AbstractValidator<PartnerForm>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(form => form.Name).PersonName(t, "Geben Sie den Namen ein");
            RuleFor(form => form.Institution).Text("Einrichtung", 150).Filled("Geben Sie ein, für welche Einrichtung sie oder er steht");
            RuleFor(form => form.Function).Text("Aufgabe", 150);
            RuleFor(form => form.PartInFounding).Text("Anteil an der Gründung", 100);
        }
    }
}
