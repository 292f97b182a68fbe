using System.Globalization;
using FluentValidation;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>Shapes of what organisers type into settings.</summary>
internal static class SettingRules
{
    private const int LongestLine = 200;

    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilderInitial<T, string?> rule, string label) => rule
        .Cascade(CascadeMode.Stop)
        .Must(text => TypedText.Clean(text).Length <= LongestLine).WithMessage($"„{label}“ ist zu lang. Höchstens {LongestLine} Zeichen haben Platz")
        .Must(text => TypedText.IsOneVisibleLine(TypedText.Clean(text))).WithMessage((_, text) => $"„{label}“ enthält {InvalidCharacter.Describe(text, oneLine: true)}. Tippen Sie den Text neu");

    public static IRuleBuilderOptions<T, string?> EmailAddressOrNone<T>(this IRuleBuilderInitial<T, string?> rule, string incomplete) =>
        rule.Must(email => EmailAddress.Read(email) is not { Length: > 0 } typed || EmailAddress.IsValid(typed)).WithMessage(incomplete);

    public static IRuleBuilderOptions<T, string?> NumberBetween<T>(this IRuleBuilderInitial<T, string?> rule, string label, int least, int most) =>
        rule.Must(number => Number(number) is { } n && n >= least && n <= most)
            .WithMessage(string.Create(CultureInfo.InvariantCulture, $"Geben Sie bei „{label}“ eine ganze Zahl von {least} bis {most} ein"));

    public static int? Number(string? text) => TypedText.Clean(text) is { Length: >= 1 and <= 7 } digits && digits.All(char.IsAsciiDigit) ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
}
