using System.Collections.Concurrent;
using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Localization;
using MimeKit;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;
using Calendar = Ical.Net.Calendar;
using CalendarOrganizer = Ical.Net.DataTypes.Organizer;

namespace Netzwerk.Features.Shared;

/// <summary>
/// Calendar entries after RFC 5545 and, for METHOD:PUBLISH, RFC 5546 section 3.2.1 (an ORGANIZER, never an ATTENDEE): a UID that stays (per
/// event in the public file and the feed, per registration wherever the family meets it), SEQUENCE that grows, Berlin time with its VTIMEZONE.
/// </summary>
public sealed class EventCalendar(SiteOptions site, EventClock clock, IStringLocalizer<Texts> t)
{
    private const string Zone = "Europe/Berlin";
    private const string End = "END:VCALENDAR";

    /// <summary>Calendars without an entry, with the time zone around that day.</summary>
    private static readonly ConcurrentDictionary<DateOnly, string> Shells = new();

    /// <summary>Entries without what differs between the families of an event: serializing one costs more than all else in a mail.</summary>
    private static readonly ConcurrentDictionary<EntryKey, string> Entries = new();

    private const int MostEntries = 500;

    /// <summary>Stand in an entry for its own identity and for the reference; nobody can type them.</summary>
    private static readonly string Identity = $"i{Guid.NewGuid():N}", Reference = $"r{Guid.NewGuid():N}";

    public string Public(Event ev) => Write(ev, ev.Slug, ev.CancelledAt is not null, ev.Sequence, null);

    /// <summary>The family's own entry, as it stands: taken back when the family or the event is cancelled.</summary>
    public string For(Event ev, Registration registration) =>
        registration.IsActive && ev.CancelledAt is null ? Own(ev, registration.Id, registration.Reference, false) : Cancelled(ev, registration);

    /// <summary>The family does not come, because of itself or because the event is called off.</summary>
    public string Cancelled(Event ev, Registration registration) => Own(ev, registration.Id, registration.Reference, true);

    /// <param name="id">Of the registration; of the second form when the same family sent one (see <see cref="RepeatedSignUp"/>).</param>
    public string Own(Event ev, Guid id, string reference, bool isCancelled) =>
        // The event has counted its own cancellation; a family that cancels is one further.
        Write(ev, id.ToString("N"), isCancelled || ev.CancelledAt is not null, isCancelled && ev.CancelledAt is null ? ev.Sequence + 1 : ev.Sequence, reference);

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
        return ContentLines.Refold(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private string Write(Event ev, string uid, bool cancelled, int sequence, string? reference)
    {
        // Half of the work would be the same for every family of the event.
        var shell = Shells.GetOrAdd(ev.Date, static day => ContentLines.Refold(new CalendarSerializer().SerializeToString(Empty(day))!));
        var key = new EntryKey(site.BaseUrl, CultureInfo.CurrentUICulture.Name, ev.Slug, reference is null ? ev.Title : ev.ShortTitle, ev.Meeting, ev.ContactName, ev.ContactEmail, cancelled, sequence, reference is null);
        if (Entries.Count > MostEntries) Entries.Clear();
        var entry = Entries.GetOrAdd(key, _ => ContentLines.Unfold(
            new EventSerializer().SerializeToString(Entry(ev, Identity, cancelled, sequence, reference is null ? null : Reference, DateTime.UnixEpoch))!));
        var own = entry.Replace(Identity, uid, StringComparison.Ordinal).Replace(Reference, reference, StringComparison.Ordinal)
            .Replace(StampOf(DateTime.UnixEpoch), StampOf(clock.Now), StringComparison.Ordinal);
        return shell.Insert(shell.LastIndexOf(End, StringComparison.Ordinal), ContentLines.Refold(own));
    }

    private static string StampOf(DateTime at) => string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{at:yyyyMMdd'T'HHmmss'Z'}");

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
        End = At(ev.LastDay, ev.EndsAt),
        Location = ev.Place,
        Description = reference is null
            ? t["Fragen beantwortet {0}: {1}", BidiText.IsolateRightToLeft(ev.ContactName), ev.ContactEmail].Value
            : t["Ihre Kennung: {0}. Fragen beantwortet {1}: {2}", reference, BidiText.IsolateRightToLeft(ev.ContactName), ev.ContactEmail].Value,
        Url = new Uri(site.Url($"/veranstaltungen/{ev.Slug}")),
        Sequence = sequence,
        Status = cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        DtStamp = new CalDateTime(stamp, "UTC"),
        Organizer = OrganizerOf(ev),
    };

    /// <summary>A draft may lack its contact. In an address of mailto: what is not ASCII is percent-encoded before the @ (RFC 6068) and has its ASCII form behind it.</summary>
    private static CalendarOrganizer? OrganizerOf(Event ev) =>
        MailboxAddress.TryParse(ev.ContactEmail, out var contact) && contact.LocalPart.Length > 0 && contact.Domain.Length > 0
        && Uri.TryCreate($"mailto:{Uri.EscapeDataString(contact.LocalPart)}@{MailboxAddress.EncodeAddrspec($"a@{contact.Domain}")[2..]}", UriKind.Absolute, out var address)
            ? new CalendarOrganizer { CommonName = ev.ContactName, Value = address }
            : null;

    private static CalDateTime At(DateOnly date, TimeOnly time) => new(date, time, Zone);

    private sealed record EntryKey(
        string BaseUrl, string Culture, string Slug, string Title, Meeting Meeting, string ContactName, string ContactEmail, bool IsCancelled, int Sequence, bool IsPublic);
}
