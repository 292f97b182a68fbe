using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Events.Editing;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>What guests do not know yet of when and where.</summary>
internal static class News
{
    public static IReadOnlyList<EventChange> Of(Event ev) => ev.GuestsBelieve is { } before ? Between(before, ev.Meeting) : [];

    public static IReadOnlyList<EventChange> Between(Meeting before, Meeting now) =>
    [
        .. new EventChange[]
        {
            new(Labels.Date, BerlinTime.LongDate(before.Date), BerlinTime.LongDate(now.Date)),
            new((before.EndsOn ?? now.EndsOn) is null ? "Uhrzeit" : "Beginn und Ende", before.Hours, now.Hours),
            new(Labels.Place, before.Place, now.Place),
        }.Where(change => change.Before != change.Now),
    ];

    /// <summary>Stands in the preview where a family's own details stand in the mail.</summary>
    public static Registration ExampleGuest(Event ev) => new()
    {
        Id = Guid.Empty,
        EventId = ev.Id,
        Reference = "NW-XXXXXX",
        GivenName = "Vorname",
        FamilyName = "Nachname",
        Email = "name@beispiel.de",
        ArrivedAt = DateTime.UnixEpoch,
        FurtherAdults = 0,
        ChildrenInCare = 0,
    };

    public static string Readable(OutboxMail mail) => mail.TextBody.Replace(OutboxMail.LinkMarker, "(der eigene Link der Familie)", StringComparison.Ordinal);
}
