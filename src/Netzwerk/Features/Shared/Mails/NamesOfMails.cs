using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Mails;

/// <summary>How a kind of mail is called wherever staff read of it.</summary>
public static class NamesOfMails
{
    public static string Of(string kind) => kind switch
    {
        MailKind.Confirmation => "Anmeldebestätigung",
        MailKind.ConfirmationAgain => "Anmeldebestätigung, noch einmal",
        MailKind.Repeated => "Hinweis „schon angemeldet“",
        MailKind.Cancelled => "Abmeldebestätigung",
        MailKind.Link => "Link zur Anmeldung",
        MailKind.ClosingReport => "Abschlussbericht",
        MailKind.EventChanged => "Hinweis auf Änderung",
        MailKind.EventCancelled => "Absage der Veranstaltung",
        MailKind.Reminder => "Erinnerung",
        MailKind.ReminderWithheld => "Hinweis: Erinnerung wartet",
        MailKind.Invitation => "Einladung",
        MailKind.Password => "Neues Passwort",
        MailKind.AccountNotice => "Hinweis zum Konto",
        MailKind.ClockNotice => "Hinweis zur Uhr",
        _ => "E-Mail",
    };
}
