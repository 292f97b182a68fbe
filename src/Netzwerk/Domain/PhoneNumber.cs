using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Netzwerk.Domain;

/// <summary>A phone number as typed, and in ITU-T E.164 when it parses as a German or an international one.</summary>
public sealed partial record PhoneNumber(string Typed, string? E164)
{
    public const int MaxLength = 40;

    public const int FewestDigits = 5;

    /// <summary>Every usual spelling passes: 0171 3920012, (04471) 15-0, +49 171/392 00 12.</summary>
    /// <returns>Null when it cannot be a phone number.</returns>
    public static PhoneNumber? Parse(string typed)
    {
        if (typed.Length > MaxLength || !HasOnlyItsSigns(typed) || Digits(typed) is < FewestDigits or > 17) return null;
        return new PhoneNumber(typed, ToE164(typed));
    }

    /// <summary>Digits, spaces and what people put between them; says nothing of how many.</summary>
    public static bool HasOnlyItsSigns(string typed) => Spelling().IsMatch(typed);

    public static int Digits(string typed) => typed.Count(char.IsAsciiDigit);

    /// <summary>The first sign that no phone number has; empty when there is none.</summary>
    public static string FirstInvalid(string typed) => typed.EnumerateRunes().Select(rune => rune.ToString()).FirstOrDefault(sign => sign != "+" && !HasOnlyItsSigns(sign)) ?? "+";

    private static string? ToE164(string typed)
    {
        try
        {
            var library = PhoneNumberUtil.GetInstance();
            var number = library.Parse(typed, "DE");
            return library.IsValidNumber(number) ? library.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\+?[0-9 ()/.\u00A0\u2010\u2011\u2013-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Spelling();
}
