using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Mails;

/// <summary>
/// „Noch einmal senden“. What was not delivered goes out again as it is, with its Message-ID; a confirmation that was sent stays what it
/// is, one per registration, and its words go out as a new message.
/// </summary>
[Route("verwaltung/veranstaltungen/{slug}/e-mails/{id:guid}/noch-einmal")]
[Allow(Role.Organizer, Role.Staff)]
public sealed class ResendController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, OutboxSignal outbox, EventClock clock)
    : RoomController(db, signedIn)
{
    [HttpPost("")]
    public async Task<IActionResult> Send(string slug, Guid id)
    {
        if (await EnterAsync(slug, RoomBar.Mails) is not { } ev) return NotFound();
        if (!await Db.Set<OutboxMail>().AnyAsync(mail => mail.Id == id && mail.EventId == ev.Id)) return NotFound();
        var by = await SignedIn.NameAsync();
        var outcome = await turn.TakeAsync(ev.Id, async current =>
        {
            var mail = await Db.Set<OutboxMail>().SingleAsync(candidate => candidate.Id == id);
            var done = await SendAgainAsync(mail);
            if (done != SentAgain.NotNow)
                Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.MailSentAgain, By = by, EventId = current.Id, RegistrationId = mail.RegistrationId });
            return new Outcome(done);
        });
        outbox.Ring();
        Tell(outcome!.Done);
        return RedirectToAction(nameof(MailsController.Index), "Mails", new { slug });
    }

    private async Task<SentAgain> SendAgainAsync(OutboxMail mail)
    {
        var family = await Db.Registrations.SingleOrDefaultAsync(registration => registration.Id == mail.RegistrationId);
        if (family is { ErasedAt: not null }) return SentAgain.NotNow;
        if (mail.SendAgain()) return SentAgain.Again;
        if (mail is not { State: MailState.Sent, Kind: MailKind.Confirmation } || family is not { IsActive: true }) return SentAgain.NotNow;
        Db.Add(mail.Anew(MailKind.ConfirmationAgain, family.LinkGeneration, clock.Now));
        return SentAgain.Anew;
    }

    private sealed record Outcome(SentAgain Done);
}
