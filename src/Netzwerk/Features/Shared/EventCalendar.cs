using System.Collections.Concurrent;
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
    private const string End = "END:VCALENDAR";

    /// <summary>Calendars without an entry, with the time zone around that day.</summary>
    private static readonly ConcurrentDictionary<DateOnly, string> Shells = new();

    public string Public(Event ev) => Write(ev, ev.Slug, ev.CancelledAt is not null, ev.Sequence, null);

    public string For(Event ev, Registration registration) =>
        Write(ev, registration.Id.ToString("N"), ev.CancelledAt is not null, ev.Sequence, registration.Reference);

    /// <summary>The family does not come any more: the same entry, one sequence on.</summary>
    public string Cancelled(Event ev, Registration registration) => Write(ev, registration.Id.ToString("N"), true, ev.Sequence + 1, registration.Reference);

    /// <summary>One file for all, to subscribe to (RFC 7986 for its name and how often to look again). Unchanged events give unchanged bytes.</summary>
    /// <param name="events">With the moment of each one's last change.</param>
    /// <param name="since">No event lies before this day.</param>
    public string Feed(IReadOnlyCollection<(Event Event, DateTime ChangedAt)> events, DateOnly since)
    {
        var name = t["Netzwerk „Wirksame Hilfen für Alleinerziehende“"].Value;
        var calendar = Empty(since);
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-WR-TIMEZONE", Zone);
        calendar.AddProperty(new CalendarProperty("REFRESH-INTERVAL", "PT6H") { Parameters = { new CalendarParameter("VALUE", "DURATION") } });
        calendar.AddProperty("X-PUBLISHED-TTL", "PT6H");
        foreach (var (ev, changedAt) in events) calendar.Events.Add(Entry(ev, ev.Slug, ev.CancelledAt is not null, ev.Sequence, null, changedAt));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private string Write(Event ev, string uid, bool cancelled, int sequence, string? reference)
    {
        // Half of the work would be the same for every family of the event.
        var shell = Shells.GetOrAdd(ev.Date, static day => new CalendarSerializer().SerializeToString(Empty(day))!);
        var entry = new EventSerializer().SerializeToString(Entry(ev, uid, cancelled, sequence, reference, clock.Now))!;
        return shell.Insert(shell.LastIndexOf(End, StringComparison.Ordinal), entry);
    }

    private static Calendar Empty(DateOnly first)
    {
        var calendar = new Calendar { Method = CalendarMethods.Publish, ProductId = "-//Netzwerk//Anmeldung//DE" };
        calendar.TimeZones.Add(VTimeZone.FromDateTimeZone(Zone, first.ToDateTime(TimeOnly.MinValue).AddYears(-1), false));
        return calendar;
    }

    private CalendarEvent Entry(Event ev, string uid, bool cancelled, int sequence, string? reference, DateTime stamp) => new()
    {
        Uid = $"{uid}@{new Uri(site.BaseUrl).IdnHost}",
        Summary = reference is null ? ev.Title : ev.ShortTitle,
        Start = At(ev.Date, ev.StartsAt),
        End = At(ev.Date, ev.EndsAt),
        Location = ev.Place,
        Description = reference is null
            ? t["Fragen beantwortet {0}: {1}", BidiText.IsolateRightToLeft(ev.ContactName), ev.ContactEmail].Value
            : t["Ihre Kennung: {0}. Fragen beantwortet {1}: {2}", reference, BidiText.IsolateRightToLeft(ev.ContactName), ev.ContactEmail].Value,
        Url = new Uri(site.Url($"/veranstaltungen/{ev.Slug}")),
        Sequence = sequence,
        Status = cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        DtStamp = new CalDateTime(stamp, "UTC"),
    };

    private static CalDateTime At(DateOnly date, TimeOnly time) => new(date, time, Zone);
}
