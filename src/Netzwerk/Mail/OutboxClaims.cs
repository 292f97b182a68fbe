using System.Collections.Concurrent;
using System.Linq.Expressions;
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

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>How many due messages are looked up at once. They are claimed one by one.</summary>
    private const int Ahead = 32;

    private const int Looks = 2;

    private readonly ConcurrentQueue<Due> _due = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The next due message, claimed for the caller, or null when nothing is due.</summary>
    public async Task<OutboxMail?> NextAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        // Looked at first, because asking for the line of writers every few seconds would be for nothing most of the time.
        if (_due.IsEmpty && !await LookAheadAsync(db)) return null;
        return await WriteAsync(() => ClaimNextAsync(db));
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
    public async Task<(bool IsStored, OutboxMail? Next)> FinishAndNextAsync(OutboxMail claimed, Delivery delivery)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        return await WriteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var isStored = await StoreAsync(db, claimed, delivery);
            var next = await ClaimNextAsync(db);
            await transaction.CommitAsync();
            return (isStored, next);
        });
    }

    /// <summary>Gives back what was claimed and never tried, so that another process need not wait for the lease to run out.</summary>
    public async Task ReturnAsync(OutboxMail claimed)
    {
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

    private async Task<bool> StoreAsync(DbContext db, OutboxMail claimed, Delivery delivery)
    {
        var now = Now;
        var state = StateAfter(claimed, delivery.Outcome, now);
        var next = state is MailState.Waiting or MailState.Unknown ? now + RetryLadder.After(claimed.Attempts) : claimed.NextAttemptAt;
        DateTime? sentAt = state == MailState.Sent ? eventClock.GetUtcNow().UtcDateTime : null;
        return await Mine(db, claimed).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state)
            .SetProperty(m => m.NextAttemptAt, next)
            .SetProperty(m => m.LeaseUntil, (DateTime?)null)
            .SetProperty(m => m.SentAt, sentAt)
            .SetProperty(m => m.LastAnswer, delivery.Answer)) == 1;
    }

    private static MailState StateAfter(OutboxMail claimed, DeliveryOutcome outcome, DateTime now) => outcome switch
    {
        DeliveryOutcome.Accepted => MailState.Sent,
        DeliveryOutcome.Refused => MailState.Refused,
        _ when RetryLadder.IsOver(claimed.Attempts, now - (claimed.FirstAttemptAt ?? now)) => MailState.Failed,
        DeliveryOutcome.Unknown => MailState.Unknown,
        _ => MailState.Waiting,
    };

    private async Task<OutboxMail?> ClaimNextAsync(DbContext db)
    {
        // Whoever looked twice and could claim nothing leaves the line of writers to others; the next turn comes soon.
        for (var looks = 0; ;)
        {
            if (!_due.TryDequeue(out var seen))
            {
                if (looks++ < Looks && await LookAheadAsync(db)) continue;
                return null;
            }
            // Claimed or delayed meanwhile: not as it was seen.
            var unchanged = Waiting(db, Now).Where(m => m.Id == seen.Id && m.State == seen.State && m.LeaseNumber == seen.LeaseNumber);
            if (seen.FreeAgain + Day is { } free) await DelayAsync(unchanged, free);
            else if (await ClaimAsync(unchanged, seen, Now) == 1 && await db.Set<OutboxMail>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == seen.Id) is { } mine) return mine;
        }
    }

    /// <returns>False when nothing is due.</returns>
    private async Task<bool> LookAheadAsync(DbContext db)
    {
        var now = Now;
        var since = now - Day;
        var mails = db.Set<OutboxMail>();
        var used = limits.CurrentValue.MailsPerRecipientAndDay - 1;
        var due = await Waiting(db, now)
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .Select(m => new Due(m.Id, m.State, m.AddressKey, m.LeaseNumber, m.PossiblyDuplicate,
                // When the address had as many within a day as it may have, this was the moment of the oldest of them.
                mails.Where(o => o.AddressKey == m.AddressKey && o.Id != m.Id && o.LastAttemptAt > since
                        && (o.State == MailState.Sent || o.State == MailState.Unknown || o.State == MailState.Sending))
                    .OrderByDescending(o => o.LastAttemptAt).Skip(used).Select(o => o.LastAttemptAt).FirstOrDefault()))
            .Take(Ahead).ToListAsync();
        // The second message to an address is looked at again when the first one counts.
        foreach (var first in due.DistinctBy(one => one.AddressKey, StringComparer.Ordinal)) _due.Enqueue(first);
        return due.Count > 0;
    }

    private IQueryable<OutboxMail> Waiting(DbContext db, DateTime now)
    {
        var due = db.Set<OutboxMail>().Where(IsDue(now));
        return guard.StateAt(now) == ClockState.Trusted ? due : due.Where(m => !MailKind.SentByTime.Contains(m.Kind));
    }

    private static Expression<Func<OutboxMail, bool>> IsDue(DateTime now) => m =>
        ((m.State == MailState.Waiting || m.State == MailState.Unknown) && m.NextAttemptAt <= now) || (m.State == MailState.Sending && m.LeaseUntil < now);

    private static Task<int> ClaimAsync(IQueryable<OutboxMail> unchanged, Due seen, DateTime now) =>
        unchanged.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, MailState.Sending)
            .SetProperty(m => m.LeaseNumber, seen.LeaseNumber + 1)
            .SetProperty(m => m.LeaseUntil, now + Lease)
            // As the row has it by now: staff may have sent it again since it was seen.
            .SetProperty(m => m.Attempts, m => m.Attempts + 1)
            .SetProperty(m => m.FirstAttemptAt, m => m.FirstAttemptAt ?? now)
            .SetProperty(m => m.LastAttemptAt, now)
            // Unknown, or a lease that ran out: that attempt may have reached the reader.
            .SetProperty(m => m.PossiblyDuplicate, seen.PossiblyDuplicate || seen.State != MailState.Waiting)
            .SetProperty(m => m.Delay, (string?)null));

    private static Task<int> DelayAsync(IQueryable<OutboxMail> unchanged, DateTime until) =>
        unchanged.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, m => m.State == MailState.Sending ? MailState.Unknown : m.State)
            .SetProperty(m => m.LeaseUntil, (DateTime?)null)
            .SetProperty(m => m.NextAttemptAt, until)
            .SetProperty(m => m.Delay, "Tageslimit für diese Adresse"));

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        using var turn = writeTurn is null ? null : await writeTurn(CancellationToken.None);
        return await write();
    }

    private static IQueryable<OutboxMail> Mine(DbContext db, OutboxMail claimed) =>
        db.Set<OutboxMail>().Where(m => m.Id == claimed.Id && m.State == MailState.Sending && m.LeaseNumber == claimed.LeaseNumber);

    /// <summary>A due message as it was seen; the claim holds only if it still is so.</summary>
    /// <param name="FreeAgain">Set when its address has to wait: a day after this moment it may get the next one.</param>
    private sealed record Due(Guid Id, MailState State, string AddressKey, int LeaseNumber, bool PossiblyDuplicate, DateTime? FreeAgain);
}
