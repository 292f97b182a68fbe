namespace Netzwerk.Mail;

/// <summary>Delivers what is due, woken by <see cref="OutboxSignal"/> or every five seconds, until the host stops.</summary>
public sealed class OutboxWorker(Outbox outbox, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DateTime _madeAt = clock.GetUtcNow().UtcDateTime;

    /// <summary>System clock; moves on during a long send too.</summary>
    public DateTime? LastTurnAt => outbox.LastTurnAt;

    /// <summary>False when no turn came through for a minute.</summary>
    public bool IsAtWork => clock.GetUtcNow().UtcDateTime - (LastTurnAt ?? _madeAt) <= Patience;

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
