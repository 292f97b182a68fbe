using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Forms;

namespace Netzwerk.Features.Organizer.Audit;

/// <summary>Who did what and saw what. Looking into it is noted like everything else.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("verwaltung/protokoll")]
public sealed class AuditController(NetzwerkDb db, SignedIn signedIn, Disclosures disclosures) : DeskController(signedIn)
{
    protected override string Nav => "Datenschutz";

    [HttpGet("")]
    public async Task<IActionResult> Index(AuditQuery query)
    {
        var found = query.Narrow(db.Audit.AsNoTracking(), db);
        var count = await found.CountAsync();
        var page = Math.Clamp(query.Page ?? 1, 1, Math.Max(1, (count + AuditPage.PageSize - 1) / AuditPage.PageSize));
        var rows = await RowsAsync(found.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Skip((page - 1) * AuditPage.PageSize).Take(AuditPage.PageSize));
        var events = await db.Events.OrderByDescending(ev => ev.Date).ThenBy(ev => ev.Id).Select(ev => new Choice(ev.Slug, EventFacts.WithDay(ev.ShortTitle, ev.Date))).ToListAsync();
        var colleagues = await db.Audit.Where(entry => entry.By != null).Select(entry => entry.By!).Distinct().ToListAsync();
        await disclosures.NoteAsync(AuditAct.AuditRead, null);
        return View(new AuditPage(query, rows, count, page, events, [.. colleagues.OrderBy(Folding.Fold, StringComparer.Ordinal)]));
    }

    /// <summary>An event may have been a draft that somebody threw away; its entries stay.</summary>
    private async Task<List<AuditRow>> RowsAsync(IQueryable<AuditEntry> entries) => await entries.Select(entry => new
    {
        entry,
        Event = db.Events.Where(ev => ev.Id == entry.EventId).Select(ev => new { ev.Slug, ev.ShortTitle, ev.Date }).FirstOrDefault(),
        Account = db.Users.Where(account => account.Id == entry.AccountId).Select(account => account.DisplayName).FirstOrDefault(),
        Reference = db.Registrations.Where(r => r.Id == entry.RegistrationId).Select(r => r.Reference).FirstOrDefault(),
    }).Select(row => new AuditRow(
        row.entry.At, row.entry.Act, row.entry.By, row.entry.Fields, row.Event == null ? null : row.Event.Slug, row.Event == null ? null : EventFacts.WithDay(row.Event.ShortTitle, row.Event.Date),
        row.entry.RegistrationId, row.Reference, row.entry.AccountId == null ? null : row.Account ?? AuditRow.RemovedAccount)).ToListAsync();
}
