using System.Globalization;
using FluentValidation;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>Section <c>Limits</c> as typed; the ranges are those of <see cref="LimitOptions"/> and <see cref="MailLimits"/>.</summary>
public sealed class LimitsForm : SettingsForm
{
    private static readonly LimitOptions Forms = new();
    private static readonly MailLimits Mails = new();

    public string? FormsPerAddress { get; set; }

    public string? FormsPerAddressAndMinute { get; set; }

    public string? FormKilobytes { get; set; }

    public string? MailsPerRecipientAndDay { get; set; }

    public static IReadOnlyList<SettingField<LimitsForm>> Fields { get; } =
    [
        new("Limits:FormsPerAddress", "Formulare auf einmal", form => form.FormsPerAddress, (form, text) => form.FormsPerAddress = text, Text(Forms.FormsPerAddress)),
        new("Limits:FormsPerAddressAndMinute", "Formulare je Minute", form => form.FormsPerAddressAndMinute, (form, text) => form.FormsPerAddressAndMinute = text, Text(Forms.FormsPerAddressAndMinute)),
        new("Limits:FormKilobytes", "Größe eines Formulars in Kilobyte", form => form.FormKilobytes, (form, text) => form.FormKilobytes = text, Text(Forms.FormKilobytes)),
        new("Limits:MailsPerRecipientAndDay", "E-Mails je Adresse und Tag", form => form.MailsPerRecipientAndDay, (form, text) => form.MailsPerRecipientAndDay = text, Text(Mails.MailsPerRecipientAndDay)),
    ];

    public static string DefaultOf(int field) => Fields[field].Default;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public sealed class Rules : AbstractValidator<LimitsForm>
    {
        public Rules()
        {
            RuleFor(form => form.FormsPerAddress).NumberBetween(Fields[0].Label, 1, 1_000_000);
            RuleFor(form => form.FormsPerAddressAndMinute).NumberBetween(Fields[1].Label, 1, 1_000_000);
            RuleFor(form => form.FormKilobytes).NumberBetween(Fields[2].Label, 16, 1024);
            RuleFor(form => form.MailsPerRecipientAndDay).NumberBetween(Fields[3].Label, 1, 10_000);
        }
    }
}
