using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Legal;
using Netzwerk.Languages;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>The texts of section <c>Legal</c>. All may stay empty for now: the checklist says what is missing.</summary>
public sealed class OperatorForm : SettingsForm
{
    public string? Operator { get; set; }

    public string? Address { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Representative { get; set; }

    public string? DataProtectionOfficer { get; set; }

    public string? SupervisoryAuthority { get; set; }

    public string? Recipients { get; set; }

    public string? FeedbackContact { get; set; }

    public string? ArbitrationBody { get; set; }

    public string? AccessibilityStatementDate { get; set; }

    public static IReadOnlyList<SettingField<OperatorForm>> Fields { get; } =
    [
        Of("Legal:Operator", form => form.Operator, (form, text) => form.Operator = text),
        Of("Legal:Address", form => form.Address, (form, text) => form.Address = text),
        Of("Legal:Email", form => form.Email, (form, text) => form.Email = text) with { Read = EmailAddress.Read },
        Of("Legal:Phone", form => form.Phone, (form, text) => form.Phone = text),
        Of("Legal:Representative", form => form.Representative, (form, text) => form.Representative = text),
        Of("Legal:DataProtectionOfficer", form => form.DataProtectionOfficer, (form, text) => form.DataProtectionOfficer = text),
        Of("Legal:SupervisoryAuthority", form => form.SupervisoryAuthority, (form, text) => form.SupervisoryAuthority = text),
        Of("Legal:Recipients", form => form.Recipients, (form, text) => form.Recipients = text),
        Of("Legal:FeedbackContact", form => form.FeedbackContact, (form, text) => form.FeedbackContact = text),
        Of("Legal:ArbitrationBody", form => form.ArbitrationBody, (form, text) => form.ArbitrationBody = text),
        Of("Legal:AccessibilityStatementDate", form => form.AccessibilityStatementDate, (form, text) => form.AccessibilityStatementDate = text),
    ];

    private static SettingField<OperatorForm> Of(string key, Func<OperatorForm, string?> read, Action<OperatorForm, string?> write) => new(key, LegalLabels.Of(key), read, write);

    public sealed class Rules : AbstractValidator<OperatorForm>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(form => form.Email).EmailAddressOrNone("Geben Sie die E-Mail-Adresse vollständig ein, zum Beispiel post@beispiel.de");
            RuleFor(form => form.Operator).Line("Betreiber");
            RuleFor(form => form.Phone).Line("Telefon");
            RuleFor(form => form.Representative).Line("Vertreten durch");
            RuleFor(form => form.AccessibilityStatementDate).Line("Stand der Erklärung zur Barrierefreiheit");
            RuleFor(form => form.Address).FreeText(t);
            RuleFor(form => form.DataProtectionOfficer).FreeText(t);
            RuleFor(form => form.SupervisoryAuthority).FreeText(t);
            RuleFor(form => form.Recipients).FreeText(t);
            RuleFor(form => form.FeedbackContact).FreeText(t);
            RuleFor(form => form.ArbitrationBody).FreeText(t);
        }
    }
}
