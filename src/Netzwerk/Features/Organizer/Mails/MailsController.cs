using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Mails;

/// <summary>What was mailed for an event, and what became of it.</summary>
[Route("verwaltung/veranstaltungen/{slug}/e-mails")]
[Allow(Role.Organizer, Role.Staff)]
public sealed class MailsController(NetzwerkDb db, SignedIn signedIn) : RoomController(db, signedIn)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug, int seite = 1)
    {
        if (await EnterAsync(slug, RoomBar.Mails) is not { } ev) return NotFound();
        var mails = Db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.EventId == ev.Id);
        var total = await mails.CountAsync();
        var page = Math.Clamp(seite, 1, MailsPage.PagesOf(total));
        var rows = await mails.OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id)
            .Skip((page - 1) * MailsPage.PageSize).Take(MailsPage.PageSize)
            .GroupJoin(Db.Registrations, mail => mail.RegistrationId, registration => registration.Id, (mail, owners) => new { mail, owners })
            .SelectMany(pair => pair.owners.DefaultIfEmpty(), (pair, owner) => new MailRow(
                pair.mail.Id, pair.mail.Kind, pair.mail.RegistrationId, owner != null && owner.ErasedAt != null ? null : pair.mail.ToName,
                owner != null && owner.ErasedAt != null ? null : pair.mail.ToAddress, owner == null ? null : owner.Reference, pair.mail.State, pair.mail.CreatedAt, pair.mail.SentAt,
                pair.mail.Attempts, pair.mail.LastAnswer, pair.mail.Delay, pair.mail.PossiblyDuplicate,
                (owner == null || owner.ErasedAt == null) && pair.mail.State != MailState.Sending
                    && (pair.mail.State != MailState.Sent || (pair.mail.Kind == MailKind.Confirmation && owner != null && owner.CancelledAt == null))))
            .ToListAsync();
        return View(new MailsPage(ev.Slug, ev.ShortTitle, rows, total, page, Told<SentAgain>()));
    }
}
