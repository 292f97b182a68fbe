using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Languages;

namespace Netzwerk.Features.Shared.Forms;

/// <summary>What every form says of names, addresses and phone numbers, in the same words. Each rule stops at its first sentence.</summary>
public static class TypedTextRules
{
    /// <param name="name">Which name it is, as the sentence begins: „Der Vorname“.</param>
    public static IRuleBuilderOptions<T, string?> PersonName<T>(this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<Texts> t, string missing, string name = "Der Name") => rule
        .Cascade(CascadeMode.Stop)
        .Must(typed => TypedText.Clean(typed).Length > 0).WithMessage(missing)
        .Must(typed => TypedText.Clean(typed).Length <= TypedText.NameLength).WithMessage(t["{0} ist zu lang. Höchstens {1} Zeichen haben Platz", name, TypedText.NameLength].Value)
        .Must(typed => TypedText.IsOneVisibleLine(TypedText.Clean(typed))).WithMessage(t["{0} enthält ein unsichtbares Zeichen. Löschen Sie ihn und tippen Sie ihn neu", name].Value)
        .Must(typed => TypedText.HasLetter(TypedText.Clean(typed))).WithMessage(t["{0} braucht mindestens einen Buchstaben", name].Value);

    /// <param name="missing">For an address that is not the writer's own; also <paramref name="incomplete"/>.</param>
    public static IRuleBuilderOptions<T, string?> EmailAddress<T>(this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<Texts> t, string? missing = null, string? incomplete = null) => rule
        .Cascade(CascadeMode.Stop)
        .Must(email => TypedText.Clean(email).Length > 0).WithMessage(missing ?? t["Geben Sie Ihre E-Mail-Adresse ein, zum Beispiel name@beispiel.de"].Value)
        .Must(email => TypedText.Clean(email).Length <= Domain.EmailAddress.MaxLength).WithMessage(t["Die E-Mail-Adresse ist zu lang. Höchstens {0} Zeichen sind möglich", Domain.EmailAddress.MaxLength].Value)
        .Must(email => !Domain.EmailAddress.HasUmlautBeforeAt(TypedText.Clean(email))).WithMessage(t["Vor dem @ dürfen keine Umlaute und keine besonderen Zeichen stehen, zum Beispiel mueller@beispiel.de"].Value)
        .Must(email => Domain.EmailAddress.IsValid(TypedText.Clean(email))).WithMessage(incomplete ?? t["Geben Sie Ihre E-Mail-Adresse vollständig ein, zum Beispiel name@beispiel.de"].Value);

    public static IRuleBuilderOptions<T, string?> Phone<T>(this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<Texts> t) => rule
        .Cascade(CascadeMode.Stop)
        .Must(phone => TypedText.OrNull(phone) is not { } typed || PhoneNumber.HasOnlyItsSigns(typed))
        .WithMessage(t["Hier passen nur Ziffern, Leerzeichen und + - / ( ). Geben Sie die Nummer mit Vorwahl ein, zum Beispiel 0171 3920012"].Value)
        .Must(phone => TypedText.OrNull(phone) is not { } typed || PhoneNumber.Parse(typed) is not null)
        .WithMessage(t["Diese Nummer ist zu kurz oder zu lang. Geben Sie sie mit Vorwahl ein, zum Beispiel 0171 3920012"].Value);

    public static IRuleBuilderOptions<T, string?> FreeText<T>(this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<Texts> t) => rule
        .Cascade(CascadeMode.Stop)
        .Must(text => TypedText.Clean(text).Length <= TypedText.QuestionLength).WithMessage(t["Der Text ist zu lang. Höchstens {0} Zeichen haben Platz. Kürzen Sie ihn bitte", TypedText.QuestionLength].Value)
        .Must(text => TypedText.IsVisible(TypedText.Clean(text))).WithMessage(t["Der Text enthält ein unsichtbares Zeichen. Löschen Sie es oder tippen Sie den Text neu"].Value);

    public static IRuleBuilderOptions<T, string?> WholeNumber<T>(this IRuleBuilderInitial<T, string?> rule, int from, int to, string missing) => rule
        .Cascade(CascadeMode.Stop)
        .Must(number => Typed.Number(number) is { } n && n >= from && n <= to).WithMessage(missing);
}

/// <summary>Reads what a validator let through.</summary>
public static class Typed
{
    /// <summary>One or two digits; also „7 Jahre“ is no number, because somebody may have meant something else.</summary>
    public static int? Number(string? text) => TypedText.Clean(text) is { Length: 1 or 2 } digits && digits.All(char.IsAsciiDigit)
        ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
