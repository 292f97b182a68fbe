using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;

namespace Netzwerk.Features.Shared;

/// <summary>
/// Calendar entries after RFC 5545: METHOD:PUBLISH, a UID that stays (per event in the public file, per registration in a mail), SEQUENCE
/// that grows, Berlin time with its VTIMEZONE, and never an ATTENDEE.
/// </summary>
public sealed class EventCalendar(SiteOptions site, EventClock clock, IStringLocalizer<Texts> t)
{
    private const string Zone = "Europe/Berlin";

    public string Public(Event ev) => Write(ev, ev.Slug, ev.CancelledAt is not null, ev.Sequence, null);

    public string For(Event ev, Registration registration) =>
        Write(ev, registration.Id.ToString("N"), ev.CancelledAt is not null, ev.Sequence, registration.Reference);

    /// <summary>The family does not come any more: the same entry, one sequence on.</summary>
    public string Cancelled(Event ev, Registration registration) => Write(ev, registration.Id.ToString("N"), true, ev.Sequence + 1, registration.Reference);

    private string Write(Event ev, string uid, bool cancelled, int sequence, string? reference)
    {
        var entry = new CalendarEvent
        {
            Uid = $"{uid}@{new Uri(site.BaseUrl).IdnHost}",
            Summary = reference is null ? ev.Title : ev.ShortTitle,
            Start = At(ev.Date, ev.StartsAt),
            End = At(ev.Date, ev.EndsAt),
            Location = ev.Place,
            Description = reference is null
                ? t["Fragen beantwortet {0}: {1}", ev.ContactName, ev.ContactEmail].Value
                : t["Ihre Kennung: {0}. Fragen beantwortet {1}: {2}", reference, ev.ContactName, ev.ContactEmail].Value,
            Url = new Uri(site.Url($"/veranstaltungen/{ev.Slug}")),
            Sequence = sequence,
            Status = cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            DtStamp = new CalDateTime(clock.Now, "UTC"),
        };
        var calendar = new Calendar { Method = CalendarMethods.Publish, ProductId = "-//Netzwerk//Anmeldung//DE" };
        calendar.TimeZones.Add(VTimeZone.FromDateTimeZone(Zone, ev.Date.ToDateTime(TimeOnly.MinValue).AddYears(-1), false));
        calendar.Events.Add(entry);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime At(DateOnly date, TimeOnly time) => new(date, time, Zone);
}
