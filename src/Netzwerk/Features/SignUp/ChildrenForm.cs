using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;

namespace Netzwerk.Features.SignUp;

/// <summary>Step 2, „Kinder“: one row per child.</summary>
public sealed record ChildrenForm
{
    public List<ChildForm> Children { get; init => field = ChildRows.Bound(value); } = [];

    public static ChildrenForm OneEmptyRow => new() { Children = ChildRows.OneEmpty };

    public sealed class Validator : AbstractValidator<ChildrenForm>
    {
        public Validator(IStringLocalizer<Texts> t) => this.ChildRowRules(form => form.Children, t);
    }
}
