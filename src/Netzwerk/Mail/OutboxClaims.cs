using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Netzwerk.Mail;

/// <summary>
/// The database steps of delivery, each in a context of its own. A claim is one conditional update, so any number of workers and
/// processes may ask at once, on every engine.
/// </summary>
public sealed class OutboxClaims(
    IServiceScopeFactory scopes, IOptionsMonitor<MailLimits> limits, TimeProvider clock, [FromKeyedServices("event")] TimeProvider eventClock,
    WriteTurn? writeTurn = null)
{
    /// <summary>Short, because a killed worker blocks its message that long; the heartbeat carries it through slow servers.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The next due message, claimed for the caller, or null when nothing is due.</summary>
    public async Task<OutboxMail?> NextAsync()
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var mails = scope.ServiceProvider.GetRequiredService<DbContext>().Set<OutboxMail>().AsNoTracking();
            var now = Now;
            var seen = await mails
                .Where(m => ((m.State == MailState.Waiting || m.State == MailState.Unknown) && m.NextAttemptAt <= now)
                    || (m.State == MailState.Sending && m.LeaseUntil < now))
                .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
                .FirstOrDefaultAsync();
            if (seen is null)
                return null;

            var unchanged = mails.Where(m => m.Id == seen.Id && m.State == seen.State
                && m.LeaseNumber == seen.LeaseNumber && m.LeaseUntil == seen.LeaseUntil);
            if (await FreeAgainAsync(mails, seen, now) is { } free)
                await WriteAsync(() => DelayAsync(unchanged, free));
            else if (await WriteAsync(() => ClaimAsync(unchanged, seen, now)) == 1
                && await mails.SingleOrDefaultAsync(m => m.Id == seen.Id) is { } mine)
                return mine;
        }
    }

    /// <summary>Extends the lease until told to stop. A failure here is harmless: the result still counts only under its number.</summary>
    public async Task KeepAsync(OutboxMail claimed, Action beat, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Heartbeat, clock);
        while (await NextTickAsync(timer, done))
        {
            beat();
            await using var scope = scopes.CreateAsyncScope();
            var until = Now + Lease;
            var mine = Mine(scope, claimed);
            await WriteAsync(() => mine.ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseUntil, until), CancellationToken.None));
        }
    }

    /// <summary>Stores what an attempt came to. False when the claim was lost meanwhile: then another worker's result counts.</summary>
    public async Task<bool> FinishAsync(OutboxMail claimed, Delivery delivery)
    {
        var now = Now;
        var state = StateAfter(claimed, delivery.Outcome, now);
        var next = state is MailState.Waiting or MailState.Unknown ? now + RetryLadder.After(claimed.Attempts) : claimed.NextAttemptAt;
        DateTime? sentAt = state == MailState.Sent ? eventClock.GetUtcNow().UtcDateTime : null;
        await using var scope = scopes.CreateAsyncScope();
        var mine = Mine(scope, claimed);
        return await WriteAsync(() => mine.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state)
            .SetProperty(m => m.NextAttemptAt, next)
            .SetProperty(m => m.LeaseUntil, (DateTime?)null)
            .SetProperty(m => m.SentAt, sentAt)
            .SetProperty(m => m.LastAnswer, delivery.Answer))) == 1;
    }

    private static MailState StateAfter(OutboxMail claimed, DeliveryOutcome outcome, DateTime now) => outcome switch
    {
        DeliveryOutcome.Accepted => MailState.Sent,
        DeliveryOutcome.Refused => MailState.Refused,
        _ when RetryLadder.IsOver(claimed.Attempts, now - (claimed.FirstAttemptAt ?? now)) => MailState.Failed,
        DeliveryOutcome.Unknown => MailState.Unknown,
        _ => MailState.Waiting,
    };

    private static Task<int> ClaimAsync(IQueryable<OutboxMail> unchanged, OutboxMail seen, DateTime now) =>
        unchanged.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, MailState.Sending)
            .SetProperty(m => m.LeaseNumber, seen.LeaseNumber + 1)
            .SetProperty(m => m.LeaseUntil, now + Lease)
            .SetProperty(m => m.Attempts, seen.Attempts + 1)
            .SetProperty(m => m.FirstAttemptAt, seen.FirstAttemptAt ?? now)
            .SetProperty(m => m.LastAttemptAt, now)
            // Unknown, or a lease that ran out: that attempt may have reached the reader.
            .SetProperty(m => m.PossiblyDuplicate, seen.PossiblyDuplicate || seen.State != MailState.Waiting)
            .SetProperty(m => m.Delay, (string?)null));

    /// <summary>When the address may get its next message, or null when it may now.</summary>
    private async Task<DateTime?> FreeAgainAsync(IQueryable<OutboxMail> mails, OutboxMail seen, DateTime now)
    {
        var since = now - Day;
        var handed = await mails
            .Where(m => m.AddressKey == seen.AddressKey && m.Id != seen.Id && m.LastAttemptAt > since
                && (m.State == MailState.Sent || m.State == MailState.Unknown || m.State == MailState.Sending))
            .OrderByDescending(m => m.LastAttemptAt)
            .Skip(limits.CurrentValue.MailsPerRecipientAndDay - 1)
            .Select(m => m.LastAttemptAt)
            .FirstOrDefaultAsync();
        return handed + Day;
    }

    private static Task<int> DelayAsync(IQueryable<OutboxMail> unchanged, DateTime until) =>
        unchanged.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, m => m.State == MailState.Sending ? MailState.Unknown : m.State)
            .SetProperty(m => m.LeaseUntil, (DateTime?)null)
            .SetProperty(m => m.NextAttemptAt, until)
            .SetProperty(m => m.Delay, "Tageslimit für diese Adresse"));

    private async Task<int> WriteAsync(Func<Task<int>> write)
    {
        using var turn = writeTurn is null ? null : await writeTurn(CancellationToken.None);
        return await write();
    }

    private static IQueryable<OutboxMail> Mine(AsyncServiceScope scope, OutboxMail claimed) =>
        scope.ServiceProvider.GetRequiredService<DbContext>().Set<OutboxMail>()
            .Where(m => m.Id == claimed.Id && m.State == MailState.Sending && m.LeaseNumber == claimed.LeaseNumber);

    private static async Task<bool> NextTickAsync(PeriodicTimer timer, CancellationToken done)
    {
        try
        {
            return await timer.WaitForNextTickAsync(done);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
