using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Features.Shared.Forms;
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
        new("Legal:Operator", "Betreiber", form => form.Operator, (form, text) => form.Operator = text),
        new("Legal:Address", "Anschrift", form => form.Address, (form, text) => form.Address = text),
        new("Legal:Email", "E-Mail-Adresse", form => form.Email, (form, text) => form.Email = text),
        new("Legal:Phone", "Telefon", form => form.Phone, (form, text) => form.Phone = text),
        new("Legal:Representative", "Vertreten durch", form => form.Representative, (form, text) => form.Representative = text),
        new("Legal:DataProtectionOfficer", "Datenschutzbeauftragte Person", form => form.DataProtectionOfficer, (form, text) => form.DataProtectionOfficer = text),
        new("Legal:SupervisoryAuthority", "Aufsichtsbehörde", form => form.SupervisoryAuthority, (form, text) => form.SupervisoryAuthority = text),
        new("Legal:Recipients", "Weitere Empfänger", form => form.Recipients, (form, text) => form.Recipients = text),
        new("Legal:FeedbackContact", "Kontakt bei Barrieren", form => form.FeedbackContact, (form, text) => form.FeedbackContact = text),
        new("Legal:ArbitrationBody", "Schlichtungsstelle", form => form.ArbitrationBody, (form, text) => form.ArbitrationBody = text),
        new("Legal:AccessibilityStatementDate", "Stand der Erklärung zur Barrierefreiheit", form => form.AccessibilityStatementDate, (form, text) => form.AccessibilityStatementDate = text),
    ];

    /// <summary>The label of a setting's name, <c>Legal:Operator</c>.</summary>
    public static string LabelOf(string key) => Fields.First(field => field.Key == key).Label;

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
