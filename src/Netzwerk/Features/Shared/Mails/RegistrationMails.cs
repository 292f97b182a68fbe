using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;
using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Mails;

/// <summary>What families get for what they or staff did with their registration.</summary>
public sealed class RegistrationMails(IStringLocalizer<Texts> t, EventCalendar calendar, SiteOptions site, EventClock clock) : FamilyMails(t, site, clock)
{
    /// <summary>Mails per registration and day with the link that was asked for; and, counted for themselves, about signing up again.</summary>
    public const int AgainPerDay = 3;

    /// <summary>How the confirmation begins where the office has no words of its own.</summary>
    public string UsualText => T["Guten Tag {Vorname} {Nachname},\n\nschön, dass Sie kommen. Das haben wir notiert:"];

    public OutboxMail Confirmation(Event ev, Registration registration) => Confirmation(MailKind.Confirmation, ev, registration, null, out _);

    /// <summary>The same words once more; a registration has one confirmation and may get several of these.</summary>
    /// <param name="asked">When it was asked for: stands in the subject, so that each is told apart from the one before. Now, where it is not given.</param>
    public OutboxMail ConfirmationAgain(Event ev, Registration registration, DateTime? asked = null) =>
        Confirmation(MailKind.ConfirmationAgain, ev, registration, T["{0}, noch einmal {1}", registration.Reference, BerlinTime.SubjectMoment(asked ?? Clock.Now)], out _);

    public MailPreview Preview(Event ev) => new(Confirmation(MailKind.Confirmation, ev, Example(ev), null, out var body).Subject, body);

    /// <summary>
    /// The same family sent the form again, or somebody did who knows it: the link once more, and that nothing was changed. No offer to
    /// delete, which would hit the first registration.
    /// </summary>
    /// <param name="shown">The fresh reference that stood on the last page.</param>
    public OutboxMail SignedUpAgain(Event ev, Registration registration, string shown)
    {
        var body = Begin(T["Sie waren schon angemeldet"], registration)
            .Paragraph(T["Mit Ihrem Namen und Ihrer Adresse kam noch eine Anmeldung. Ihre erste gilt weiter; was neu eingetragen wurde, ist nicht übernommen."])
            .Paragraph(T["Auf der letzten Seite stand {0}. Es gilt {1}. Das ist bei uns gespeichert:", shown, registration.Reference])
            .Facts(Facts(ev, registration));
        OwnLink(body, ev).Paragraph(T["Soll sich etwas ändern? Antworten Sie auf diese E-Mail."]);
        return Finish(MailKind.Repeated, T["Schon angemeldet"], body, BecauseSignedUp, ev, registration, mark: shown);
    }

    public OutboxMail Cancelled(Event ev, Registration registration)
    {
        var body = Begin(T["Sie sind abgemeldet"], registration)
            .Paragraph(T["Sie sind für diese Veranstaltung nicht mehr angemeldet. Ihre Plätze sind wieder frei:"])
            .Facts(Facts(ev, registration));
        if (ev.WhyNot(Clock.Now, Party.Smallest) is null)
        {
            body.Paragraph(T["Haben Sie es sich anders überlegt? Dann melden Sie sich einfach neu an, solange die Anmeldung offen ist:"])
                .Button(T["Zur Veranstaltung"], Site.Url($"/veranstaltungen/{ev.Slug}"));
        }
        body.Paragraph(CalendarCancelled);
        var smallPrint = T["Wollten Sie das nicht? Antworten Sie kurz auf diese E-Mail."];
        return Finish(MailKind.Cancelled, T["Abmeldung"], body, smallPrint, ev, registration, calendar.Cancelled(ev, registration));
    }

    /// <summary>Somebody asked for the personal link with this address.</summary>
    /// <param name="asked">When; stands in the subject. Now, where it is not given.</param>
    public OutboxMail Link(Event ev, Registration registration, DateTime? asked = null)
    {
        var body = Begin(T["Ihr Link zur Anmeldung"], registration)
            .Paragraph(MayStillCancel(ev) ? T["mit diesem Link sehen Sie Ihre Anmeldung. Dort können Sie sich auch abmelden."]
                : ev.CancelledAt is null ? T["mit diesem Link sehen Sie Ihre Anmeldung."] : T["mit diesem Link sehen Sie Ihre Anmeldung. Die Veranstaltung ist abgesagt:"])
            .Facts(Facts(ev, registration));
        KeepLink(OwnLink(body, ev), ev);
        var smallPrint = T["Sie erhalten diese E-Mail, weil jemand mit dieser Adresse nach dem Link gefragt hat. Waren Sie das nicht? Dann brauchen Sie nichts zu tun."];
        return Finish(MailKind.Link, T["Ihre Anmeldung"], body, smallPrint, ev, registration, mark: $"{registration.Reference}, {BerlinTime.SubjectMoment(asked ?? Clock.Now)}");
    }

    private OutboxMail Confirmation(string kind, Event ev, Registration registration, string? mark, out MailBody body)
    {
        body = Begin(T["Sie sind angemeldet"], ev.ConfirmationText ?? UsualText, ev, registration).Facts(Facts(ev, registration));
        CancelBy(OwnLink(body, ev), ev, registration).Paragraph(T["Der Termin für Ihren Kalender hängt an dieser E-Mail."]);
        var smallPrint = T["Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann löschen wir die Anmeldung."];
        return Finish(kind, T["Anmeldebestätigung"], body, smallPrint, ev, registration, calendar.For(ev, registration), mark);
    }
}
