using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Team;

/// <summary>Takes an account away. Its roles are gone with the next request, its sessions within a minute, its mails at once.</summary>
[Route("/verwaltung/konten/{id:guid}/entfernen")]
public sealed class RemovalsController(NetzwerkDb db, Engine engine, UserManager<Account> accounts, DataDirectory directory, ErasureLedger ledger, SignedIn signedIn, EventClock clock) : TeamController(db, signedIn, clock)
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id) =>
        await accounts.FindByIdAsync(id.ToString()) is { } account
            ? View("Remove", new QuestionPage(id, account.DisplayName, account.Email!, id == SignedIn.AccountId))
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        // Two organisers who remove each other at the same moment must not both succeed.
        await using var turn = await TurnAsync();
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return NotFound();
        if (id == SignedIn.AccountId || !await SomebodyElseLeadsAsync(id)) return await New(id);
        var mails = Db.Set<OutboxMail>().Where(mail => mail.AccountId == id);
        var messages = await mails.Select(mail => mail.MessageId).ToListAsync();
        await mails.ExecuteDeleteAsync();
        await NoteAsync(AuditAct.AccountRemoved, id);
        if (!(await accounts.DeleteAsync(account)).Succeeded) return NotDone(id);
        await ledger.WriteAsync(ErasedKind.Account, [id]);
        await turn.CommitAsync();
        // What comes now may take seconds, and others shall go on.
        await turn.DisposeAsync();
        await engine.ForgetDeletedAsync(Db);
        FolderTransport.Forget(directory.Mails, messages);
        TempData["Removed"] = account.DisplayName;
        return Redirect("/verwaltung/konten");
    }
}
