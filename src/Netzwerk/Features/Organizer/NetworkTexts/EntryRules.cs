using FluentValidation;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;

namespace Netzwerk.Features.Organizer.NetworkTexts;

/// <summary>Shapes of the texts that stand on the network's pages.</summary>
internal static class EntryRules
{
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, string label, int most) => rule
        .Must(text => TypedText.Clean(text).Length <= most).WithMessage($"„{label}“ ist zu lang. Höchstens {most} Zeichen haben Platz")
        .Must(text => TypedText.IsOneVisibleLine(TypedText.Clean(text))).WithMessage((_, text) => $"„{label}“ enthält {InvalidCharacter.Describe(text, oneLine: true)}. Schreiben Sie den Text neu, in einer Zeile");

    public static IRuleBuilderOptions<T, string?> Filled<T>(this IRuleBuilder<T, string?> rule, string missing) =>
        rule.Must(text => TypedText.OrNull(text) is not null).WithMessage(missing);
}
