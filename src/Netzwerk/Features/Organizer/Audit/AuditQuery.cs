using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;

namespace Netzwerk.Features.Organizer.Audit;

/// <summary>What the protocol is asked for. It stands in the address, so that it can be reloaded and bookmarked.</summary>
public sealed record AuditQuery
{
    [FromQuery(Name = "veranstaltung")]
    public string? Event { get; init; }

    [FromQuery(Name = "art")]
    public string? Group { get; init; }

    [FromQuery(Name = "wer")]
    public string? By { get; init; }

    [FromQuery(Name = "von")]
    public string? From { get; init; }

    [FromQuery(Name = "bis")]
    public string? To { get; init; }

    [FromQuery(Name = "seite")]
    public int? Page { get; init; }

    public bool IsNarrowed => ((string?[])[Event, Group, By, From, To]).Any(value => !string.IsNullOrEmpty(value));

    /// <summary>Dates that are none are left out, as a browser without a date field may send them.</summary>
    public IQueryable<AuditEntry> Narrow(IQueryable<AuditEntry> all, NetzwerkDb db)
    {
        if (!string.IsNullOrEmpty(Event)) all = all.Where(entry => db.Events.Any(ev => ev.Id == entry.EventId && ev.Slug == Event));
        if (AuditWords.Groups.FirstOrDefault(group => group.Key == Group) is { } wanted) all = all.Where(entry => wanted.Acts.Contains(entry.Act));
        if (!string.IsNullOrEmpty(By)) all = all.Where(entry => entry.By == By);
        if (Day(From) is { } from)
        {
            var first = BerlinTime.ToUtc(from, TimeOnly.MinValue);
            all = all.Where(entry => entry.At >= first);
        }
        if (Day(To) is { } to)
        {
            var end = BerlinTime.EndOfDay(to);
            all = all.Where(entry => entry.At < end);
        }
        return all;
    }

    public string Address(int page)
    {
        var parts = new QueryBuilder();
        foreach (var (key, value) in ((string, string?)[])[("veranstaltung", Event), ("art", Group), ("wer", By), ("von", From), ("bis", To), ("seite", page.ToString(CultureInfo.InvariantCulture))])
        {
            if (!string.IsNullOrEmpty(value)) parts.Add(key, value);
        }
        return parts.ToQueryString().ToString();
    }

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, (string[])["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
