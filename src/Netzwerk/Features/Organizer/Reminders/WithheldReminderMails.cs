using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Reminders;

/// <summary>What the event's contact gets while the reminder waits. German only, like the organiser's rooms; no personal data.</summary>
public sealed class WithheldReminderMails(SiteOptions site, EventClock clock)
{
    private const string Network = "Netzwerk „Wirksame Hilfen für Alleinerziehende“";

    private const string Now = "So ist es jetzt";

    /// <summary>How such a mail says when and where.</summary>
    public static string LineOf(Meeting meeting) => $"{Now}: {WhenAndWhere(meeting)}\n";

    public OutboxMail Withheld(Event ev)
    {
        var before = ev.GuestsBelieve ?? ev.Meeting;
        var body = new MailBody(Network, "Die Erinnerung wartet auf Sie")
            .Paragraph($"Guten Tag {ev.ContactName},")
            .Paragraph("die Erinnerung an die angemeldeten Familien wäre jetzt hinausgegangen. Sie wartet: " + (ev.IsMovedBack
                ? "Tag, Uhrzeit und Ort sind wieder wie zuvor, aber manche Familien haben inzwischen anderes gelesen."
                : "Tag, Uhrzeit oder Ort haben sich geändert, und noch niemand hat die Familien benachrichtigt."))
            .Facts(
                ("Was", ev.Title),
                ("Das wissen die Familien", WhenAndWhere(before)),
                (Now, WhenAndWhere(ev.Meeting)))
            .Paragraph("Benachrichtigen Sie die Familien, oder entscheiden Sie, dass es nicht nötig ist. Danach geht die Erinnerung von selbst hinaus.")
            .Button("Jetzt entscheiden", site.Url($"/verwaltung/veranstaltungen/{ev.Slug}/benachrichtigen"))
            .SmallPrint("Sie erhalten diese E-Mail, weil Sie bei dieser Veranstaltung als Kontakt eingetragen sind.", "Datenschutz", site.Url("/datenschutz"));
        return new OutboxMail(new Uri(site.BaseUrl).IdnHost, clock.Now)
        {
            Kind = MailKind.ReminderWithheld,
            EventId = ev.Id,
            Occasion = ev.Date,
            ToAddress = ev.ContactEmail,
            ToName = ev.ContactName,
            Subject = $"Erinnerung wartet: {ev.ShortTitle}, {BerlinTime.SubjectDate(ev.Date)}",
            TextBody = body.Text,
            HtmlBody = body.Html,
        };
    }

    private static string WhenAndWhere(Meeting meeting) => $"{BerlinTime.LongDate(meeting.Date)}, {meeting.Hours}, {meeting.Place}";
}
