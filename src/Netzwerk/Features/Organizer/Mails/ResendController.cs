using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Mails;

/// <summary>
/// „Noch einmal senden“, as long as it is still so. What was not delivered goes out again under its Message-ID; a confirmation that was sent
/// stays what it is, one per registration, and a new message follows. Both are written anew: the family may have another address by now, the
/// event another day, and what a stranger got must not reach them again with a link that works.
/// </summary>
[Route("verwaltung/veranstaltungen/{slug}/e-mails/{id:guid}/noch-einmal")]
[Allow(Role.Organizer, Role.Staff)]
public sealed class ResendController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, OutboxSignal outbox, EventClock clock, RegistrationMails mails, FamilyMailReview review, RecipientLimit limit)
    : RoomController(db, signedIn)
{
    [HttpPost("")]
    public async Task<IActionResult> Send(Guid id)
    {
        if (Enter(RoomBar.Mails) is not { } ev) return NotFound();
        if (!await Db.Set<OutboxMail>().AnyAsync(mail => mail.Id == id && mail.EventId == ev.Id)) return NotFound();
        var by = await SignedIn.NameAsync();
        var outcome = await turn.TakeAsync(ev.Id, async current =>
        {
            var mail = await Db.Set<OutboxMail>().SingleAsync(candidate => candidate.Id == id);
            var done = await SendAgainAsync(current, mail);
            if (done != SentAgain.NotNow)
                Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.MailSentAgain, By = by, EventId = current.Id, RegistrationId = mail.RegistrationId });
            return new Outcome(done);
        });
        outbox.Ring();
        var sent = await Db.Set<OutboxMail>().AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id);
        Tell(outcome!.Done == SentAgain.Again && sent is not null && await limit.WaitsUntilAsync(sent) is not null ? SentAgain.Later : outcome.Done);
        return Redirect($"{Overview}/e-mails");
    }

    private async Task<SentAgain> SendAgainAsync(Event ev, OutboxMail mail)
    {
        if (mail.RegistrationId is null) return mail.SendAgain() ? SentAgain.Again : SentAgain.NotNow;
        var family = await Db.Registrations.SingleAsync(registration => registration.Id == mail.RegistrationId);
        if (family.ErasedAt is not null || !StillTrue.Of(mail.Kind, mail.Occasion, ev, family.IsActive, clock.Now)) return SentAgain.NotNow;
        if (mail.SendAgain())
        {
            if (await review.AnewAsync(mail, ev, family) is { } fresh) mail.Say(fresh);
            return SentAgain.Again;
        }
        if (mail is not { State: MailState.Sent, Kind: MailKind.Confirmation }) return SentAgain.NotNow;
        Db.Add(mails.ConfirmationAgain(ev, family));
        return SentAgain.Anew;
    }

    private sealed record Outcome(SentAgain Done);
}
