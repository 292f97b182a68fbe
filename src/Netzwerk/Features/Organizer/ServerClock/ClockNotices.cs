using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.ServerClock;

/// <summary>
/// Tells every organiser by mail, and the operator in the log, when the clock has not been believed for a week, and each week after that.
/// Days are counted by the same clock: it may show a wrong day, but it runs.
/// </summary>
public sealed class ClockNotices(NetzwerkDb db, CommonTurn turns, ClockGuard guard, AccountMails mails, OutboxSignal outbox, TimeProvider system, ILogger<ClockNotices> log)
{
    public static readonly TimeSpan Every = TimeSpan.FromDays(7);

    /// <returns>How many were told.</returns>
    public async Task<int> TellDueAsync(CancellationToken cancel = default)
    {
        var now = system.GetUtcNow().UtcDateTime;
        // Looked at first, so that most minutes ask for no turn.
        if (!IsToDo(await db.Settings.AsNoTracking().SingleOrDefaultAsync(IsNote, cancel), now)) return 0;
        var told = 0;
        await using (var turn = await turns.TakeAsync(cancel))
        {
            var note = await db.Settings.SingleOrDefaultAsync(IsNote, cancel);
            if (!IsToDo(note, now)) return 0;
            if (guard.StateAt(now) == ClockState.Trusted) db.Remove(note!);
            else if (note is null) db.Add(new StoredSetting { Key = StoredSetting.ClockDoubted, Value = "", ChangedAt = now, ChangedBy = "" });
            else told = await TellAsync(note, now, cancel);
            await db.SaveChangesAsync(cancel);
            await turn.CommitAsync();
        }
        if (told == 0) return 0;
        outbox.Ring();
        log.LogError("BITTE HANDELN: The server's clock has not been confirmed for a week: nothing is erased, reminders and reports wait. Set the clock, or confirm today's date at /verwaltung/uhr");
        return told;
    }

    private static System.Linq.Expressions.Expression<Func<StoredSetting, bool>> IsNote { get; } = setting => setting.Key == StoredSetting.ClockDoubted;

    private bool IsToDo(StoredSetting? note, DateTime now) => guard.StateAt(now) == ClockState.Trusted
        ? note is not null
        : note is null || note.ChangedAt > now || now - note.ChangedAt >= Every;

    private async Task<int> TellAsync(StoredSetting note, DateTime now, CancellationToken cancel)
    {
        // Noted while the clock was even further ahead: the week begins now.
        var isDue = note.ChangedAt <= now;
        note.ChangedAt = now;
        if (!isDue) return 0;
        var organizers = await db.Users.AsNoTracking()
            .Where(account => account.PasswordHash != null && db.RoleAssignments.Any(role => role.AccountId == account.Id && role.Role == Role.Organizer && role.EventId == null)).ToListAsync(cancel);
        db.AddRange(organizers.Select(mails.ClockDoubted));
        return organizers.Count;
    }
}

/// <summary>Once a minute the memory goes on, and who has to be told is told.</summary>
public sealed class ClockWorker(IServiceScopeFactory scopes, TimeProvider system, ILogger<ClockWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);

    private bool _isStuck;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Poll, system, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ClockMemory>().AdvanceAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<ClockNotices>().TellDueAsync(stoppingToken);
                _isStuck = false;
            }
            catch (Exception failed)
            {
                // What leaves here would stop the whole site. Told once.
                if (!_isStuck && !stoppingToken.IsCancellationRequested) log.LogWarning(failed, "The time could not be stored; the next minute tries again");
                _isStuck = true;
            }
        }
    }
}
