using FluentValidation;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>Section <c>Mail</c> as typed. The password only comes in; it never goes out again.</summary>
public sealed class MailForm : SettingsForm
{
    public const string PasswordKey = "Mail:Password";
    public const string PasswordLabel = "Passwort";

    public string? Host { get; set; }

    public string? Security { get; set; }

    public string? Port { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    public string? From { get; set; }

    public string? FromName { get; set; }

    public string? ReplyTo { get; set; }

    public static IReadOnlyList<SettingField<MailForm>> Fields { get; } =
    [
        new("Mail:Host", "Mailserver", form => form.Host, (form, text) => form.Host = text),
        new("Mail:Security", "Verschlüsselung", form => form.Security, (form, text) => form.Security = text, nameof(MailSecurity.StartTls)),
        new("Mail:Port", "Port", form => form.Port, (form, text) => form.Port = text),
        new("Mail:User", "Benutzername", form => form.User, (form, text) => form.User = text),
        new("Mail:From", "Absenderadresse", form => form.From, (form, text) => form.From = text, Read: EmailAddress.Read),
        new("Mail:FromName", "Absendername", form => form.FromName, (form, text) => form.FromName = text),
        new("Mail:ReplyTo", "Antworten gehen an", form => form.ReplyTo, (form, text) => form.ReplyTo = text, Read: EmailAddress.Read),
    ];

    public sealed class Rules : AbstractValidator<MailForm>
    {
        public const string PasswordMissing = "Geben Sie das Passwort zu diesem Benutzernamen ein";

        public const string WouldNotStart = "So könnte die Seite keine E-Mails senden. Prüfen Sie die Angaben";

        public Rules(IHostEnvironment environment)
        {
            var isHardened = environment.IsHardened();
            RuleFor(form => form.Host).Cascade(CascadeMode.Stop)
                .Must(host => !isHardened || TypedText.OrNull(host) is not null).WithMessage("Geben Sie den Namen des Mailservers ein, zum Beispiel smtp.beispiel.de")
                .Must(host => TypedText.OrNull(host) is not { } typed || Uri.CheckHostName(typed) != UriHostNameType.Unknown).WithMessage("Geben Sie beim Mailserver nur den Namen ein, ohne https:// und ohne Port, zum Beispiel smtp.beispiel.de");
            RuleFor(form => form.Security).Must(security => Enum.GetNames<MailSecurity>().Contains(security, StringComparer.Ordinal)).WithMessage("Wählen Sie, wie die Verbindung verschlüsselt wird")
                .Must((form, security) => security != nameof(MailSecurity.None) || TypedText.OrNull(form.User) is null || MailOptionsCheck.IsLoopback(TypedText.Clean(form.Host)))
                .WithMessage("Ohne Verschlüsselung ginge das Passwort offen durchs Netz. Wählen Sie STARTTLS oder TLS");
            RuleFor(form => form.Port).Must(port => TypedText.OrNull(port) is null || SettingRules.Number(port) is >= 1 and <= 65535).WithMessage("Geben Sie beim Port eine Zahl von 1 bis 65535 ein, oder lassen Sie das Feld leer");
            RuleFor(form => form.User).Line("Benutzername");
            RuleFor(form => form.From).Cascade(CascadeMode.Stop)
                .Must(from => !isHardened || TypedText.OrNull(from) is not null).WithMessage("Geben Sie die Absenderadresse ein, zum Beispiel anmeldung@beispiel.de")
                .Must(from => EmailAddress.Read(from) is not { Length: > 0 } typed || EmailAddress.IsValid(typed)).WithMessage("Geben Sie als Absender nur die Adresse ein, ohne Namen, zum Beispiel anmeldung@beispiel.de");
            RuleFor(form => form.FromName).Line("Absendername")
                .Must(name => !isHardened || TypedText.OrNull(name) is not null).WithMessage("Geben Sie den Absendernamen ein, zum Beispiel den Namen des Netzwerks");
            RuleFor(form => form.ReplyTo).Cascade(CascadeMode.Stop)
                .Must(to => !isHardened || TypedText.OrNull(to) is not null).WithMessage("Geben Sie ein, wohin Antworten gehen, zum Beispiel kontakt@beispiel.de")
                .Must(to => EmailAddress.Read(to) is not { Length: > 0 } typed || EmailAddress.IsValid(typed)).WithMessage("Geben Sie für Antworten nur die Adresse ein, ohne Namen, zum Beispiel kontakt@beispiel.de");
        }
    }
}
