using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Forms;

namespace Netzwerk.Features.Organizer.Team;

/// <summary>Who has an account, and a new one for a colleague.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/konten")]
public sealed class AccountsController(NetzwerkDb db, UserManager<Account> accounts, PasswordLink links, SignedIn signedIn, EventClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var roles = await db.RoleAssignments.OrderBy(assignment => assignment.Role)
            .Select(assignment => new { assignment.AccountId, assignment.Role, Event = db.Events.Where(ev => ev.Id == assignment.EventId).Select(ev => ev.ShortTitle).FirstOrDefault() })
            .ToListAsync();
        var rows = (await db.Users.Select(account => new { account.Id, account.DisplayName, account.Email, account.PasswordHash }).ToListAsync())
            .OrderBy(account => Folding.Fold(account.DisplayName), StringComparer.Ordinal)
            .Select(account => new AccountRow(account.Id, account.DisplayName, account.Email!,
                [.. roles.Where(role => role.AccountId == account.Id).Select(role => new TeamRole(role.Role, role.Event))],
                account.PasswordHash is not null, account.Id == signedIn.AccountId));
        return View(new AccountsPage([.. rows], TempData["Done"] as string));
    }

    [HttpGet("neu")]
    public async Task<IActionResult> New() => View("New", new NewAccountPage(new AccountForm { Role = nameof(Role.Staff), Event = "" }, await EventsAsync()));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] AccountForm form)
    {
        var events = await EventsAsync();
        if (!string.IsNullOrEmpty(form.Event) && events.All(ev => ev.Value != form.Event)) ModelState.AddModelError("Form.Event", AccountForm.Rules.EventMissing);
        if (!ModelState.IsValid) return View("New", new NewAccountPage(form, events));

        var email = TypedText.Clean(form.Email);
        var account = new Account { UserName = email, Email = email, DisplayName = TypedText.Clean(form.Name) };
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!(await accounts.CreateAsync(account)).Succeeded)
        {
            ModelState.AddModelError("Form.Email", AccountForm.Rules.EmailTaken);
            return View("New", new NewAccountPage(form, events));
        }
        var eventId = await db.Events.Where(ev => ev.Slug == form.Event).Select(ev => (Guid?)ev.Id).SingleOrDefaultAsync();
        db.Add(new RoleAssignment { AccountId = account.Id, Role = Enum.Parse<Role>(form.Role!), EventId = eventId });
        db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.AccountMade, By = await signedIn.NameAsync(), EventId = eventId, Fields = "Name, E-Mail-Adresse, Rolle" });
        TempData["Link"] = await links.MakeAsync(account);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return Redirect($"/verwaltung/konten/{account.Id}/link");
    }

    private async Task<IReadOnlyList<Choice>> EventsAsync() =>
        await db.Events.OrderBy(ev => ev.Date).Select(ev => new Choice(ev.Slug, ev.ShortTitle)).ToListAsync();
}
