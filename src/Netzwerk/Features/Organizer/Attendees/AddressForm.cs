using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>The right address of a family whose first one was mistyped.</summary>
public sealed record AddressForm
{
    public string? Email { get; init; }

    /// <summary>The unlikely address that was asked about once and stays as it is.</summary>
    public string? EmailAskedAbout { get; init; }

    /// <summary>What was probably meant; null also when that was asked before.</summary>
    public string? ProbablyMeant => EmailAddress.Read(Email) is { Length: > 0 } email && email != EmailAskedAbout ? EmailAddress.LikelyCorrection(email) : null;

    public sealed class Validator : AbstractValidator<AddressForm>
    {
        public const string Same = "Diese Adresse ist schon gespeichert. Geben Sie die richtige ein";

        public Validator(IStringLocalizer<Texts> t) => RuleFor(form => form.Email).EmailAddress(
            t, "Geben Sie die richtige E-Mail-Adresse der Familie ein, zum Beispiel name@beispiel.de", "Geben Sie die E-Mail-Adresse der Familie vollständig ein, zum Beispiel name@beispiel.de");

        /// <summary>Only the stored registrations know.</summary>
        public static string Taken(string reference) => $"Mit diesem Namen und dieser Adresse gibt es schon eine Anmeldung: {reference}. Ist es dieselbe Familie? Dann melden Sie eine der beiden ab";
    }
}

/// <param name="IsPossible">Else the event is over, or the family does not come any more.</param>
/// <param name="MayChange">By this account; else it is told whom to ask.</param>
public sealed record AddressPage(Desk Desk, AttendeeFacts Person, AddressForm Form, bool IsPossible, bool MayChange)
{
    public string? ProbablyMeant { get; init; }

    public string Path => Desk.PathOf(Person.Id);
}
