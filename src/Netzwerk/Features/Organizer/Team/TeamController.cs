using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Forms;

namespace Netzwerk.Features.Organizer.Team;

/// <summary>A page about colleagues' accounts.</summary>
[Allow(Role.Organizer, Everywhere = true)]
public abstract class TeamController(NetzwerkDb db, SignedIn signedIn, EventClock clock) : DeskController(signedIn)
{
    protected NetzwerkDb Db { get; } = db;

    protected override string Nav => "Konten";

    protected static string PathOf(Guid id) => $"/verwaltung/konten/{id}";

    /// <summary>Identity stored nothing, because the account changed at the same moment: nobody is told of a success.</summary>
    protected RedirectResult NotDone(Guid id)
    {
        Tell(TeamNews.NotDone);
        return Redirect(PathOf(id));
    }

    /// <summary>Two who change who may do what come one after the other, in whichever process.</summary>
    protected Task<HeldTurn> TurnAsync() => HttpContext.RequestServices.GetRequiredService<CommonTurn>().TakeAsync();

    protected async Task NoteAsync(AuditAct act, Guid accountId, string? fields = null, Guid? eventId = null) =>
        Db.Add(new AuditEntry { At = clock.Now, Act = act, By = await SignedIn.NameAsync(), EventId = eventId, AccountId = accountId, Fields = fields });

    protected async Task<IReadOnlyList<Choice>> EventsAsync() =>
        await Db.Events.Where(ev => ev.ArchivedAt == null).OrderBy(ev => ev.Date).ThenBy(ev => ev.Id).Select(ev => new Choice(ev.Slug, EventFacts.WithDay(ev.ShortTitle, ev.Date))).ToListAsync();

    /// <returns>Null when the form names an event that there is none of.</returns>
    protected async Task<IReadOnlyList<RoleAssignment>?> AssignmentsAsync(Guid accountId, RolesForm form)
    {
        var eventId = await Db.Events.Where(ev => ev.Slug == form.Event).Select(ev => (Guid?)ev.Id).SingleOrDefaultAsync();
        if (eventId is null && !string.IsNullOrEmpty(form.Event)) return null;
        return [.. form.Chosen().Select(role => new RoleAssignment { AccountId = accountId, Role = role, EventId = eventId })];
    }

    /// <summary>Without this account, is there still somebody who can give accounts, and who has come in before?</summary>
    protected Task<bool> SomebodyElseLeadsAsync(Guid id) => Db.RoleAssignments.AnyAsync(assignment => assignment.AccountId != id
        && assignment.Role == Role.Organizer && assignment.EventId == null && Db.Users.Any(account => account.Id == assignment.AccountId && account.PasswordHash != null));
}
