namespace Netzwerk.Features.Organizer.ClosingReports;

/// <summary>Looks every few seconds whether a closing report is due. The system's timer sets the pace, the event clock decides.</summary>
public sealed class ClosingReportWorker(IServiceScopeFactory scopes, TimeProvider system, ILogger<ClosingReportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ClosingReport>().SendDueAsync(stoppingToken);
            }
            catch (Exception failed)
            {
                // What leaves here would stop the whole site; the next turn tries again.
                if (!stoppingToken.IsCancellationRequested) log.LogError(failed, "A turn of the closing report failed; the next one follows");
            }
            await Task.Delay(Poll, system, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
