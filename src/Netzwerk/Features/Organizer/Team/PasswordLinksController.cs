using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Team;

/// <summary>Where mail does not help: the one-time link with which a colleague sets the own password, shown once, handed over by the organiser.</summary>
[Route("/verwaltung/konten/{id:guid}/link")]
public sealed class PasswordLinksController(
    NetzwerkDb db, UserManager<Account> accounts, AccountTransaction transaction, PasswordLink links, SignedIn signedIn, EventClock clock) : TeamController(db, signedIn, clock)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) =>
        await accounts.FindByIdAsync(id.ToString()) is { } account ? View("Link", new LinkPage(id, account.DisplayName, TempData["Link"] as string)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        // Who knows the own password changes it; a link would only end the own session.
        if (id == SignedIn.AccountId) return Redirect("/konto/passwort");
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return NotFound();
        var isStored = await transaction.StoreAsync(account, async () =>
        {
            await NoteAsync(AuditAct.PasswordLinkMade, id);
            return true;
        });
        if (!isStored) return NotDone(id);
        TempData["Link"] = await links.WriteAsync(account);
        return Redirect($"/verwaltung/konten/{id}/link");
    }
}
