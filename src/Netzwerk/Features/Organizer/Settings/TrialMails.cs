using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>What an organiser gets who tries the mail settings.</summary>
public sealed class TrialMails(SiteOptions site, EventClock clock)
{
    public OutboxMail Trial(string address, string name)
    {
        var body = new MailBody("Netzwerk „Wirksame Hilfen für Alleinerziehende“", "Die Testmail ist angekommen")
            .Paragraph($"Guten Tag {name},")
            .Paragraph("diese E-Mail haben Sie in den Einstellungen angefordert. Sie ist da: Die Seite kann E-Mails senden.")
            .Paragraph("Lag sie im Spam-Ordner? Dann bitten Sie Ihre IT, für die Absenderadresse SPF und DKIM einzurichten. Sonst finden auch Familien ihre Bestätigung nicht.")
            .SmallPrint("Auf diese E-Mail müssen Sie nichts tun.", "Zu den Einstellungen", site.Url("/verwaltung/einstellungen/e-mail"));
        return new OutboxMail(new Uri(site.BaseUrl).IdnHost, clock.Now)
        {
            Kind = MailKind.Trial,
            ToAddress = address,
            ToName = name,
            Subject = "Testmail: Die Seite kann E-Mails senden",
            TextBody = body.Text,
            HtmlBody = body.Html,
        };
    }
}
