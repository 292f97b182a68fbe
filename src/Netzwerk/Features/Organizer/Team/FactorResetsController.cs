using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Team;

/// <summary>A colleague has lost phone and codes: the second factor goes, and with it every session. The next sign-in sets up a new one.</summary>
[Route("/verwaltung/konten/{id:guid}/zweiter-faktor")]
public sealed class FactorResetsController(
    NetzwerkDb db, UserManager<Account> accounts, AccountTransaction transaction, Factors factors, AccountMails mails, OutboxSignal outbox, SignedIn signedIn, EventClock clock) : TeamController(db, signedIn, clock)
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id) =>
        await accounts.FindByIdAsync(id.ToString()) is { } account ? View("ResetFactor", new QuestionPage(id, account.DisplayName, account.Email!, id == SignedIn.AccountId)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        if (id == SignedIn.AccountId) return Redirect(SecondFactorGate.SetUp);
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return NotFound();
        var isStored = await transaction.StoreAsync(account, async () =>
        {
            await factors.RemoveAllAsync(id);
            Db.Add(mails.FactorRemoved(account));
            await NoteAsync(AuditAct.SecondFactorRemoved, id);
            return true;
        });
        if (!isStored) return NotDone(id);
        outbox.Ring();
        Tell(TeamNews.FactorsReset);
        return Redirect(PathOf(id));
    }
}
