using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;
using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Mails;

/// <summary>
/// What all mails to families have in common. Neutral subjects, because somebody may read along; no child's name, age or note, ever; no
/// address that a visitor typed except as the one the mail goes to.
/// </summary>
public abstract class FamilyMails(IStringLocalizer<Texts> t, SiteOptions site, EventClock clock)
{
    protected IStringLocalizer<Texts> T { get; } = t;

    protected SiteOptions Site { get; } = site;

    protected EventClock Clock { get; } = clock;

    protected string BecauseSignedUp => T["Sie erhalten diese E-Mail, weil Sie mit dieser Adresse angemeldet sind."];

    /// <summary>No calendar takes an entry away because of a file: who opens it sees the entry marked (STATUS:CANCELLED).</summary>
    protected string CalendarCancelled => T["Haben Sie den Termin aus unserer E-Mail oder von Ihrer Seite im Kalender gespeichert? Wenn Sie den Anhang öffnen, steht er dort als abgesagt. Bleibt er trotzdem stehen, löschen Sie ihn bitte selbst."];

    private string Network => T["Netzwerk „Wirksame Hilfen für Alleinerziehende“"];

    /// <summary>What this event and a guest who does not exist put in for placeholders.</summary>
    public static IReadOnlyDictionary<string, string> ExampleValues(Event ev) => Values(ev, Example(ev));

    protected MailBody Begin(string heading) => new(Network, heading);

    protected MailBody Begin(string heading, Registration registration) =>
        PersonName.IsPlain(registration.FullName) ? Begin(heading).Paragraph(T["Guten Tag {0},", BidiText.IsolateRightToLeft(registration.FullName)]) : Begin(heading).Paragraph(T["Guten Tag,"]);

    /// <summary>The greeting and what follows it, with placeholders; a line left empty begins a paragraph.</summary>
    protected MailBody Begin(string heading, string text, Event ev, Registration registration)
    {
        var values = Values(ev, registration);
        var body = Begin(heading);
        // Split before filling: what a person typed makes no paragraph of its own.
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) body.Paragraph(MailText.Fill(paragraph, values));
        return body;
    }

    protected MailBody OwnLink(MailBody body, Event ev) =>
        body.Button(MayStillCancel(ev) ? T["Anmeldung ansehen oder abmelden"] : T["Anmeldung ansehen"], OutboxMail.LinkMarker);

    /// <summary>Until the event starts; and of another family only where one could come.</summary>
    protected MailBody CancelBy(MailBody body, Event ev, Registration registration) => !MayStillCancel(ev) ? KeepLink(body, ev) : body.Paragraph(
        T["Können Sie doch nicht kommen? Melden Sie sich bitte bis {0}, {1} über diesen Link ab. {2} Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.", BerlinTime.LongDate(ev.Date), BerlinTime.Clock(ev.StartsAt),
            ev.OthersMayTake(registration.Party, Clock.Now) ? T["Dann kann eine andere Familie Ihren Platz bekommen."].Value : T["Dann wissen wir, mit wem wir planen können."].Value]);

    protected MailBody KeepLink(MailBody body, Event ev) =>
        body.Paragraph(MayStillCancel(ev) ? T["Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden."] : T["Geben Sie den Link nicht weiter: Wer ihn hat, sieht Ihre Angaben."]);

    protected bool MayStillCancel(Event ev) => ev.CancelledAt is null && Clock.Now < ev.Starts;

    /// <param name="mark">What tells this mail apart from others to the same mailbox; the reference where nothing else does. Neutral, as the subject is.</param>
    protected OutboxMail Finish(string kind, string subject, MailBody body, string smallPrint, Event ev, Registration registration, string? ics = null, string? mark = null)
    {
        body.Paragraph(ev.ContactPhone is { } phone ? T["Fragen beantwortet {0}: {1}, Telefon {2}", BidiText.IsolateRightToLeft(ev.ContactName), ev.ContactEmail, phone] : T["Fragen beantwortet {0}: {1}", BidiText.IsolateRightToLeft(ev.ContactName), ev.ContactEmail])
            .Paragraph(T["Herzliche Grüße\nIhr {0}", Network])
            .SmallPrint(smallPrint, T["Datenschutz"], Site.Url("/datenschutz"));
        return new OutboxMail(new Uri(Site.BaseUrl).IdnHost, Clock.Now)
        {
            Kind = kind,
            EventId = ev.Id,
            RegistrationId = registration.Id,
            ToAddress = registration.Email!,
            ToName = registration.FullName,
            Subject = $"{subject}: {ev.ShortTitle}, {BerlinTime.SubjectDate(ev.Date)} ({mark ?? registration.Reference})",
            TextBody = body.Text,
            HtmlBody = body.Html,
            Calendar = ics,
            ReplyToAddress = ev.ContactEmail,
            ReplyToName = ev.ContactName,
            LinkGeneration = registration.LinkGeneration,
            Occasion = kind == MailKind.Reminder ? ev.Date : null,
        };
    }

    protected (string, string)[] Facts(Event ev, Registration registration) =>
    [
        (T["Was"], ev.Title),
        .. Facts(ev.Meeting),
        (T["Wer"], Who(registration.Party)),
        (T["Kennung"], registration.Reference),
    ];

    protected (string, string)[] Facts(Meeting meeting) =>
    [
        (T["Wann"], $"{BerlinTime.LongDate(meeting.Date)}, {meeting.Hours}"),
        (T["Wo"], meeting.Place),
    ];

    /// <summary>Somebody who does not exist, for a look at a mail before it is sent.</summary>
    protected static Registration Example(Event ev) => new()
    {
        Id = Guid.Empty,
        EventId = ev.Id,
        Reference = "NW-7K3QXM",
        GivenName = "Anna",
        FamilyName = "Beispiel",
        Email = "anna@beispiel.example",
        ArrivedAt = ev.Starts,
        ChildrenInCare = ev.OffersChildcare ? 1 : 0,
    };

    private static Dictionary<string, string> Values(Event ev, Registration registration)
    {
        var isPlain = PersonName.IsPlain(registration.FullName);
        return new(StringComparer.Ordinal)
        {
            [MailText.GivenName] = isPlain ? BidiText.IsolateRightToLeft(registration.GivenName ?? "") : "",
            [MailText.FamilyName] = isPlain ? BidiText.IsolateRightToLeft(registration.FamilyName ?? "") : "",
            [MailText.Title] = ev.Title,
            [MailText.Date] = BerlinTime.LongDate(ev.Date),
            [MailText.Hours] = ev.Hours,
            [MailText.Place] = ev.Place,
            [MailText.Reference] = registration.Reference,
            [MailText.Contact] = BidiText.IsolateRightToLeft(ev.ContactName),
            [MailText.CancelBy] = $"{BerlinTime.LongDate(ev.Date)}, {BerlinTime.Clock(ev.StartsAt)}",
        };
    }

    private string Who(Party party)
    {
        var adults = party.Adults == 1 ? T["1 erwachsene Person"].Value : T["{0} Erwachsene", party.Adults].Value;
        return party.ChildrenInCare switch
        {
            0 => adults,
            1 => T["{0}, 1 Kind in der Betreuung", adults],
            _ => T["{0}, {1} Kinder in der Betreuung", adults, party.ChildrenInCare],
        };
    }
}

/// <summary>A mail as its reader will see it, before anybody gets it.</summary>
public sealed record MailPreview(string Subject, MailBody Body);
