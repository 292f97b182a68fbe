using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;
using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Mails;

/// <summary>What registered families get because of the event itself: it changed, it is called off, it comes near.</summary>
public sealed class EventMails(IStringLocalizer<Texts> t, EventCalendar calendar, SiteOptions site, EventClock clock) : FamilyMails(t, site, clock)
{
    /// <summary>How the reminder begins where the office has no words of its own.</summary>
    public string UsualText => T["Guten Tag {Vorname} {Nachname},\n\nbald ist es so weit, wir freuen uns auf Sie. Hier steht noch einmal alles Wichtige:"];

    /// <summary>Date, time or place are others now. The event must have them already, and a greater <see cref="Event.Sequence"/>.</summary>
    public OutboxMail Changed(Event ev, Registration registration, IReadOnlyList<EventChange> changes)
    {
        var body = Begin(T["Es hat sich etwas geändert"], registration)
            .Paragraph(T["Sie sind bei uns angemeldet. An der Veranstaltung hat sich etwas geändert:"]);
        foreach (var change in changes) body.Facts((T["Geändert"], change.What), (T["Bisher"], change.Before), (T["Jetzt"], change.Now));
        body.Paragraph(T["So findet sie jetzt statt:"]).Facts(Facts(ev, registration));
        CancelBy(OwnLink(body.Paragraph(T["Passt es Ihnen? Dann brauchen Sie nichts zu tun: Ihre Anmeldung gilt weiter."]), ev), ev, registration)
            .Paragraph(T["Der geänderte Termin für Ihren Kalender hängt an dieser E-Mail."]);
        var mark = T["{0}, Stand {1}", registration.Reference, BerlinTime.SubjectMoment(Clock.Now)];
        return Finish(MailKind.EventChanged, T["Geändert"], body, BecauseSignedUp, ev, registration, calendar.For(ev, registration), mark);
    }

    /// <summary>Does a mail that was written earlier name the day, time and place that hold now?</summary>
    public bool NamesWhatHolds(string text, Event ev, Registration registration) =>
        Array.TrueForAll(Facts(ev, registration), fact => text.Contains(Line(fact), StringComparison.Ordinal));

    /// <summary>The two lines by which each mail to a family says when and where.</summary>
    public (string When, string Where) LinesOf(Meeting meeting) => Facts(meeting) is [var when, var where] ? (Line(when), Line(where)) : default;

    /// <param name="reason">In the organiser's own words, as plain text.</param>
    public OutboxMail Cancelled(Event ev, Registration registration, string? reason)
    {
        var body = Begin(T["Die Veranstaltung fällt aus"], registration)
            .Paragraph(T["leider müssen wir diese Veranstaltung absagen:"])
            .Facts(Facts(ev, registration));
        if (reason is not null) body.Paragraph(T["Der Grund: {0}", reason]);
        body.Paragraph(T["Sie brauchen nichts zu tun."]).Paragraph(CalendarCancelled);
        return Finish(MailKind.EventCancelled, T["Abgesagt"], body, BecauseSignedUp, ev, registration, calendar.Cancelled(ev, registration));
    }

    public OutboxMail Reminder(Event ev, Registration registration) => Reminder(ev, registration, out _);

    public MailPreview Preview(Event ev) => new(Reminder(ev, Example(ev), out var body).Subject, body);

    private static string Line((string What, string Words) fact) => $"{fact.What}: {fact.Words}\n";

    private OutboxMail Reminder(Event ev, Registration registration, out MailBody body)
    {
        body = Begin(T["Bald ist es so weit"], ev.ReminderText ?? UsualText, ev, registration).Facts(Facts(ev, registration));
        CancelBy(OwnLink(body, ev), ev, registration);
        return Finish(MailKind.Reminder, T["Erinnerung"], body, BecauseSignedUp, ev, registration);
    }
}

/// <summary>What became different, in words: „Uhrzeit“, „15:00–16:30 Uhr“, „16:00–17:30 Uhr“.</summary>
public sealed record EventChange(string What, string Before, string Now);
