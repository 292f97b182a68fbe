using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Privacy;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Privacy;

/// <summary>What goes when, and what is gone; the retention can be asked to look now.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("verwaltung/datenschutz")]
public sealed class PrivacyController(NetzwerkDb db, SignedIn signedIn, EventClock clock, RetentionPace pace, RetentionRun run, ClockGuard guard) : DeskController(signedIn)
{
    private const int ShownDays = 90;

    protected override string Nav => "Datenschutz";

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var left = await db.Registrations.Where(r => r.ErasedAt == null).GroupBy(r => r.EventId)
            .Select(all => new { all.Key, Registrations = all.Count(), Children = all.Count(r => r.Children.Count > 0) }).ToDictionaryAsync(all => all.Key);
        var events = (await db.Events.AsNoTracking().OrderByDescending(ev => ev.Date).ThenBy(ev => ev.Id).ToListAsync())
            .Select(ev => EventFate.Of(ev, left.GetValueOrDefault(ev.Id)?.Children ?? 0, left.GetValueOrDefault(ev.Id)?.Registrations ?? 0, clock.Now)).ToList();
        var erased = int.TryParse(TempData["Erased"] as string, CultureInfo.InvariantCulture, out var count) ? count : (int?)null;
        return View(new PrivacyPage(events, await db.Set<OutboxMail>().CountAsync(), await GoneAsync(), pace.LastRunAt, clock.Now + pace.UntilNext, erased));
    }

    [HttpPost("pruefung")]
    public async Task<IActionResult> Check()
    {
        // „Nichts zu löschen“ would not be true.
        if (!guard.IsTrusted) return Redirect("/verwaltung/uhr");
        TempData["Erased"] = (await run.RunAsync()).ToString(CultureInfo.InvariantCulture);
        return RedirectToAction(nameof(Index));
    }

    private async Task<IReadOnlyList<GoneRow>> GoneAsync()
    {
        var (since, until) = (clock.Now.AddDays(-ShownDays), clock.Now);
        var entries = await db.Audit.Where(entry => entry.At >= since && entry.At <= until && (entry.Act == AuditAct.Erased || entry.Act == AuditAct.ErasedByFamily
                || entry.Act == AuditAct.RetentionErasedChildren || entry.Act == AuditAct.RetentionErasedRegistrations || entry.Act == AuditAct.RetentionErasedMails))
            .Select(entry => new { entry.At, entry.Act, entry.Fields, Event = db.Events.Where(ev => ev.Id == entry.EventId).Select(ev => ev.ShortTitle).FirstOrDefault() }).ToListAsync();
        return [.. entries.GroupBy(entry => new { Day = BerlinTime.DateOf(entry.At), entry.Act, entry.Event }).OrderByDescending(all => all.Key.Day).ThenBy(all => all.Key.Event, StringComparer.Ordinal)
            .Select(all => new GoneRow(all.Key.Day, all.Key.Act, all.Key.Event, all.Sum(entry => int.TryParse(entry.Fields, CultureInfo.InvariantCulture, out var many) ? many : 1)))];
    }
}
