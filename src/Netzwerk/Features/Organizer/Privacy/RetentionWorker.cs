using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Features.Shared.Privacy;

namespace Netzwerk.Features.Organizer.Privacy;

/// <summary>Runs the retention hourly. The system's timer sets the pace, the event clock decides what is over.</summary>
public sealed class RetentionWorker(IServiceScopeFactory scopes, RetentionPace pace, TimeProvider system, ILogger<RetentionWorker> log) : BackgroundService
{
    /// <summary>Somebody may ask for a run meanwhile.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pace.UntilNext < Poll ? pace.UntilNext : Poll, system, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested || pace.UntilNext > TimeSpan.Zero) continue;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<Engine>().OptimizeAsync(scope.ServiceProvider.GetRequiredService<NetzwerkDb>());
            }
            catch (Exception failed)
            {
                // What leaves here would stop the whole site; the next hour tries again.
                if (!stoppingToken.IsCancellationRequested) log.LogError(failed, "A run of the retention failed; the next one follows");
                pace.Failed();
            }
        }
    }
}
