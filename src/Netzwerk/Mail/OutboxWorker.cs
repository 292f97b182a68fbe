using Microsoft.Extensions.Options;

namespace Netzwerk.Mail;

/// <summary>
/// Delivers what is due, woken by <see cref="OutboxSignal"/> or every five seconds, until the host stops. So many senders at once as
/// <see cref="MailOptions.Connections"/> says; one whose message takes long does not count, so that slow recipients never take all places.
/// </summary>
public sealed class OutboxWorker(Outbox outbox, OutboxSignal signal, IOptions<MailOptions> options, TimeProvider clock, ILogger<OutboxWorker> logger) : BackgroundService
{
    /// <summary>Those that wait for slow servers included.</summary>
    internal const int MostSenders = 16;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    /// <summary>For a sender that found nothing while another one is busy: what comes in meanwhile is often for the same domain.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Longer than a message may take at the slowest server (RFC 5321 section 4.5.3.2).</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromMinutes(30);

    private readonly DateTime _madeAt = clock.GetUtcNow().UtcDateTime;

    private readonly SemaphoreSlim _places = new(options.Value.Connections);

    /// <summary>System clock; when a turn or a message last came to its end.</summary>
    public DateTime? LastTurnAt => outbox.LastTurnAt;

    /// <summary>For how long the message that takes longest is at the mail server. Null while none is.</summary>
    public TimeSpan? LongestWait => Now - outbox.OldestSendSince;

    /// <summary>No turn and no message came to its end for a minute.</summary>
    public bool StandsStill => Now - (LastTurnAt ?? _madeAt) > Patience;

    /// <summary>False when it stands still and does not even wait for a slow mail server: then nothing is sent any more.</summary>
    public bool IsAtWork => !StandsStill || LongestWait <= LongestSend;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public override void Dispose()
    {
        base.Dispose();
        _places.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(Enumerable.Range(0, MostSenders).Select(_ => SendAsync(stoppingToken)));
    }

    private async Task SendAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await _places.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested) return;
            using var place = new SenderPlace(_places);
            while (!stop.IsCancellationRequested && place.IsHeld)
            {
                var tried = await TurnAsync(place, stop);
                if (!place.IsHeld) break;
                if (tried == 0 && outbox.OldestSendSince is not null) await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await signal.WaitAsync(Poll, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> TurnAsync(SenderPlace place, CancellationToken stop)
    {
        try
        {
            return await outbox.DeliverDueAsync(stop, place);
        }
        catch (Exception e)
        {
            // An exception that leaves here would stop the whole site.
            logger.LogError(e, "A turn of the outbox failed; the next one follows");
            return 0;
        }
    }
}
