using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Team;

/// <summary>Who has an account, and inviting a colleague.</summary>
[Route("/verwaltung/konten")]
public sealed class AccountsController(
    NetzwerkDb db, UserManager<Account> accounts, Factors factors, AccountMails mails, OutboxSignal outbox, SignedIn signedIn, EventClock clock) : TeamController(db, signedIn, clock)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(new AccountsPage(await RowsAsync(Db.Users), TempData["Removed"] as string));

    [HttpGet("neu")]
    public async Task<IActionResult> New() => View("New", new NewAccountPage(new AccountForm { Event = "" }, await EventsAsync()));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] AccountForm form)
    {
        var email = EmailAddress.Read(form.Email);
        var account = new Account { UserName = email, Email = email, DisplayName = PastedText.Name(form.Name) };
        var roles = await AssignmentsAsync(account.Id, form);
        if (roles is null) ModelState.AddModelError("Form.Event", AccountForm.Rules.EventMissing);
        if (!ModelState.IsValid || roles is null) return View("New", new NewAccountPage(form, await EventsAsync()));
        await using var turn = await TurnAsync();
        if (!(await accounts.CreateAsync(account)).Succeeded)
        {
            ModelState.AddModelError("Form.Email", AccountForm.Rules.EmailTaken);
            return View("New", new NewAccountPage(form, await EventsAsync()));
        }
        Db.AddRange(roles);
        Db.Add(mails.Invitation(account, await SignedIn.NameAsync()));
        await NoteAsync(AuditAct.Invited, account.Id, "Name, E-Mail-Adresse, Rollen", roles[0].EventId);
        await Db.SaveChangesAsync();
        await turn.CommitAsync();
        outbox.Ring();
        Tell(TeamNews.Invited);
        return Redirect(PathOf(account.Id));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await PageAsync(id, new RolesForm { Event = "" }) is { } page ? View("Account", page) : NotFound();

    [HttpPost("{id:guid}/rollen")]
    public async Task<IActionResult> AddRoles(Guid id, [Bind(Prefix = "Form")] RolesForm form)
    {
        if (await PageAsync(id, form) is not { } page) return NotFound();
        var roles = await AssignmentsAsync(id, form);
        if (roles is null) ModelState.AddModelError("Form.Event", AccountForm.Rules.EventMissing);
        if (!ModelState.IsValid || roles is null) return View("Account", page);
        await using var turn = await TurnAsync();
        // Somebody may have removed the account since the page was read.
        if (!await Db.Users.AnyAsync(account => account.Id == id)) return NotFound();
        var has = await Db.RoleAssignments.Where(assignment => assignment.AccountId == id).ToListAsync();
        Db.AddRange(roles.Where(role => !has.Exists(old => old.Role == role.Role && old.EventId == role.EventId)));
        await NoteAsync(AuditAct.RolesChanged, id, "Rollen", roles[0].EventId);
        await Db.SaveChangesAsync();
        await turn.CommitAsync();
        Tell(TeamNews.RolesAdded);
        return Redirect(PathOf(id));
    }

    private async Task<AccountPage?> PageAsync(Guid id, RolesForm form)
    {
        if (await RowsAsync(Db.Users.Where(account => account.Id == id)) is not [var row]) return null;
        var invitation = await Db.Set<OutboxMail>().Where(mail => mail.AccountId == id && mail.Kind == MailKind.Invitation)
            .OrderByDescending(mail => mail.Id).Select(mail => (MailState?)mail.State).FirstOrDefaultAsync();
        return new AccountPage(row, await factors.HasAnyAsync(id), invitation, form, await EventsAsync(), Told<TeamNews>());
    }

    private async Task<IReadOnlyList<AccountRow>> RowsAsync(IQueryable<Account> some)
    {
        var roles = await Db.RoleAssignments.OrderBy(assignment => assignment.Role).ThenBy(assignment => assignment.Id)
            .Select(assignment => new { assignment.Id, assignment.AccountId, assignment.Role, Event = Db.Events.Where(ev => ev.Id == assignment.EventId).Select(ev => new { ev.ShortTitle, ev.Date }).FirstOrDefault() })
            .ToListAsync();
        return [.. (await some.Select(account => new { account.Id, account.DisplayName, account.Email, account.PasswordHash }).ToListAsync())
            .OrderBy(account => Folding.Fold(account.DisplayName), StringComparer.Ordinal).ThenBy(account => account.Id)
            .Select(account => new AccountRow(account.Id, account.DisplayName, account.Email!,
                [.. roles.Where(role => role.AccountId == account.Id).Select(role => new TeamRole(role.Id, role.Role, role.Event is { } ev ? EventFacts.WithDay(ev.ShortTitle, ev.Date) : null))],
                account.PasswordHash is not null, account.Id == SignedIn.AccountId))];
    }
}
