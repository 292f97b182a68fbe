using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Team;

/// <summary>Sends the invitation once more; the link in the one before works no longer.</summary>
[Route("/verwaltung/konten/{id:guid}/einladung")]
public sealed class InvitationsController(
    NetzwerkDb db, UserManager<Account> accounts, AccountTransaction transaction, AccountMails mails, OutboxSignal outbox, SignedIn signedIn, EventClock clock) : TeamController(db, signedIn, clock)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return NotFound();
        // Who has come in already asks for a new password.
        if (account.PasswordHash is not null) return Redirect(PathOf(id));
        var isStored = await transaction.StoreAsync(account, async () =>
        {
            Db.Add(mails.Invitation(account, await SignedIn.NameAsync()));
            await NoteAsync(AuditAct.Invited, id);
            return true;
        });
        if (!isStored) return NotDone(id);
        outbox.Ring();
        Tell(TeamNews.Invited);
        return Redirect(PathOf(id));
    }
}
