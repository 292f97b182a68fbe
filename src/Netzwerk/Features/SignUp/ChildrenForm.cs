using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;

namespace Netzwerk.Features.SignUp;

/// <summary>Step 2, „Kinder“: one row per child, added and removed by the server.</summary>
public sealed record ChildrenForm
{
    public const int Most = 10;

    /// <summary>A hand-made index without fields would bring a null.</summary>
    public List<ChildForm> Children { get; init => field = [.. value.OfType<ChildForm>()]; } = [];

    public static ChildrenForm OneEmptyRow => new() { Children = [new ChildForm()] };

    public ChildrenForm WithOneMore() => Children.Count >= Most ? this : this with { Children = [.. Children, new ChildForm()] };

    /// <param name="number">From 1, as the page counts. The last row is emptied, never removed.</param>
    public ChildrenForm Without(int number) => Children.Count <= 1 ? OneEmptyRow : this with { Children = [.. Children.Where((_, index) => index != number - 1)] };

    public sealed class Validator : AbstractValidator<ChildrenForm>
    {
        public Validator(IStringLocalizer<Texts> t)
        {
            RuleFor(form => form.Children.Count).InclusiveBetween(1, Most)
                .WithName(nameof(Children)).OverridePropertyName("")
                .WithMessage(t["Tragen Sie 1 bis {0} Kinder ein", Most].Value);
            RuleForEach(form => form.Children).SetValidator(new ChildForm.Validator(t));
        }
    }
}

public sealed record ChildForm
{
    public string? FirstName { get; init; }

    public string? Age { get; init; }

    public bool CallRequested { get; init; }

    public sealed class Validator : AbstractValidator<ChildForm>
    {
        public Validator(IStringLocalizer<Texts> t)
        {
            RuleFor(child => child.FirstName).PersonName(t, t["Geben Sie den Vornamen des Kindes ein"]);
            RuleFor(child => child.Age).WholeNumber(0, 17, t["Geben Sie das Alter in ganzen Jahren ein, von 0 bis 17"]);
        }
    }
}
