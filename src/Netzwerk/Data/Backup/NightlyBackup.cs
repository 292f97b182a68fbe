using Microsoft.Extensions.Options;
using Netzwerk.Domain;

namespace Netzwerk.Data.Backup;

/// <summary>One backup each night, by the system's clock. A site that was off at that hour makes it up when it runs again.</summary>
public sealed class NightlyBackup(Backups backups, IOptions<BackupOptions> options, TimeProvider clock, ClockGuard guard, ILogger<NightlyBackup> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromHours(1);

    private string _stuck = "";

    /// <summary>Makes the backup if it is due, and removes what is too old, whatever became of the backup.</summary>
    public async Task TurnAsync()
    {
        try
        {
            await MakeIfDueAsync();
        }
        finally
        {
            ForgetOld();
        }
    }

    private async Task MakeIfDueAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = LastDue(now);
        if (await backups.LastMadeAsync() >= due || now - backups.Failure?.At < RestAfterFailure) return;
        if (await backups.MakeUnlessMadeSinceAsync(due) is not { } made) return;
        log.LogInformation("Backup written and checked: {File}", made.File);
    }

    /// <summary>Told once, not every minute.</summary>
    private void ForgetOld()
    {
        var stuck = string.Join(", ", backups.ForgetOld(guard));
        if (stuck.Length > 0 && stuck != _stuck) log.LogError("Too old and not to be removed: {Files}. Remove them by hand: families were promised that nobody is kept longer", stuck);
        _stuck = stuck;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not while the site is starting.
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Poll, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                await TurnAsync();
            }
            catch (Exception failed)
            {
                // What leaves here would stop the whole site.
                log.LogError(failed, "The nightly backup failed; it is tried again in an hour");
            }
        }
    }

    private DateTime LastDue(DateTime now)
    {
        var today = BerlinTime.DateOf(now);
        var hour = new TimeOnly(options.Value.Hour, 0);
        var due = BerlinTime.ToUtc(today, hour);
        return due <= now ? due : BerlinTime.ToUtc(today.AddDays(-1), hour);
    }
}
