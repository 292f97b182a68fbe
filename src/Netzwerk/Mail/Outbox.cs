using MimeKit;
using Netzwerk.Domain;

namespace Netzwerk.Mail;

/// <summary>
/// Delivers what is due, one message after the other. Each is delivered at least once or its failure is visible; a second copy
/// happens only when process or connection dies around the final dot, and is marked.
/// </summary>
public sealed class Outbox(
    OutboxClaims claims, IMailTransport transport, MessageComposer composer, TimeProvider clock, ILogger<Outbox> logger)
{
    private const int StoreTries = 30;
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    /// <summary>System clock; when a turn last came through or a long send was seen alive. Null before the first.</summary>
    public DateTime? LastTurnAt { get; private set; }

    /// <summary>
    /// Tries everything that is due and says how many messages that were. When <paramref name="stop"/> comes, the current one is
    /// finished and its result stored; nothing new is begun.
    /// </summary>
    public async Task<int> DeliverDueAsync(CancellationToken stop)
    {
        var tried = 0;
        var mail = stop.IsCancellationRequested ? null : await claims.NextAsync();
        while (mail is not null)
        {
            if (stop.IsCancellationRequested)
            {
                await claims.ReturnAsync(mail);
                break;
            }

            mail = await DeliverAsync(mail, stop);
            LastTurnAt = clock.GetUtcNow().UtcDateTime;
            tried++;
        }

        LastTurnAt = clock.GetUtcNow().UtcDateTime;
        return tried;
    }

    /// <returns>The next one, claimed, unless it is time to stop.</returns>
    private async Task<OutboxMail?> DeliverAsync(OutboxMail mail, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(OutboxClaims.Heartbeat, clock);
        var heartbeat = BeatAsync(mail, timer);
        try
        {
            var delivery = await AttemptAsync(mail);
            Measures.MailTried(delivery.Outcome.ToString());
            var (isStored, next) = await StoreAsync(mail, delivery, stop);
            if (!isStored)
                logger.LogWarning("Mail {MailId}: the claim was lost, its result {Outcome} was not stored", mail.Id, delivery.Outcome);
            else if (delivery.Outcome != DeliveryOutcome.Accepted)
                logger.LogWarning("Mail {MailId}: attempt {Attempt} was {Outcome}", mail.Id, mail.Attempts, delivery.Outcome);
            return next;
        }
        finally
        {
            // A heartbeat that outlived its attempt would keep the message from every later one.
            timer.Dispose();
            await heartbeat;
        }
    }

    private async Task<Delivery> AttemptAsync(OutboxMail mail)
    {
        var handing = false;
        try
        {
            using var message = await composer.ComposeAsync(mail);
            handing = true;
            return await transport.SendAsync(message, CancellationToken.None);
        }
        catch (ParseException) when (!handing)
        {
            return new(DeliveryOutcome.Refused, "Das ist keine E-Mail-Adresse, an die man senden kann");
        }
        catch (Exception e)
        {
            // The exception's text may hold an address, so only its type is told.
            logger.LogError("Mail {MailId}: {Exception} while {Step}", mail.Id, e.GetType().Name, handing ? "sending" : "composing");
            return new(handing ? DeliveryOutcome.Unknown : DeliveryOutcome.Deferred, e.GetType().Name);
        }
    }

    /// <summary>Insists: a result that is not stored means a second copy.</summary>
    private async Task<(bool IsStored, OutboxMail? Next)> StoreAsync(OutboxMail mail, Delivery delivery, CancellationToken stop)
    {
        for (var left = StoreTries; ; left--)
        {
            try
            {
                // After a failure only what matters most.
                return stop.IsCancellationRequested || left < StoreTries ? (await claims.FinishAsync(mail, delivery), null) : await claims.FinishAndNextAsync(mail, delivery);
            }
            catch (Exception e) when (left > 1)
            {
                logger.LogError(e, "Mail {MailId}: the result could not be stored yet", mail.Id);
                await Task.Delay(StorePause, clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Extends the lease until the timer is disposed of. A failure here is harmless: the result still counts only under its number.</summary>
    private async Task BeatAsync(OutboxMail mail, PeriodicTimer timer)
    {
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            LastTurnAt = clock.GetUtcNow().UtcDateTime;
            try
            {
                await claims.KeepAsync(mail);
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "Mail {MailId}: the lease could not be extended; the next beat tries again", mail.Id);
            }
        }
    }
}
