using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>A registration that came by phone, e-mail or at the door: the families' own fields on one page.</summary>
public sealed record ByHandForm : FamilyForm
{
    // The summary of errors follows the order of the page: these stand below the family's own fields.
    private const int Below = 20_000;

    /// <summary>Travels hidden, so that a double click makes one registration.</summary>
    public Guid Key { get; init; }

    /// <summary>The unlikely address that was asked about once and stays as it is.</summary>
    public string? EmailAskedAbout { get; init; }

    [Display(Order = Below)]
    public List<ChildForm> Children { get; init => field = ChildRows.Bound(value); } = [];

    /// <summary>The conscious tick: let in although registration is closed.</summary>
    [Display(Order = Below + 1)]
    public bool Knowingly { get; init; }

    /// <summary>What was probably meant by the address; null also when that was asked before.</summary>
    public string? ProbablyMeant => EmailAddress.Read(Email) is { Length: > 0 } email && email != EmailAskedAbout ? EmailAddress.LikelyCorrection(email) : null;

    /// <summary>Empty rows are no children; one always stays to write into.</summary>
    public ByHandForm WithoutEmptyRows() => this with { Children = Children.Where(child => !child.IsEmpty).ToList() is { Count: > 0 } filled ? filled : ChildRows.OneEmpty };

    public SignUpRequest ToRequest(DateTime arrivedAt, string takenInBy) =>
        ToRequest(Key, arrivedAt, Children) with { TakenInBy = takenInBy, Knowingly = Knowingly };

    public sealed class Validator : Rules<ByHandForm>
    {
        /// <summary>Whether the tick is needed is the event's to say; also the alert above the form says it.</summary>
        public const string TickMissing = "Setzen Sie das Häkchen, wenn Sie die Familie trotzdem aufnehmen wollen";

        public Validator(IStringLocalizer<Texts> t)
            : base(t, new FamilyWords(
                "Geben Sie den Vornamen ein",
                "Geben Sie den Nachnamen ein",
                "Geben Sie die E-Mail-Adresse der Familie ein, zum Beispiel name@beispiel.de",
                "Geben Sie die E-Mail-Adresse der Familie vollständig ein, zum Beispiel name@beispiel.de"))
        {
            When(form => form.WantsChildcare, () => this.ChildRowRules(form => form.Children, t));
            RuleFor(form => form.Childcare)
                .Must((form, answer) => answer != No || form.Children.TrueForAll(child => child.IsEmpty))
                .WithMessage("Unten steht ein Kind. Wählen Sie „Ja“ bei der Kinderbetreuung, oder entfernen Sie das Kind");
        }
    }
}
