namespace Netzwerk.Features.Organizer.ClosingReports;

/// <summary>Looks every few seconds whether a closing report is due. The system's timer sets the pace, the event clock decides.</summary>
public sealed class ClosingReportWorker(IServiceScopeFactory scopes, TimeProvider system, ILogger<ClosingReportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll, system);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ClosingReport>().SendDueAsync(stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                // What leaves here would stop the whole site; the next turn tries again.
                log.LogError(failed, "A turn of the closing report failed; the next one follows");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
