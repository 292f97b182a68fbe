namespace Netzwerk.Features.Organizer.Reminders;

/// <summary>Looks every few seconds whether a reminder is due. The system's timer sets the pace, the event clock decides.</summary>
public sealed class ReminderWorker(IServiceScopeFactory scopes, TimeProvider system, ILogger<ReminderWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DueReminders>().SendDueAsync(stoppingToken);
            }
            catch (Exception failed)
            {
                // What leaves here would stop the whole site; the next turn tries again.
                if (!stoppingToken.IsCancellationRequested) log.LogError(failed, "A turn of the reminders failed; the next one follows");
            }
            await Task.Delay(Poll, system, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
