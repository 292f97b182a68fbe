using System.Globalization;
using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Languages;

namespace Netzwerk.Features.Shared.Forms;

/// <summary>What every form says of names, addresses and phone numbers, in the same words. Each rule stops at its first sentence.</summary>
public static class TypedTextRules
{
    /// <param name="name">Which name it is, as the sentence begins: „Der Vorname“.</param>
    public static IRuleBuilderOptions<T, string?> PersonName<T>(this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<Texts> t, string missing, string name = "Der Name") =>
        rule.PersonName(t, _ => missing, _ => name);

    public static IRuleBuilderOptions<T, string?> PersonName<T>(this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<Texts> t, Func<T, string> missing, Func<T, string> name) => rule
        .Cascade(CascadeMode.Stop)
        .Must(typed => PastedText.Name(typed).Length > 0).WithMessage((form, _) => missing(form))
        .Must(typed => PastedText.Name(typed).Length <= TypedText.NameLength).WithMessage((form, _) => t["{0} ist zu lang. Höchstens {1} Zeichen haben Platz", name(form), TypedText.NameLength].Value)
        .Must(typed => TypedText.IsOneVisibleLine(PastedText.Name(typed)))
        .WithMessage((form, typed) => t["{0} enthält {1}. Löschen Sie ihn und tippen Sie ihn neu", name(form), InvalidCharacter.Describe(PastedText.Name(typed), t, oneLine: true)].Value)
        .Must(typed => TypedText.HasLetter(PastedText.Name(typed))).WithMessage((form, _) => t["{0} braucht mindestens einen Buchstaben", name(form)].Value);

    /// <summary>What a family writes as a name stands on lists and in letters, so it carries no link.</summary>
    public static IRuleBuilderOptions<T, string?> WithoutLink<T>(this IRuleBuilderOptions<T, string?> rule, IStringLocalizer<Texts> t, Func<T, string> name) => rule
        .Must(typed => Domain.PersonName.LinkIn(PastedText.Name(typed)) is null)
        .WithMessage((form, typed) => t["{0} enthält eine Internetadresse („{1}“). Schreiben Sie nur den Namen. Nach einem Punkt, zum Beispiel bei „Dr.“, kommt ein Leerzeichen", name(form), Domain.PersonName.LinkIn(PastedText.Name(typed))!].Value);

    /// <param name="missing">For an address that is not the writer's own; also <paramref name="incomplete"/>.</param>
    public static IRuleBuilderOptions<T, string?> EmailAddress<T>(this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<Texts> t, string? missing = null, string? incomplete = null) => rule
        .Cascade(CascadeMode.Stop)
        .Must(email => Read(email).Length > 0).WithMessage(missing ?? t["Geben Sie Ihre E-Mail-Adresse ein, zum Beispiel name@beispiel.de"].Value)
        .Must(email => Read(email).Length <= Domain.EmailAddress.MaxLength).WithMessage(t["Die E-Mail-Adresse ist zu lang. Höchstens {0} Zeichen sind möglich", Domain.EmailAddress.MaxLength].Value)
        .Must(email => Read(email).Count(sign => sign == '@') <= 1).WithMessage(t["Hier steht mehr als ein @. Geben Sie nur eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de"].Value)
        .Must(email => !Read(email).Contains(' ', StringComparison.Ordinal) || !Read(email).Contains('@', StringComparison.Ordinal))
        .WithMessage(t["In der E-Mail-Adresse steht ein Leerzeichen. Löschen Sie es, zum Beispiel name@beispiel.de"].Value)
        .Must(email => !Domain.EmailAddress.HasUmlautBeforeAt(Read(email)))
        .WithMessage((_, email) => t["Vor dem @ dürfen keine Umlaute und keine besonderen Zeichen stehen, hier „{0}“. Zum Beispiel mueller@beispiel.de", Domain.EmailAddress.FirstInvalidBeforeAt(Read(email))].Value)
        .Must(email => Domain.EmailAddress.IsValid(Read(email))).WithMessage(incomplete ?? t["Geben Sie Ihre E-Mail-Adresse vollständig ein, zum Beispiel name@beispiel.de"].Value);

    public static IRuleBuilderOptions<T, string?> Phone<T>(this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<Texts> t) => rule
        .Cascade(CascadeMode.Stop)
        .Must(phone => PastedText.Phone(phone) is not { Length: > 0 } typed || PhoneNumber.HasOnlyItsSigns(typed))
        .WithMessage((_, phone) => t["Hier passen nur Ziffern, Leerzeichen und + - / ( ), nicht „{0}“. Geben Sie die Nummer mit Vorwahl ein, zum Beispiel 0171 3920012", PhoneNumber.FirstInvalid(PastedText.Phone(phone))].Value)
        .Must(phone => PastedText.Phone(phone) is not { Length: > 0 } typed || PhoneNumber.Digits(typed) >= PhoneNumber.FewestDigits)
        .WithMessage(t["Diese Nummer ist zu kurz. Geben Sie sie mit Vorwahl ein, zum Beispiel 0171 3920012"].Value)
        .Must(phone => PastedText.Phone(phone) is not { Length: > 0 } typed || PhoneNumber.Parse(typed) is not null)
        .WithMessage(t["Diese Nummer ist zu lang. Geben Sie nur eine Nummer ein, mit Vorwahl, zum Beispiel 0171 3920012"].Value);

    public static IRuleBuilderOptions<T, string?> FreeText<T>(this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<Texts> t) => rule
        .Cascade(CascadeMode.Stop)
        .Must(text => TypedText.Clean(text).Length <= TypedText.QuestionLength).WithMessage(t["Der Text ist zu lang. Höchstens {0} Zeichen haben Platz. Kürzen Sie ihn bitte", TypedText.QuestionLength].Value)
        .Must(text => TypedText.IsVisible(TypedText.Clean(text))).WithMessage((_, text) => t["Der Text enthält {0}. Löschen Sie es oder tippen Sie den Text neu", InvalidCharacter.Describe(text, t)].Value);

    private static string Read(string? email) => Domain.EmailAddress.Read(email);

    public static IRuleBuilderOptions<T, string?> WholeNumber<T>(this IRuleBuilderInitial<T, string?> rule, int from, int to, string missing) => rule.WholeNumber(from, to, _ => missing);

    public static IRuleBuilderOptions<T, string?> WholeNumber<T>(this IRuleBuilderInitial<T, string?> rule, int from, int to, Func<T, string> missing) => rule
        .Cascade(CascadeMode.Stop)
        .Must(number => Typed.Number(number) is { } n && n >= from && n <= to).WithMessage((form, _) => missing(form));
}

/// <summary>What is wrong with a text, in words: „ein unlesbares Zeichen („�“)“.</summary>
public static class InvalidCharacter
{
    /// <param name="t">Null in the organiser's rooms, which are German only.</param>
    public static string Describe(string? text, IStringLocalizer<Texts>? t = null, bool oneLine = false)
    {
        var invalid = TypedText.FirstInvalid(TypedText.Clean(text), oneLine)?.Value ?? 0xFFFD;
        var words = invalid switch
        {
            '\n' => "einen Zeilenumbruch",
            '\t' => "einen Tabulator",
            0xFFFD => "ein Zeichen, das nicht lesbar angekommen ist („\uFFFD“)",
            _ => "ein unsichtbares Zeichen (U+{0})",
        };
        var code = invalid.ToString("X4", CultureInfo.InvariantCulture);
        return t is null ? string.Format(CultureInfo.InvariantCulture, words, code) : t[words, code].Value;
    }
}

/// <summary>Reads what a validator let through.</summary>
public static class Typed
{
    /// <summary>One or two digits; also „7 Jahre“ is no number, because somebody may have meant something else.</summary>
    public static int? Number(string? text) => PastedText.Number(text) is { Length: 1 or 2 } digits && digits.All(char.IsAsciiDigit)
        ? int.Parse(digits, CultureInfo.InvariantCulture)
        : null;
}
