using FluentValidation;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.NetworkTexts;

/// <summary>Shapes of the texts that stand on the network's pages.</summary>
internal static class EntryRules
{
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, string label, int most) => rule
        .Must(text => TypedText.Clean(text).Length <= most).WithMessage($"„{label}“ ist zu lang. Höchstens {most} Zeichen haben Platz")
        .Must(text => TypedText.IsOneVisibleLine(TypedText.Clean(text))).WithMessage($"„{label}“ hat mehrere Zeilen oder ein unsichtbares Zeichen. Schreiben Sie den Text neu, in einer Zeile");

    public static IRuleBuilderOptions<T, string?> Filled<T>(this IRuleBuilder<T, string?> rule, string missing) =>
        rule.Must(text => TypedText.OrNull(text) is not null).WithMessage(missing);
}
