using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.ClosingReports;

/// <summary>
/// Tells an event's contact how many come, once the deadline is over: one report per bound, also when the site was down at that moment,
/// the bound was edited, or an earlier one was set again. Waits until every sign-up that arrived in time is decided, in whichever process.
/// </summary>
public sealed class ClosingReport(NetzwerkDb db, EventTurn turn, Arrivals arrivals, ProcessPulse pulse, ClosingReportMails mails, EventClock clock, ClockGuard guard, OutboxSignal outbox)
{
    /// <returns>How many reports were written; none while the system's clock is not believed.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel = default)
    {
        if (!guard.IsTrusted) return 0;
        var now = clock.Now;
        var over = await db.Events.AsNoTracking().Where(Event.IsPublic).Where(ev => ev.DeadlineBound <= now && !db.ReportedBounds.Any(report => report.EventId == ev.Id && report.Bound == ev.DeadlineBound)).ToListAsync(cancel);
        var written = 0;
        foreach (var ev in over)
        {
            // Asked before the turn as well, because a turn that changes nothing still makes others wait.
            if (!await IsDueAsync(ev, cancel)) continue;
            var report = await turn.TakeAsync(ev.Id, current => WriteAsync(current, cancel), cancel);
            if (report is { Written: true }) written++;
        }
        if (written > 0) outbox.Ring();
        return written;
    }

    /// <summary>A report that waits for the mail server: the event may be called off by now, or its deadline be another one.</summary>
    public async Task<MailReview> ReviewAsync(OutboxMail mail)
    {
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(ev => ev.Id == mail.EventId, CancellationToken.None) is not { } ev) return new MailReview.Withdraw("Die Veranstaltung gibt es nicht mehr.");
        if (ev.CancelledAt is not null) return new MailReview.Withdraw("Die Veranstaltung ist abgesagt.");
        if (clock.Now < ev.DeadlineBound) return new MailReview.Withdraw("Der Anmeldeschluss ist verlegt; dann folgt ein neuer Bericht.");
        var fresh = mails.Report(ev, await CountAsync(ev, CancellationToken.None));
        return (fresh.ToAddress, fresh.Subject, fresh.TextBody) == (mail.ToAddress, mail.Subject, mail.TextBody) ? MailReview.Current : new MailReview.Anew(fresh);
    }

    private async Task<bool> IsDueAsync(Event ev, CancellationToken cancel)
    {
        if (ev.CancelledAt is not null || clock.Now < ev.DeadlineBound || arrivals.AnyBefore(ev.DeadlineBound)) return false;
        if (await db.ReportedBounds.AnyAsync(report => report.EventId == ev.Id && report.Bound == ev.DeadlineBound, cancel)) return false;
        if (await pulse.IsAnyUndecidedElsewhereAsync(db, ev.DeadlineBound, cancel)) return false;
        // A new installation begins with an anniversary that may be years ago. Nobody registered, nobody waits for a report, and a real
        // person would get the mail; before the event's end "nobody comes" is news.
        return clock.Now < ev.Ends || await db.Registrations.AnyAsync(registration => registration.EventId == ev.Id, cancel);
    }

    private async Task<Outcome> WriteAsync(Event ev, CancellationToken cancel)
    {
        if (!await IsDueAsync(ev, cancel) || !guard.IsTrusted) return new Outcome(false);
        var report = mails.Report(ev, await CountAsync(ev, cancel));
        db.Add(new ReportedBound { EventId = ev.Id, Bound = ev.DeadlineBound });
        db.Add(await LastRestore.MayHaveHadAsync(db, ev.DeadlineBound, clock) ? report.MarkAsPossibleCopy() : report);
        db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.ClosingReportSent, EventId = ev.Id });
        return new Outcome(true);
    }

    private async Task<ClosingCounts> CountAsync(Event ev, CancellationToken cancel)
    {
        var active = db.Registrations.Where(registration => registration.EventId == ev.Id && registration.CancelledAt == null);
        var registrations = await active.CountAsync(cancel);
        var further = await active.SumAsync(registration => registration.FurtherAdults, cancel);
        return new ClosingCounts(registrations, registrations + further, await active.SumAsync(registration => registration.ChildrenInCare, cancel));
    }

    private sealed record Outcome(bool Written);
}

/// <summary>Numbers only: the report names nobody.</summary>
public sealed record ClosingCounts(int Registrations, int Adults, int Children);
