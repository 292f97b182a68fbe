using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Languages;

namespace Netzwerk.Features.Shared.Forms;

/// <summary>
/// What a family says of itself, whether it writes or a colleague does. All of it is text as typed, so that nothing is lost when something
/// is wrong.
/// </summary>
public abstract record FamilyForm
{
    public const string Yes = "ja";
    public const string No = "nein";

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? FurtherAdults { get; init; } = "0";

    public string? Childcare { get; init; }

    /// <summary>To the event's own questions; see <see cref="AnswerRows.Asked"/>.</summary>
    public List<AnswerForm> Answers { get; init => field = [.. value.OfType<AnswerForm>()]; } = [];

    public string? Question { get; init; }

    public bool WantsChildcare => Childcare == Yes;

    /// <param name="children">Left out where no childcare is wanted.</param>
    public SignUpRequest ToRequest(Guid key, DateTime arrivedAt, IEnumerable<ChildForm> children) =>
        new(key, arrivedAt, PastedText.Name(GivenName), PastedText.Name(FamilyName), EmailAddress.Read(Email))
        {
            Phone = PastedText.Phone(Phone) is { Length: > 0 } phone ? PhoneNumber.Parse(phone) : null,
            FurtherAdults = Typed.Number(FurtherAdults) ?? 0,
            Children = WantsChildcare ? [.. children.Select(child => child.ToChild())] : [],
            Answers = [.. Answers.Select(answer => answer.ToAnswer()).OfType<Answer>()],
            Question = TypedText.OrNull(Question),
        };

    public abstract class Rules<T> : AbstractValidator<T>
        where T : FamilyForm
    {
        protected Rules(IStringLocalizer<Texts> t, FamilyWords words)
        {
            RuleFor(form => form.GivenName).PersonName(t, words.GivenNameMissing, t["Der Vorname"]).WithoutLink(t, _ => t["Der Vorname"]);
            RuleFor(form => form.FamilyName).PersonName(t, words.FamilyNameMissing, t["Der Nachname"]).WithoutLink(t, _ => t["Der Nachname"]);
            RuleFor(form => form.Email).EmailAddress(t, words.EmailMissing, words.EmailIncomplete);
            RuleFor(form => form.Phone).Phone(t)
                .Must((form, phone) => !form.WantsChildcare || TypedText.OrNull(phone) is not null)
                .WithMessage(t["Geben Sie eine Telefonnummer ein. Wir brauchen sie, wenn ein Kind in die Betreuung kommt"].Value);
            RuleFor(form => form.FurtherAdults).WholeNumber(0, 5, t["Wählen Sie bei „Weitere Erwachsene“ eine Zahl von 0 bis 5"]);
            RuleFor(form => form.Childcare).Must(answer => answer is Yes or No).WithMessage(t["Wählen Sie „Ja“ oder „Nein“ bei der Kinderbetreuung"].Value);
            RuleForEach(form => form.Answers).SetValidator(new AnswerForm.Validator(t));
            RuleFor(form => form.Question).FreeText(t);
        }
    }
}

/// <summary>The sentences that differ between a family that writes of itself and a colleague who writes of it.</summary>
public sealed record FamilyWords(string GivenNameMissing, string FamilyNameMissing, string? EmailMissing = null, string? EmailIncomplete = null);
