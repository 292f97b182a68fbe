using Microsoft.Extensions.Localization;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;

namespace Netzwerk.Features.SignUp;

/// <summary>Step 1, „Wer kommt?“.</summary>
public sealed record WhoForm : FamilyForm
{
    public sealed class Validator(IStringLocalizer<Texts> t) : Rules<WhoForm>(
        t, new FamilyWords(t["Geben Sie Ihren Vornamen ein"], t["Geben Sie Ihren Nachnamen ein"]));
}
