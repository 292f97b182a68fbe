using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>What the list is asked for. It stands in the address, so that a list can be reloaded, bookmarked and come back to.</summary>
public sealed record AttendeeQuery
{
    public const string Registered = "angemeldet", Cancelled = "abgemeldet", MailTrouble = "pruefen";
    public const string WithChildren = "mit", WithoutChildren = "ohne", CallWanted = "anruf";
    public const string ByName = "name", ByNameDown = "name-ab", ByArrival = "eingang", ByArrivalDown = "eingang-ab";

    [FromQuery(Name = "suche")]
    public string? Search { get; init; }

    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "betreuung")]
    public string? Care { get; init; }

    [FromQuery(Name = "sortierung")]
    public string? Sort { get; init; }

    [FromQuery(Name = "seite")]
    public int? Page { get; init; }

    public bool IsNarrowed => Terms.Count > 0 || Status is Registered or Cancelled or MailTrouble || Care is WithChildren or WithoutChildren or CallWanted;

    /// <summary>Lets through so little that every registration has to be looked at, and hardly any is found.</summary>
    public bool IsSearch => Terms.Count > 0 || Status is MailTrouble || Care is CallWanted;

    /// <summary>By family name, whichever way round.</summary>
    public bool IsByName => Sort is not (ByArrival or ByArrivalDown);

    private IReadOnlyList<SearchTerm> Terms => SearchTerm.In(Search);

    /// <summary>The same list in another order (from its first page), or on another page.</summary>
    public string Address(string? sort = null, int? page = null)
    {
        var parts = new QueryBuilder();
        Add("suche", Search);
        Add("status", Status);
        Add("betreuung", Care);
        Add("sortierung", sort ?? Sort);
        Add("seite", page?.ToString(CultureInfo.InvariantCulture));
        return parts.ToQueryString().ToString() is { Length: > 0 } query ? query : "?";

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value)) parts.Add(key, value);
        }
    }

    /// <param name="seesCalls">A call wish says something about a child, so only organisers filter by it.</param>
    public IQueryable<Registration> Narrow(IQueryable<Registration> all, NetzwerkDb db, bool seesCalls)
    {
        foreach (var term in Terms) all = term.Narrow(all, db);
        all = Status switch
        {
            Registered => all.Where(r => r.CancelledAt == null),
            Cancelled => all.Where(r => r.CancelledAt != null),
            MailTrouble => all.Where(r => TroubledMails(db).Select(mail => mail.RegistrationId).Contains(r.Id)),
            _ => all,
        };
        return Care switch
        {
            WithChildren => all.Where(r => r.ChildrenInCare > 0),
            WithoutChildren => all.Where(r => r.ChildrenInCare == 0),
            CallWanted when seesCalls => all.Where(r => r.CancelledAt == null && r.CalledAt == null && r.Children.Any(child => child.CallRequested)),
            _ => all,
        };
    }

    /// <summary>Erased registrations have no name any more and stand at the end.</summary>
    public IOrderedQueryable<Registration> Order(IQueryable<Registration> found) => Sort switch
    {
        ByArrival => found.OrderBy(r => r.ArrivedAt).ThenBy(r => r.Id),
        ByArrivalDown => found.OrderByDescending(r => r.ArrivedAt).ThenByDescending(r => r.Id),
        ByNameDown => found.OrderBy(r => r.SortKey == null).ThenByDescending(r => r.SortKey).ThenByDescending(r => r.Id),
        _ => found.OrderBy(r => r.SortKey == null).ThenBy(r => r.SortKey).ThenBy(r => r.Id),
    };

    /// <summary>The same among those who have a name, so that an index can answer.</summary>
    public IOrderedQueryable<Registration> OrderNamed(IQueryable<Registration> named) => Sort is ByNameDown
        ? named.OrderByDescending(r => r.SortKey).ThenByDescending(r => r.Id)
        : named.OrderBy(r => r.SortKey).ThenBy(r => r.Id);

    public static IQueryable<OutboxMail> TroubledMails(NetzwerkDb db) =>
        db.Set<OutboxMail>().Where(mail => mail.State == MailState.Refused || mail.State == MailState.Failed || mail.State == MailState.Unknown);
}
