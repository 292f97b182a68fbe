using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;

namespace Netzwerk.Features.SignUp;

/// <summary>Step 1, „Wer kommt?“. All of it is text as typed, so that nothing is lost when something is wrong.</summary>
public sealed record WhoForm
{
    public const string Yes = "ja";
    public const string No = "nein";

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? FurtherAdults { get; init; } = "0";

    public string? Childcare { get; init; }

    public string? Question { get; init; }

    public bool WantsChildcare => Childcare == Yes;

    public sealed class Validator : AbstractValidator<WhoForm>
    {
        public Validator(IStringLocalizer<Texts> t)
        {
            RuleFor(form => form.GivenName).PersonName(t, t["Geben Sie Ihren Vornamen ein"]);
            RuleFor(form => form.FamilyName).PersonName(t, t["Geben Sie Ihren Nachnamen ein"]);
            RuleFor(form => form.Email).EmailAddress(t);
            RuleFor(form => form.Phone).Phone(t)
                .Must((form, phone) => !form.WantsChildcare || TypedText.OrNull(phone) is not null)
                .WithMessage(t["Geben Sie eine Telefonnummer ein. Wir brauchen sie, wenn ein Kind in die Betreuung kommt"].Value);
            RuleFor(form => form.FurtherAdults).WholeNumber(0, 5, t["Wählen Sie bei „Weitere Erwachsene“ eine Zahl von 0 bis 5"]);
            RuleFor(form => form.Childcare).Must(answer => answer is Yes or No).WithMessage(t["Wählen Sie „Ja“ oder „Nein“ bei der Kinderbetreuung"].Value);
            RuleFor(form => form.Question).FreeText(t);
        }
    }
}
