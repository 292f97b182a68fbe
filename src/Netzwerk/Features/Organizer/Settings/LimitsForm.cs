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

    public string? SignUpsPerNetworkAndHour { get; set; }

    public string? Offices { get; set; }

    public string? MailsPerRecipientAndDay { get; set; }

    public static IReadOnlyList<SettingField<LimitsForm>> Fields { get; } =
    [
        new("Limits:FormsPerAddress", "Formulare auf einmal", form => form.FormsPerAddress, (form, text) => form.FormsPerAddress = text, Text(Forms.FormsPerAddress)),
        new("Limits:FormsPerAddressAndMinute", "Formulare je Minute", form => form.FormsPerAddressAndMinute, (form, text) => form.FormsPerAddressAndMinute = text, Text(Forms.FormsPerAddressAndMinute)),
        new("Limits:FormKilobytes", "Größe eines Formulars in Kilobyte", form => form.FormKilobytes, (form, text) => form.FormKilobytes = text, Text(Forms.FormKilobytes)),
        new("Limits:SignUpsPerNetworkAndHour", "Anmeldungen je Anschluss und Stunde", form => form.SignUpsPerNetworkAndHour, (form, text) => form.SignUpsPerNetworkAndHour = text, Text(Forms.SignUpsPerNetworkAndHour)),
        new("Limits:Offices", "Büros ohne diese Grenze", form => form.Offices, (form, text) => form.Offices = text),
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
            RuleFor(form => form.SignUpsPerNetworkAndHour).NumberBetween(Fields[3].Label, 1, 1_000_000);
            RuleFor(form => form.Offices).Line(Fields[4].Label)
                .Must(ClientNetwork.AreAll).WithMessage($"„{Fields[4].Label}“ enthält etwas, das keine Internet-Adresse ist. Schreiben Sie zum Beispiel 203.0.113.7 oder 203.0.113.0/24, mehrere mit Komma");
            RuleFor(form => form.MailsPerRecipientAndDay).NumberBetween(Fields[5].Label, 1, 10_000);
        }
    }
}
