using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Team;

/// <summary>Takes an account away. Its roles are gone with the next request, its sessions within a minute.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/konten/{id:guid}/entfernen")]
public sealed class RemovalsController(NetzwerkDb db, UserManager<Account> accounts, SignedIn signedIn, EventClock clock, ErasureLedger ledger) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id) =>
        await accounts.FindByIdAsync(id.ToString()) is { } account
            ? View("Remove", new RemovalPage(id, account.DisplayName, account.Email!, id == signedIn.AccountId))
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        // Serializable: two organisers who remove each other at the same moment must not both succeed.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return NotFound();
        if (id == signedIn.AccountId || !await SomebodyElseLeadsAsync(id)) return await New(id);
        await ledger.WriteAsync(ErasedKind.Account, [id]);
        await accounts.DeleteAsync(account);
        db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.AccountRemoved, By = await signedIn.NameAsync() });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        TempData["Done"] = account.DisplayName;
        return Redirect("/verwaltung/konten");
    }

    private Task<bool> SomebodyElseLeadsAsync(Guid id) =>
        db.RoleAssignments.AnyAsync(assignment => assignment.AccountId != id && assignment.Role == Role.Organizer && assignment.EventId == null);
}
