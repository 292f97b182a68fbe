using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Netzwerk.Features.Shared.Web;

/// <summary>What MVC itself says of values that do not fit; its own sentences are English.</summary>
public static class GermanBindingMessages
{
    private const string DoesNotFit = "Diese Angabe passt hier nicht. Bitte prüfen Sie sie.";
    private const string Missing = "Hier fehlt eine Angabe.";
    private const string NotANumber = "Geben Sie hier eine Zahl ein.";

    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => DoesNotFit);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => DoesNotFit);
        messages.SetUnknownValueIsInvalidAccessor(_ => DoesNotFit);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => DoesNotFit);
        messages.SetValueIsInvalidAccessor(_ => DoesNotFit);
        messages.SetMissingBindRequiredValueAccessor(_ => Missing);
        messages.SetMissingKeyOrValueAccessor(() => Missing);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Missing);
        messages.SetValueMustNotBeNullAccessor(_ => Missing);
        messages.SetValueMustBeANumberAccessor(_ => NotANumber);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => NotANumber);
    }
}
