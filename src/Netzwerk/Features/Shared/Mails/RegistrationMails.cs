using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;
using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Mails;

/// <summary>
/// What families get by mail. Neutral subjects, because somebody may read along; no child's name, age or note, ever; no address that a
/// visitor typed except as the one the mail goes to.
/// </summary>
public sealed class RegistrationMails(IStringLocalizer<Texts> t, EventCalendar calendar, SiteOptions site, EventClock clock)
{
    private string Network => t["Netzwerk „Wirksame Hilfen für Alleinerziehende“"];

    public OutboxMail Confirmation(Event ev, Registration registration)
    {
        var body = Begin(t["Sie sind angemeldet"], registration)
            .Paragraph(t["schön, dass Sie kommen. Das haben wir notiert:"])
            .Facts(Facts(ev, registration))
            .Button(t["Anmeldung ansehen oder abmelden"], OutboxMail.LinkMarker)
            .Paragraph(t["Können Sie doch nicht kommen? Melden Sie sich bitte bis {0}, {1} über diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.", BerlinTime.LongDate(ev.Date), BerlinTime.Clock(ev.StartsAt)])
            .Paragraph(t["Der Termin für Ihren Kalender hängt an dieser E-Mail."]);
        var smallPrint = t["Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann löschen wir die Anmeldung."];
        return Finish(MailKind.Confirmation, t["Anmeldebestätigung"], body, smallPrint, ev, registration, calendar.For(ev, registration));
    }

    /// <summary>
    /// The same family sent the form again, or somebody did who knows it: the link once more, and that nothing was changed. No offer to
    /// delete, which would hit the first registration.
    /// </summary>
    /// <param name="shown">The fresh reference that stood on the last page.</param>
    public OutboxMail SignedUpAgain(Event ev, Registration registration, string shown)
    {
        var body = Begin(t["Sie waren schon angemeldet"], registration)
            .Paragraph(t["Mit Ihrem Namen und Ihrer Adresse kam noch eine Anmeldung. Ihre erste gilt weiter; was neu eingetragen wurde, ist nicht übernommen."])
            .Paragraph(t["Auf der letzten Seite stand {0}. Es gilt {1}. Das ist bei uns gespeichert:", shown, registration.Reference])
            .Facts(Facts(ev, registration))
            .Button(t["Anmeldung ansehen oder abmelden"], OutboxMail.LinkMarker)
            .Paragraph(t["Soll sich etwas ändern? Antworten Sie auf diese E-Mail."]);
        var smallPrint = t["Sie erhalten diese E-Mail, weil Sie mit dieser Adresse angemeldet sind."];
        return Finish(MailKind.Repeated, t["Ihre Anmeldung"], body, smallPrint, ev, registration);
    }

    public OutboxMail Cancelled(Event ev, Registration registration)
    {
        var body = Begin(t["Sie sind abgemeldet"], registration)
            .Paragraph(t["Sie sind für diese Veranstaltung nicht mehr angemeldet. Ihre Plätze sind wieder frei:"])
            .Facts(Facts(ev, registration));
        if (ev.WhyNot(clock.Now, Party.Smallest) is null)
        {
            body.Paragraph(t["Haben Sie es sich anders überlegt? Dann melden Sie sich einfach neu an, solange die Anmeldung offen ist:"])
                .Button(t["Zur Veranstaltung"], site.Url($"/veranstaltungen/{ev.Slug}"));
        }
        var smallPrint = t["Wollten Sie das nicht? Antworten Sie kurz auf diese E-Mail."];
        return Finish(MailKind.Cancelled, t["Abmeldung"], body, smallPrint, ev, registration, calendar.Cancelled(ev, registration));
    }

    /// <summary>Somebody asked for the personal link with this address.</summary>
    public OutboxMail Link(Event ev, Registration registration)
    {
        var body = Begin(t["Ihr Link zur Anmeldung"], registration)
            .Paragraph(t["mit diesem Link sehen Sie Ihre Anmeldung. Dort können Sie sich auch abmelden."])
            .Facts(Facts(ev, registration))
            .Button(t["Anmeldung ansehen oder abmelden"], OutboxMail.LinkMarker)
            .Paragraph(t["Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden."]);
        var smallPrint = t["Sie erhalten diese E-Mail, weil jemand mit dieser Adresse nach dem Link gefragt hat. Waren Sie das nicht? Dann brauchen Sie nichts zu tun."];
        return Finish(MailKind.Link, t["Ihre Anmeldung"], body, smallPrint, ev, registration);
    }

    private MailBody Begin(string heading, Registration registration)
    {
        var body = new MailBody(Network, heading);
        return HeaderText.LooksLikeLink(registration.FullName) ? body.Paragraph(t["Guten Tag,"]) : body.Paragraph(t["Guten Tag {0},", registration.FullName]);
    }

    private OutboxMail Finish(string kind, string subject, MailBody body, string smallPrint, Event ev, Registration registration, string? ics = null)
    {
        body.Paragraph(t["Fragen beantwortet {0}: {1}", ev.ContactName, ev.ContactEmail])
            .Paragraph(t["Herzliche Grüße\nIhr {0}", Network])
            .SmallPrint(smallPrint, t["Datenschutz"], site.Url("/datenschutz"));
        return new OutboxMail(new Uri(site.BaseUrl).IdnHost, clock.Now)
        {
            Kind = kind,
            EventId = ev.Id,
            RegistrationId = registration.Id,
            ToAddress = registration.Email!,
            ToName = registration.FullName,
            Subject = $"{subject}: {ev.ShortTitle}, {BerlinTime.SubjectDate(ev.Date)}",
            TextBody = body.Text,
            HtmlBody = body.Html,
            Calendar = ics,
            ReplyToAddress = ev.ContactEmail,
            ReplyToName = ev.ContactName,
            LinkGeneration = registration.LinkGeneration,
        };
    }

    private (string, string)[] Facts(Event ev, Registration registration) =>
    [
        (t["Was"], ev.Title),
        (t["Wann"], $"{BerlinTime.LongDate(ev.Date)}, {BerlinTime.Span(ev.StartsAt, ev.EndsAt)}"),
        (t["Wo"], ev.Place),
        (t["Wer"], Who(registration.Party)),
        (t["Kennung"], registration.Reference),
    ];

    private string Who(Party party)
    {
        var adults = party.Adults == 1 ? t["1 erwachsene Person"].Value : t["{0} Erwachsene", party.Adults].Value;
        return party.ChildrenInCare switch
        {
            0 => adults,
            1 => t["{0}, 1 Kind in der Betreuung", adults],
            _ => t["{0}, {1} Kinder in der Betreuung", adults, party.ChildrenInCare],
        };
    }
}
