using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Netzwerk.Domain;

namespace Netzwerk.Mail;

/// <summary>
/// The database steps of delivery, each in a context of its own. A claim is one conditional update, so any number of workers and
/// processes may ask at once, on every engine.
/// </summary>
public sealed class OutboxClaims(
    IServiceScopeFactory scopes, IOptionsMonitor<MailLimits> limits, TimeProvider clock, [FromKeyedServices("event")] TimeProvider eventClock,
    ClockGuard guard, WriteTurn? writeTurn = null)
{
    /// <summary>Short, because a killed worker blocks its message that long; the heartbeat carries it through slow servers.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>More looks without a claim than any queue of delayed addresses needs; the next turn goes on.</summary>
    private const int Looks = 100;

    private readonly DueMails _due = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Is another message known that nobody in this process is kept from sending?</summary>
    public bool HasMore => _due.HasFree;

    /// <summary>The next due message, claimed for the caller, or null when nothing is due that may be sent now.</summary>
    public async Task<OutboxMail?> NextAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        for (var looks = 0; looks < Looks; looks++)
        {
            // Looked at outside of the line of writers, where asking every few seconds would be for nothing most of the time.
            if (!_due.HasFree && !await LookAheadAsync(db)) return null;
            if (await WriteAsync(() => ClaimNextAsync(db)) is { } claimed) return claimed;
        }
        return null;
    }

    /// <summary>Stores what an attempt came to. False when the claim was lost meanwhile: then another worker's result counts.</summary>
    public async Task<bool> FinishAsync(OutboxMail claimed, Delivery delivery)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        return await WriteAsync(() => StoreAsync(db, claimed, delivery));
    }

    /// <summary>
    /// Both in one transaction, which halves what a busy outbox costs the disk. When it fails, nothing is stored and nothing claimed, unless the
    /// connection died in the commit: then both may be. Whoever stores the result again is told that the claim was lost, although the result
    /// stands, and the next message waits for its lease to run out.
    /// </summary>
    /// <returns>No next one when none is known; <see cref="NextAsync"/> looks for more.</returns>
    public async Task<(bool IsStored, OutboxMail? Next)> FinishAndNextAsync(OutboxMail claimed, Delivery delivery)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        OutboxMail? next = null;
        Release(claimed);
        try
        {
            return await WriteAsync(async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var isStored = await StoreAsync(db, claimed, delivery);
                next = await ClaimNextAsync(db);
                await transaction.CommitAsync();
                return (isStored, next);
            });
        }
        catch
        {
            if (next is not null) Release(next);
            throw;
        }
    }

    /// <summary>Lets other senders of this process have the recipient's domain.</summary>
    public void Release(OutboxMail claimed) => _due.Release(claimed.Id);

    /// <summary>Gives back what was claimed and never tried, so that another process need not wait for the lease to run out.</summary>
    public async Task ReturnAsync(OutboxMail claimed)
    {
        Release(claimed);
        await using var scope = scopes.CreateAsyncScope();
        var mine = Mine(scope.ServiceProvider.GetRequiredService<DbContext>(), claimed);
        var before = claimed.PossiblyDuplicate ? MailState.Unknown : MailState.Waiting;
        await WriteAsync(() => mine.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, before)
            .SetProperty(m => m.LeaseUntil, (DateTime?)null)
            .SetProperty(m => m.Attempts, claimed.Attempts - 1)));
    }

    /// <summary>Extends the lease.</summary>
    public async Task KeepAsync(OutboxMail claimed)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = Now + Lease;
        var mine = Mine(scope.ServiceProvider.GetRequiredService<DbContext>(), claimed);
        await WriteAsync(() => mine.ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseUntil, until), CancellationToken.None));
    }

    /// <summary>Stores the words of a claimed message that was written anew. False when the claim was lost meanwhile.</summary>
    public async Task<bool> RewriteAsync(OutboxMail claimed)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mine = Mine(scope.ServiceProvider.GetRequiredService<DbContext>(), claimed);
        return await WriteAsync(() => mine.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.MessageId, claimed.MessageId)
            .SetProperty(m => m.ToAddress, claimed.ToAddress)
            .SetProperty(m => m.AddressKey, claimed.AddressKey)
            .SetProperty(m => m.ToName, claimed.ToName)
            .SetProperty(m => m.Subject, claimed.Subject)
            .SetProperty(m => m.TextBody, claimed.TextBody)
            .SetProperty(m => m.HtmlBody, claimed.HtmlBody)
            .SetProperty(m => m.Calendar, claimed.Calendar)
            .SetProperty(m => m.ReplyToAddress, claimed.ReplyToAddress)
            .SetProperty(m => m.ReplyToName, claimed.ReplyToName)
            .SetProperty(m => m.LinkGeneration, claimed.LinkGeneration)
            .SetProperty(m => m.Note, claimed.Note))) == 1;
    }

    private async Task<bool> StoreAsync(DbContext db, OutboxMail claimed, Delivery delivery)
    {
        var now = Now;
        var state = delivery.StateOf(claimed, now);
        var next = state is MailState.Waiting or MailState.Unknown ? now + RetryLadder.After(claimed.Attempts) : claimed.NextAttemptAt;
        DateTime? sentAt = state == MailState.Sent ? eventClock.GetUtcNow().UtcDateTime : null;
        return await Mine(db, claimed).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state)
            .SetProperty(m => m.NextAttemptAt, next)
            .SetProperty(m => m.LeaseUntil, (DateTime?)null)
            .SetProperty(m => m.SentAt, sentAt)
            // Withdrawn before anything was tried: that was no attempt, and no server answered.
            .SetProperty(m => m.Attempts, m => state == MailState.Withdrawn ? m.Attempts - 1 : m.Attempts)
            .SetProperty(m => m.LastAnswer, m => state == MailState.Withdrawn ? m.LastAnswer : delivery.Answer)
            .SetProperty(m => m.Note, m => state == MailState.Withdrawn ? delivery.Answer : m.Note)) == 1;
    }

    /// <returns>Null when no message is known that may be sent now.</returns>
    private async Task<OutboxMail?> ClaimNextAsync(DbContext db)
    {
        while (_due.Take() is { } seen)
        {
            OutboxMail? mine = null;
            try
            {
                var now = Now;
                var due = Waiting(db, now);
                if (seen.FreeAgain is { } free)
                {
                    _due.Forget(seen.AddressKey, seen.Kind);
                    await MailBudget.DelayAsync(due.Where(m => m.AddressKey == seen.AddressKey && m.Kind == seen.Kind && m.Occasion == null), free);
                    continue;
                }
                // Claimed or delayed meanwhile: not as it was seen.
                var unchanged = due.Where(m => m.Id == seen.Id && m.State == seen.State && m.LeaseNumber == seen.LeaseNumber);
                if (await ClaimAsync(unchanged, seen, now) == 1 && (mine = await db.Set<OutboxMail>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == seen.Id)) is not null) return mine;
            }
            finally
            {
                if (mine is null) _due.Release(seen.Id);
            }
        }
        return null;
    }

    /// <returns>False when nothing is due that may be sent now.</returns>
    private async Task<bool> LookAheadAsync(DbContext db)
    {
        var now = Now;
        var found = await DueMail.FindAsync(Waiting(db, now).AsNoTracking(), db.Set<OutboxMail>().AsNoTracking(), _due.BusyDomains, _due.HasSendersForRetries, limits.CurrentValue.MailsPerRecipientAndDay, now);
        _due.Add(found);
        return found.Count > 0;
    }

    /// <summary>What is due; what only the time sends waits while the clock is not believed.</summary>
    private IQueryable<OutboxMail> Waiting(DbContext db, DateTime now)
    {
        var due = db.Set<OutboxMail>().Where(DueMail.IsDue(now));
        return guard.StateAt(now) == ClockState.Trusted ? due : due.Where(m => !MailKind.SentByTime.Contains(m.Kind));
    }

    private static Task<int> ClaimAsync(IQueryable<OutboxMail> unchanged, DueMail seen, DateTime now) =>
        unchanged.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, MailState.Sending)
            .SetProperty(m => m.LeaseNumber, seen.LeaseNumber + 1)
            .SetProperty(m => m.LeaseUntil, now + Lease)
            // As the row has it by now: staff may have sent it again since it was seen.
            .SetProperty(m => m.Attempts, m => m.Attempts + 1)
            .SetProperty(m => m.FirstAttemptAt, m => m.FirstAttemptAt <= now ? m.FirstAttemptAt : now) // One in the future would never let retries end.
            .SetProperty(m => m.LastAttemptAt, now)
            // Unknown, or a lease that ran out: that attempt may have reached the reader.
            .SetProperty(m => m.PossiblyDuplicate, seen.PossiblyDuplicate || seen.State != MailState.Waiting)
            .SetProperty(m => m.Delay, (string?)null));

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        using var turn = writeTurn is null ? null : await writeTurn(CancellationToken.None);
        return await write();
    }

    private static IQueryable<OutboxMail> Mine(DbContext db, OutboxMail claimed) =>
        db.Set<OutboxMail>().Where(m => m.Id == claimed.Id && m.State == MailState.Sending && m.LeaseNumber == claimed.LeaseNumber);
}
