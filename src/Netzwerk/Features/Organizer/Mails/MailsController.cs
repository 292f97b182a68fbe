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
public sealed class MailsController(NetzwerkDb db, SignedIn signedIn, EventClock clock, TimeProvider system) : RoomController(db, signedIn)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(MailQuery query)
    {
        if (Enter(RoomBar.Mails) is not { } ev) return NotFound();
        var all = Db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.EventId == ev.Id);
        var kinds = await all.Select(mail => mail.Kind).Distinct().ToListAsync();
        var found = query.Of(all);
        var total = await found.CountAsync();
        var page = Math.Clamp(query.Page, 1, MailsPage.PagesOf(total));
        var rows = await RowsAsync(MailQuery.InOrder(found).Skip((page - 1) * MailsPage.PageSize).Take(MailsPage.PageSize), ev);
        return View(new MailsPage(ev.Slug, ev.ShortTitle, rows, total, query with { Page = page }, kinds, system.GetUtcNow().UtcDateTime, await IsOrganizerAsync(ev), Told<SentAgain>()));
    }

    private async Task<List<MailRow>> RowsAsync(IQueryable<OutboxMail> mails, Event ev)
    {
        var found = await mails
            .GroupJoin(Db.Registrations, mail => mail.RegistrationId, registration => registration.Id, (mail, owners) => new { mail, owners })
            .SelectMany(pair => pair.owners.DefaultIfEmpty(), (pair, owner) => new
            {
                Row = new MailRow(
                    pair.mail.Id, pair.mail.Kind, pair.mail.RegistrationId, owner != null && owner.ErasedAt != null ? null : pair.mail.ToName,
                    owner != null && owner.ErasedAt != null ? null : pair.mail.ToAddress, owner == null ? null : owner.Reference, pair.mail.State, pair.mail.CreatedAt, pair.mail.SentAt,
                    pair.mail.Attempts, pair.mail.NextAttemptAt, pair.mail.LastAnswer, pair.mail.Delay, pair.mail.Note, pair.mail.PossiblyDuplicate),
                pair.mail.Occasion,
                IsErased = owner != null && owner.ErasedAt != null,
                Comes = owner != null && owner.CancelledAt == null,
            }).ToListAsync();
        return found.ConvertAll(mail => mail.IsErased ? mail.Row : mail.Row with
        {
            CanSendAgain = mail.Row.State switch
            {
                MailState.Sending or MailState.Withdrawn => false,
                MailState.Sent when mail.Row.Kind != MailKind.Confirmation => false,
                _ => mail.Row.RegistrationId is null || StillTrue.Of(mail.Row.Kind, mail.Occasion, ev, mail.Comes, clock.Now),
            },
            // Before the event's end a wrong address is worth correcting.
            CanCorrect = mail.Comes && clock.Now < ev.Ends && (mail.Row.State is MailState.Refused or MailState.Failed),
        });
    }
}
