using System.Globalization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.ClosingReports;

/// <summary>What the event's contact gets after the deadline. German only, like the organiser's rooms; no personal data.</summary>
public sealed class ClosingReportMails(SiteOptions site, EventClock clock)
{
    private const string Network = "Netzwerk „Wirksame Hilfen für Alleinerziehende“";

    public OutboxMail Report(Event ev, ClosingCounts counts)
    {
        var body = new MailBody(Network, "Der Anmeldeschluss ist vorbei")
            .Paragraph($"Guten Tag {BidiText.IsolateRightToLeft(ev.ContactName)},")
            .Paragraph($"am {BerlinTime.LongDate(ev.DeadlineDay)} war Anmeldeschluss. {StateOf(ev)}")
            .Facts(
                ("Was", ev.Title),
                ("Wann", $"{BerlinTime.LongDate(ev.Date)}, {ev.Hours}"),
                ("Wo", ev.Place),
                ("Anmeldungen", Number(counts.Registrations)),
                ("Erwachsene", Number(counts.Adults)),
                ("Kinder in der Betreuung", Number(counts.Children)))
            .Button("Veranstaltung ansehen", site.Url($"/verwaltung/veranstaltungen/{ev.Slug}"))
            .Paragraph("Dort finden Sie auch die Teilnehmerliste und die Betreuungsliste zum Drucken. Namen stehen in dieser E-Mail nicht.")
            .SmallPrint("Sie erhalten diese E-Mail, weil Sie bei dieser Veranstaltung als Kontakt eingetragen sind.", "Datenschutz", site.Url("/datenschutz"));
        return new OutboxMail(new Uri(site.BaseUrl).IdnHost, clock.Now)
        {
            Kind = MailKind.ClosingReport,
            EventId = ev.Id,
            ToAddress = ev.ContactEmail,
            ToName = ev.ContactName,
            Subject = $"Abschlussbericht: {ev.ShortTitle}, {BerlinTime.SubjectDate(ev.Date)} (Anmeldeschluss {BerlinTime.SubjectDate(ev.DeadlineDay)})",
            TextBody = body.Text,
            HtmlBody = body.Html,
        };
    }

    private string StateOf(Event ev) => ev.IsOpenedByHand(clock.Now)
        ? "Die Anmeldung ist aber noch von Hand geöffnet; es können weitere dazukommen. So viele sind jetzt angemeldet:"
        : "So viele sind angemeldet:";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
