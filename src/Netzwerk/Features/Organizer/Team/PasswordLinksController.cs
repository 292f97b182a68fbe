using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Team;

/// <summary>The one-time link with which a colleague sets the own password: made here, shown once, handed over by the organiser.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/konten/{id:guid}/link")]
public sealed class PasswordLinksController(NetzwerkDb db, UserManager<Account> accounts, PasswordLink links, SignedIn signedIn, EventClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) =>
        await accounts.FindByIdAsync(id.ToString()) is { } account ? View("Link", new LinkPage(id, account.DisplayName, TempData["Link"] as string)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        // Who knows the own password changes it; a link would only end the own session.
        if (id == signedIn.AccountId) return Redirect("/konto/passwort");
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return NotFound();
        await using var transaction = await db.Database.BeginTransactionAsync();
        TempData["Link"] = await links.MakeAsync(account);
        db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.PasswordLinkMade, By = await signedIn.NameAsync() });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return Redirect($"/verwaltung/konten/{id}/link");
    }
}
