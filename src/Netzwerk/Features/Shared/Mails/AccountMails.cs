using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Mails;

/// <summary>What colleagues get about their accounts. German only, like the organiser's rooms.</summary>
public sealed class AccountMails(SiteOptions site, EventClock clock)
{
    private const string Network = "Netzwerk „Wirksame Hilfen für Alleinerziehende“";

    public OutboxMail Invitation(Account account, string by)
    {
        var from = PersonName.IsPlain(by) ? BidiText.IsolateRightToLeft(by) : "Jemand aus der Organisation";
        var body = Begin("Ihr Konto im Netzwerk", account)
            .Paragraph($"{from} hat Ihnen ein Konto eingerichtet. Damit arbeiten Sie an den Veranstaltungen mit. Legen Sie jetzt Ihr Passwort fest:")
            .Button("Passwort festlegen", OutboxMail.LinkMarker)
            .Paragraph($"Der Link gilt drei Tage und nur einmal. Danach melden Sie sich mit Ihrer E-Mail-Adresse und Ihrem Passwort an: {site.Url("/konto/anmelden")}")
            .Paragraph("Ist der Link abgelaufen? Dann bitten Sie die Organisation um eine neue Einladung.");
        return Finish(MailKind.Invitation, "Einladung: Ihr Konto im Netzwerk", account, body, "Haben Sie damit nichts zu tun? Dann brauchen Sie nichts zu tun.");
    }

    public OutboxMail LostPassword(Account account)
    {
        var body = Begin("Ein neues Passwort", account)
            .Paragraph("jemand hat für Ihr Konto ein neues Passwort angefordert. Waren Sie das? Dann legen Sie es hier fest:")
            .Button("Neues Passwort festlegen", OutboxMail.LinkMarker)
            .Paragraph("Der Link gilt eine Stunde und nur einmal. Waren Sie das nicht? Dann brauchen Sie nichts zu tun: Ihr altes Passwort gilt weiter.");
        return Finish(MailKind.Password, "Ihr Konto: neues Passwort", account, body, "Sie erhalten diese E-Mail, weil es zu dieser Adresse ein Konto gibt.");
    }

    public OutboxMail PasswordChanged(Account account) => Notice(account, "Passwort geändert", "Ihr Passwort wurde geändert. Alle anderen Geräte werden ausgeloggt.");

    public OutboxMail FactorAdded(Account account) => Notice(account, "zweiter Faktor eingerichtet", "Ein zweiter Faktor wurde eingerichtet.");

    public OutboxMail FactorRemoved(Account account) => Notice(account, "zweiter Faktor entfernt", "Ein zweiter Faktor wurde entfernt.");

    public OutboxMail CodesMade(Account account) => Notice(account, "neue Wiederherstellungscodes", "Es gibt neue Wiederherstellungscodes. Die alten gelten nicht mehr.");

    public OutboxMail ManyWrongCodes(Account account)
    {
        var body = Begin("Viele falsche Codes für Ihr Konto", account)
            .Paragraph("für Ihr Konto wurden in einer Stunde sehr viele falsche Codes eingegeben. Wer das war, kennt Ihr Passwort. Auf neuen Geräten nehmen wir deshalb bis zu eine Stunde lang keinen Code mehr an.")
            .Paragraph($"Legen Sie sofort ein neues Passwort fest, dann geht es auch gleich weiter, und sagen Sie der Organisation Bescheid: {site.Url("/konto/passwort-vergessen")}");
        return Finish(MailKind.AccountNotice, "Ihr Konto: viele falsche Codes", account, body, "Sie erhalten diese E-Mail zu Ihrer Sicherheit.");
    }

    public OutboxMail ClockDoubted(Account account)
    {
        var body = Begin("Stimmt das Datum des Servers?", account)
            .Paragraph("seit mehr als einer Woche geht die Uhr des Servers falsch, oder niemand hat nach einem langen Stillstand das Datum bestätigt. Solange wird nichts nach Frist gelöscht, und Erinnerungen und Abschlussberichte warten.")
            .Paragraph("Bestätigen Sie bitte das heutige Datum. Geht das nicht, bitten Sie die Technik, die Uhr des Servers zu stellen.")
            .Button("Datum bestätigen", site.Url("/verwaltung/uhr"));
        return Finish(MailKind.ClockNotice, "Bitte prüfen: Datum des Servers", account, body, "Sie erhalten diese E-Mail einmal in der Woche, bis das geklärt ist.");
    }

    private OutboxMail Notice(Account account, string subject, string what)
    {
        var body = Begin("Ihr Konto wurde geändert", account)
            .Paragraph(what)
            .Paragraph($"Waren Sie das, ist alles gut. Waren Sie das nicht? Dann legen Sie sofort ein neues Passwort fest, und sagen Sie der Organisation Bescheid: {site.Url("/konto/passwort-vergessen")}");
        return Finish(MailKind.AccountNotice, $"Ihr Konto: {subject}", account, body, "Sie erhalten diese E-Mail zu Ihrer Sicherheit.");
    }

    private static MailBody Begin(string heading, Account account)
    {
        var body = new MailBody(Network, heading);
        return body.Paragraph(PersonName.IsPlain(account.DisplayName) ? $"Guten Tag {BidiText.IsolateRightToLeft(account.DisplayName)}," : "Guten Tag,");
    }

    private OutboxMail Finish(string kind, string subject, Account account, MailBody body, string smallPrint) => new(new Uri(site.BaseUrl).IdnHost, clock.Now)
    {
        Kind = kind,
        AccountId = account.Id,
        ToAddress = account.Email!,
        ToName = account.DisplayName,
        // With the moment, so that the link of today is told apart from that of yesterday.
        Subject = $"{subject} ({BerlinTime.SubjectMoment(clock.Now)})",
        TextBody = body.SmallPrint(smallPrint, "Datenschutz", site.Url("/datenschutz")).Text,
        HtmlBody = body.Html,
    };
}
