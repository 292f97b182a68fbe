using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Events.LifeCycle;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Events;

/// <summary>What waits for a person, the most urgent first. Another subject is a member of this, a line in <see cref="TodoList"/> and its words in <c>_Todo.cshtml</c>.</summary>
public enum TodoSubject
{
    NotLive,
    GuestsNotTold,
    CallsWanted,
    MailsLost,
    MailsStuck,
    InvitationsLost,
    Draft,
}

/// <param name="Count">How many families, mails or settings it is about.</param>
/// <param name="Href">Where it is settled.</param>
public sealed record TodoItem(TodoSubject Subject, int Count, string Href)
{
    /// <summary>Null for what concerns the whole site.</summary>
    public EventFacts? Event { get; init; }

    /// <summary>Since when the oldest waits.</summary>
    public DateTime? Since { get; init; }

    /// <summary>What is missing, or what changed.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}

/// <summary>
/// What waits for a person over all events of an account. Each line stands only where this account can settle it, and goes once that is done
/// or helps nobody any more.
/// </summary>
public sealed class TodoList(NetzwerkDb db, GoLive goLive, ToldMeetings told, EventClock clock)
{
    /// <summary>Before its day a draft is pointed out for so long.</summary>
    private const int DraftDays = 28;

    /// <param name="events">Of all, also those that the account may not enter.</param>
    public async Task<IReadOnlyList<TodoItem>> LookAsync(IReadOnlyList<Event> events, IReadOnlyList<RoleAssignment> roles)
    {
        var coming = events.Where(ev => clock.Now < ev.Ends).ToList();
        var organized = coming.FindAll(ev => Covers(Role.Organizer, ev.Id));
        var items = new List<TodoItem>();
        if (Covers(Role.Organizer, null)) items.AddRange(await OfTheSiteAsync());
        // That a family waits for a call tells of a child.
        items.AddRange(await CallsAsync(organized));
        foreach (var ev in organized.Where(ev => ev.HasNews(clock.Now)))
            items.Add(new(TodoSubject.GuestsNotTold, ev.IsMovedBack ? await told.CountOthersAsync(ev) : await db.GuestsOf(ev).CountAsync(), $"{Room(ev)}/benachrichtigen") { Event = EventFacts.Of(ev), Details = [.. News.Of(ev).Select(change => change.What)] });
        items.AddRange(await MailsAsync(coming.FindAll(ev => organized.Contains(ev) || (!ev.IsDraft && Covers(Role.Staff, ev.Id)))));
        items.AddRange(organized.Where(ev => ev.IsDraft && ev.Date <= clock.Today.AddDays(DraftDays)).Select(ev => new TodoItem(TodoSubject.Draft, ev.Unready(clock.Now).Count(), Room(ev)) { Event = EventFacts.Of(ev) }));
        return [.. items.OrderBy(item => item.Subject).ThenBy(item => item.Event?.Starts)];

        bool Covers(Role role, Guid? eventId) => roles.Any(assignment => assignment.Role == role && assignment.Covers(eventId));
    }

    /// <summary>What belongs to no event; only for organisers of all.</summary>
    private async Task<List<TodoItem>> OfTheSiteAsync()
    {
        var items = new List<TodoItem>();
        if (goLive.Missing is { Count: > 0 } missing) items.Add(new(TodoSubject.NotLive, missing.Count, "/verwaltung/einstellungen/betreiber") { Details = missing });
        var invitations = db.Set<OutboxMail>().Where(mail => mail.Kind == MailKind.Invitation);
        var lost = await invitations.Where(mail => (mail.State == MailState.Refused || mail.State == MailState.Failed)
                && db.Users.Any(account => account.Id == mail.AccountId && account.PasswordHash == null)
                && !invitations.Any(later => later.AccountId == mail.AccountId && later.CreatedAt > mail.CreatedAt))
            .Select(mail => new { mail.AccountId, mail.ToName }).Distinct().ToListAsync();
        if (lost.Count > 0)
            items.Add(new(TodoSubject.InvitationsLost, lost.Count, lost is [var only] ? $"/verwaltung/konten/{only.AccountId}" : "/verwaltung/konten") { Details = [.. lost.Select(mail => mail.ToName)] });
        return items;
    }

    private async Task<IEnumerable<TodoItem>> CallsAsync(List<Event> events)
    {
        var ids = events.Where(ev => ev.CancelledAt is null).Select(ev => ev.Id).ToList();
        var counts = await db.Registrations.Where(r => ids.Contains(r.EventId) && r.CancelledAt == null && r.CalledAt == null && r.Children.Any(child => child.CallRequested))
            .GroupBy(r => r.EventId).Select(all => new { all.Key, Count = all.Count(), Since = all.Min(r => r.ArrivedAt) }).ToListAsync();
        return counts.Select(all => (Calls: all, Event: events.Find(ev => ev.Id == all.Key)!))
            .Select(found => new TodoItem(TodoSubject.CallsWanted, found.Calls.Count, $"{Room(found.Event)}/anmeldungen?betreuung=anruf") { Event = EventFacts.Of(found.Event), Since = found.Calls.Since });
    }

    private async Task<List<TodoItem>> MailsAsync(List<Event> events)
    {
        var (ids, items) = (events.ConvertAll(ev => ev.Id), new List<TodoItem>());
        var stuck = Backlog.Stuck(db, clock.Now).Select(mail => mail.Id);
        var found = await db.Set<OutboxMail>().Where(mail => mail.EventId != null && ids.Contains(mail.EventId.Value))
            .Where(mail => mail.State == MailState.Refused || mail.State == MailState.Failed || stuck.Contains(mail.Id))
            .GroupJoin(db.Registrations, mail => mail.RegistrationId, registration => registration.Id, (mail, owners) => new { mail, owners })
            .SelectMany(pair => pair.owners.DefaultIfEmpty(), (pair, owner) => new
            {
                EventId = pair.mail.EventId!.Value,
                IsLost = pair.mail.State == MailState.Refused || pair.mail.State == MailState.Failed,
                IsTried = pair.mail.Attempts > 0,
                pair.mail.Kind,
                pair.mail.Occasion,
                IsErased = owner != null && owner.ErasedAt != null,
                Comes = owner == null || owner.CancelledAt == null,
                pair.mail.CreatedAt,
            })
            .GroupBy(mail => new { mail.EventId, mail.IsLost, mail.IsTried, mail.Kind, mail.Occasion, mail.IsErased, mail.Comes })
            .Select(all => new { all.Key, Count = all.Count(), Since = all.Min(mail => mail.CreatedAt) }).ToListAsync();
        // What is no longer true cannot be sent again, and waits for nobody.
        foreach (var ev in events)
        {
            var mails = found.FindAll(all => all.Key.EventId == ev.Id && !all.Key.IsErased && StillTrue.Of(all.Key.Kind, all.Key.Occasion, ev, all.Key.Comes, clock.Now));
            foreach (var lot in mails.GroupBy(all => all.Key.IsLost))
            {
                var filter = lot.All(all => !all.Key.IsTried) ? "warten" : "pruefen";
                items.Add(new(lot.Key ? TodoSubject.MailsLost : TodoSubject.MailsStuck, lot.Sum(all => all.Count), $"{Room(ev)}/e-mails?zustand={filter}") { Event = EventFacts.Of(ev), Since = lot.Min(all => all.Since) });
            }
        }
        return items;
    }

    private static string Room(Event ev) => $"/verwaltung/veranstaltungen/{ev.Slug}";
}
