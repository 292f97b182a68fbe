using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Privacy;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Privacy;

/// <summary>
/// What is over its time goes: before the site listens, then hourly. Looks at what is stored and not at what was done before, so it may stop
/// anywhere and run at any time; a batch is a turn at the event, so nobody waits for long.
/// </summary>
public sealed class RetentionRun(
    NetzwerkDb db, EventTurn turn, TurnGate gate, Erasure erasure, DataDirectory directory, EventClock clock, TimeProvider system,
    RetentionPace pace, ClockGuard guard, ILogger<RetentionRun> log)
{
    private const int Batch = Erasure.PerTurn;

    /// <summary>Of the history, whose lines are short.</summary>
    private const int Lines = 500;

    private int _erased;

    private bool _isWhole;

    /// <summary>By which this run judges (event clock). Taken once and before the clock is judged, so that a jump in the middle erases nobody.</summary>
    private DateTime _now;

    /// <returns>How many families, mails and old notes went; nothing while the clock is not believed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        (_erased, _isWhole, _now) = (0, true, clock.Now);
        if (!guard.IsTrusted)
        {
            pace.Waited();
            return 0;
        }
        foreach (var ev in await db.Events.AsNoTracking().ToListAsync(cancel)) await TryAsync(ev.Slug, () => RunAsync(ev, cancel), cancel);
        await TryAsync("mails", () => MailsAsync(cancel), cancel);
        await TryAsync("history", () => HistoryAsync(cancel), cancel);
        await TryAsync("sign-ins", () => SignInsAsync(cancel), cancel);
        // Asked for with every erasure, and once more with each run: somebody may have been reading at that moment.
        await erasure.EmptyLogAsync();
        pace.Ran(_now, _isWhole);
        return _erased;
    }

    /// <summary>One event that fails keeps neither the others nor the site's start; a health check tells of it.</summary>
    private async Task TryAsync(string what, Func<Task> step, CancellationToken cancel)
    {
        try
        {
            await step();
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested)
        {
            _isWhole = false;
            db.ChangeTracker.Clear();
            // Only the name of the exception: its text may hold what should be gone.
            log.LogError("The retention could not finish {What} ({Exception}); the next run tries again", what, failed.GetType().Name);
        }
    }

    private async Task RunAsync(Event ev, CancellationToken cancel)
    {
        var kept = await db.Registrations.AsNoTracking().Where(r => r.EventId == ev.Id && r.ErasedAt == null)
            .Select(r => new { r.Id, r.CancelledAt, HasChildren = r.Children.Any() }).ToListAsync(cancel);
        var over = kept.Where(r => Retention.RegistrationGoesAt(ev, r.CancelledAt) <= _now).Select(r => r.Id).ToHashSet();
        foreach (var ids in over.Chunk(Batch))
            _erased += await erasure.OfFamiliesAsync(ev.Id, ids, (current, r) => Retention.RegistrationGoesAt(current, r.CancelledAt) <= _now, AuditAct.RetentionErasedRegistrations, ErasureCause.Retention);
        foreach (var ids in kept.Where(r => r.HasChildren && !over.Contains(r.Id) && Retention.ChildrenGoAt(ev, r.CancelledAt) <= _now).Select(r => r.Id).Chunk(Batch))
            _erased += await erasure.OfChildrenAsync(ev.Id, ids, (current, r) => Retention.ChildrenGoAt(current, r.CancelledAt) <= _now, AuditAct.RetentionErasedChildren, ErasureCause.Retention);
        if (IsNew(ev.ChildrenErasedAt, Retention.ChildrenGoAt(ev)) || IsNew(ev.RegistrationsErasedAt, Retention.RegistrationsGoAt(ev))) await turn.TakeAsync(ev.Id, MarkAsync, cancel);
    }

    private Task<Event> MarkAsync(Event ev)
    {
        if (IsNew(ev.ChildrenErasedAt, Retention.ChildrenGoAt(ev))) ev.ChildrenErasedAt = _now;
        if (IsNew(ev.RegistrationsErasedAt, Retention.RegistrationsGoAt(ev))) ev.RegistrationsErasedAt = _now;
        return Task.FromResult(ev);
    }

    /// <summary>Due, and not marked since then: an event may have been moved, and the demo's clock runs both ways.</summary>
    private bool IsNew(DateTime? marked, DateTime due) => due <= _now && !(marked >= due && marked <= _now);

    private async Task MailsAsync(CancellationToken cancel)
    {
        var bound = _now.AddDays(-Retention.MailDays);
        var over = db.Set<OutboxMail>().Where(mail => (mail.State == MailState.Sent || mail.State == MailState.Refused || mail.State == MailState.Failed || mail.State == MailState.Withdrawn) && (mail.SentAt ?? mail.CreatedAt) <= bound);
        while (await over.OrderBy(mail => mail.Id).Take(Batch).Select(mail => new { mail.Id, mail.MessageId }).ToListAsync(cancel) is { Count: > 0 } mails)
        {
            var ids = mails.ConvertAll(mail => mail.Id);
            // Files first: without the row nobody would find them again.
            FolderTransport.Forget(directory.Mails, mails.ConvertAll(mail => mail.MessageId));
            using var line = await gate.WaitAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            // Another process may have been faster; then it counts them.
            var gone = await db.Set<OutboxMail>().Where(mail => ids.Contains(mail.Id)).ExecuteDeleteAsync(cancel);
            if (gone > 0) db.Add(new AuditEntry { At = _now, Act = AuditAct.RetentionErasedMails, Fields = gone.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(CancellationToken.None);
            _erased += gone;
        }
    }

    private async Task HistoryAsync(CancellationToken cancel)
    {
        var bound = _now.AddDays(-Retention.AuditDays);
        if (!await db.Audit.AnyAsync(entry => entry.At < bound, cancel)) return;
        while (await db.Audit.Where(entry => entry.At < bound).OrderBy(entry => entry.At).Select(entry => entry.Id).Take(Lines).ToListAsync(cancel) is { Count: > 0 } ids)
        {
            using var line = await gate.WaitAsync(cancel);
            _erased += await db.Audit.Where(entry => ids.Contains(entry.Id)).ExecuteDeleteAsync(cancel);
        }
    }

    private async Task SignInsAsync(CancellationToken cancel)
    {
        using var line = await gate.WaitAsync(cancel);
        await SignInTraces.ForgetOldAsync(db, system.GetUtcNow().UtcDateTime, cancel);
    }
}
