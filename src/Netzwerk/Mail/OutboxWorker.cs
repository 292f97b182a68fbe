using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Netzwerk.Mail;

/// <summary>Delivers what is due, woken by <see cref="OutboxSignal"/> or every five seconds, until the host stops.</summary>
public sealed class OutboxWorker(Outbox outbox, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> logger) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DateTime _madeAt = clock.GetUtcNow().UtcDateTime;

    /// <summary>System clock; moves on during a long send too.</summary>
    public DateTime? LastTurnAt => outbox.LastTurnAt;

    /// <summary>Bad when no turn came through for a minute: then mails wait and nobody notices.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(clock.GetUtcNow().UtcDateTime - (LastTurnAt ?? _madeAt) <= Patience ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await outbox.DeliverDueAsync(stoppingToken);
            }
            catch (Exception e)
            {
                // An exception that leaves here would stop the whole site.
                logger.LogError(e, "A turn of the outbox failed; the next one follows");
            }

            await signal.WaitAsync(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
