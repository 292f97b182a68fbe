using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts;

/// <summary>What everybody who signs in sees of the own account, whatever the role.</summary>
public sealed class MyAccountController(NetzwerkDb db, UserManager<Account> accounts, SignedIn signedIn) : Controller
{
    [HttpGet("/konto")]
    public async Task<IActionResult> Show()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        var roles = await db.RoleAssignments.Where(assignment => assignment.AccountId == account.Id).OrderBy(assignment => assignment.Role)
            .Select(assignment => new RoleRow(assignment.Role, db.Events.Where(ev => ev.Id == assignment.EventId).Select(ev => ev.ShortTitle).FirstOrDefault()))
            .ToListAsync();
        return View(new MyAccountPage(account.DisplayName, account.Email!, roles, await signedIn.IsAsync(Role.Organizer, null), TempData["Done"] is string));
    }
}

public sealed record MyAccountPage(string Name, string Email, IReadOnlyList<RoleRow> Roles, bool IsOrganizer, bool PasswordChanged);

/// <param name="Event">Short title; null where the role holds for all events.</param>
public sealed record RoleRow(Role Role, string? Event);
