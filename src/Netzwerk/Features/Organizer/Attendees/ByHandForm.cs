using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>A registration that came by phone, e-mail or at the door: the families' own fields on one page, all as typed.</summary>
public sealed record ByHandForm
{
    public const string Yes = "ja", No = "nein";
    public const int MostChildren = 10;

    /// <summary>Travels hidden, so that a double click makes one registration.</summary>
    public Guid Key { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? FurtherAdults { get; init; } = "0";

    public string? Childcare { get; init; }

    /// <summary>A hand-made index without fields would bring a null.</summary>
    public List<ByHandChild> Children { get; init => field = [.. value.OfType<ByHandChild>()]; } = [];

    public string? Question { get; init; }

    /// <summary>The conscious tick: let in although registration is closed.</summary>
    public bool Knowingly { get; init; }

    /// <summary>The unlikely address that was asked about once and stays as it is.</summary>
    public string? EmailAskedAbout { get; init; }

    /// <summary>What was probably meant by the address; null also when that was asked before.</summary>
    public string? ProbablyMeant => TypedText.Clean(Email) is { Length: > 0 } email && email != EmailAskedAbout ? EmailAddress.LikelyCorrection(email) : null;

    /// <summary>Empty rows are no children; one always stays to write into.</summary>
    public ByHandForm WithoutEmptyRows() => Children.Where(child => !child.IsEmpty).ToList() is { Count: > 0 } filled
        ? this with { Children = filled }
        : this with { Children = [new ByHandChild()] };

    public ByHandForm WithOneMore() => Children.Count >= MostChildren ? this : this with { Children = [.. Children, new ByHandChild()] };

    public ByHandForm Without(int number) => this with { Children = Children.Count <= 1 ? [new ByHandChild()] : [.. Children.Where((_, index) => index != number - 1)] };

    public SignUpRequest ToRequest(DateTime arrivedAt, string takenInBy) =>
        new(Key, arrivedAt, TypedText.Clean(GivenName), TypedText.Clean(FamilyName), TypedText.Clean(Email))
        {
            Phone = TypedText.OrNull(Phone) is { } phone ? PhoneNumber.Parse(phone) : null,
            FurtherAdults = Typed.Number(FurtherAdults) ?? 0,
            Children = Childcare != Yes ? [] : [.. Children.Select(child => new ChildInCare(TypedText.Clean(child.FirstName), Typed.Number(child.Age) ?? 0, child.CallRequested))],
            Question = TypedText.OrNull(Question),
            TakenInBy = takenInBy,
            Knowingly = Knowingly,
        };

    public sealed class Validator : AbstractValidator<ByHandForm>
    {
        public Validator(IStringLocalizer<Texts> t)
        {
            RuleFor(form => form.GivenName).PersonName(t, "Geben Sie den Vornamen ein");
            RuleFor(form => form.FamilyName).PersonName(t, "Geben Sie den Nachnamen ein");
            RuleFor(form => form.Email).EmailAddress(t);
            RuleFor(form => form.Phone).Phone(t)
                .Must((form, phone) => form.Childcare != Yes || TypedText.OrNull(phone) is not null)
                .WithMessage("Geben Sie eine Telefonnummer ein. Wir brauchen sie, wenn ein Kind in die Betreuung kommt");
            RuleFor(form => form.FurtherAdults).WholeNumber(0, 5, "Wählen Sie bei „Weitere Erwachsene“ eine Zahl von 0 bis 5");
            RuleFor(form => form.Childcare).Cascade(CascadeMode.Stop)
                .Must(answer => answer is Yes or No).WithMessage("Wählen Sie „Ja“ oder „Nein“ bei der Kinderbetreuung")
                .Must((form, answer) => answer == Yes || form.Children.TrueForAll(child => child.IsEmpty))
                .WithMessage("Unten steht ein Kind. Wählen Sie „Ja“ bei der Kinderbetreuung, oder entfernen Sie das Kind");
            RuleFor(form => form.Children).Must(children => children.Count <= MostChildren)
                .WithMessage($"Tragen Sie höchstens {MostChildren} Kinder ein");
            RuleForEach(form => form.Children).SetValidator(new ByHandChild.Validator(t)).When(form => form.Childcare == Yes);
            RuleFor(form => form.Question).FreeText(t);
        }
    }
}

public sealed record ByHandChild
{
    public string? FirstName { get; init; }

    public string? Age { get; init; }

    public bool CallRequested { get; init; }

    public bool IsEmpty => TypedText.Clean(FirstName).Length == 0 && TypedText.Clean(Age).Length == 0 && !CallRequested;

    public sealed class Validator : AbstractValidator<ByHandChild>
    {
        public Validator(IStringLocalizer<Texts> t)
        {
            RuleFor(child => child.FirstName).PersonName(t, "Geben Sie den Vornamen des Kindes ein");
            RuleFor(child => child.Age).WholeNumber(0, 17, "Geben Sie das Alter in ganzen Jahren ein, von 0 bis 17");
        }
    }
}
