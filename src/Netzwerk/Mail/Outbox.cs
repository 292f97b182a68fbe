using System.Collections.Concurrent;
using MimeKit;
using Netzwerk.Domain;

namespace Netzwerk.Mail;

/// <summary>
/// Delivers what is due, one message after the other; several callers at once share the work. Each is delivered at least once or its failure is
/// visible; a second copy happens only when process or connection dies around the final dot, and is marked.
/// </summary>
public sealed class Outbox(
    OutboxClaims claims, IMailTransport transport, MessageComposer composer, TimeProvider clock, ILogger<Outbox> logger, ReviewMail? review = null, OutboxSignal? signal = null)
{
    private const int StoreTries = 30;
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, DateTime> _sending = new();

    /// <summary>System clock; when a turn or a message last came to its end. Null before the first.</summary>
    public DateTime? LastTurnAt { get; private set; }

    /// <summary>System clock; since when the message that takes longest is at the mail server. Null while none is.</summary>
    public DateTime? OldestSendSince => _sending.Values.Select(since => (DateTime?)since).Min();

    /// <summary>
    /// Tries everything that is due and says how many messages that were. When <paramref name="stop"/> comes, the current one is
    /// finished and its result stored; nothing new is begun.
    /// </summary>
    /// <param name="place">Given up when a message takes long; then the turn ends with it.</param>
    public async Task<int> DeliverDueAsync(CancellationToken stop, SenderPlace? place = null)
    {
        var tried = 0;
        OutboxMail? mail = null;
        while (!stop.IsCancellationRequested && place is not { IsHeld: false })
        {
            mail ??= await claims.NextAsync();
            if (mail is null) break;
            // A stop that came while it was being claimed.
            if (stop.IsCancellationRequested) break;
            mail = await DeliverAsync(mail, place, stop);
            LastTurnAt = clock.GetUtcNow().UtcDateTime;
            tried++;
        }

        if (mail is not null) await claims.ReturnAsync(mail);
        LastTurnAt = clock.GetUtcNow().UtcDateTime;
        return tried;
    }

    /// <returns>The next one, claimed, unless it is time to stop or none is known.</returns>
    private async Task<OutboxMail?> DeliverAsync(OutboxMail mail, SenderPlace? place, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(OutboxClaims.Heartbeat, clock);
        var heartbeat = BeatAsync(mail, timer, place);
        // There is work for another sender.
        if (claims.HasMore) signal?.Ring();
        try
        {
            var delivery = await AttemptAsync(mail);
            Measures.MailTried(delivery.Outcome.ToString());
            var (isStored, next) = await StoreAsync(mail, delivery, place, stop);
            if (!isStored)
                logger.LogWarning("Mail {MailId}: the claim was lost, its result {Outcome} was not stored", mail.Id, delivery.Outcome);
            else if (delivery.Outcome is not (DeliveryOutcome.Accepted or DeliveryOutcome.Withdrawn))
                logger.LogWarning("Mail {MailId}: attempt {Attempt} was {Outcome}", mail.Id, mail.Attempts, delivery.Outcome);
            return next;
        }
        finally
        {
            claims.Release(mail);
            // A heartbeat that outlived its attempt would keep the message from every later one.
            timer.Dispose();
            await heartbeat;
        }
    }

    private async Task<Delivery> AttemptAsync(OutboxMail mail)
    {
        var step = "reviewing";
        try
        {
            if (await ReviewAsync(mail) is { } stopped) return stopped;
            step = "composing";
            using var message = await composer.ComposeAsync(mail);
            step = "sending";
            _sending[mail.Id] = clock.GetUtcNow().UtcDateTime;
            return await transport.SendAsync(message, CancellationToken.None);
        }
        catch (ParseException) when (step == "composing")
        {
            return new(DeliveryOutcome.Refused, "Das ist keine E-Mail-Adresse, an die man senden kann");
        }
        catch (Exception e)
        {
            // The exception's text may hold an address, so only its type is told.
            logger.LogError("Mail {MailId}: {Exception} while {Step}", mail.Id, e.GetType().Name, step);
            return new(step == "sending" ? DeliveryOutcome.Unknown : DeliveryOutcome.Deferred, e.GetType().Name);
        }
        finally
        {
            _sending.TryRemove(mail.Id, out _);
        }
    }

    /// <returns>Null when it may leave, perhaps with other words than before.</returns>
    private async Task<Delivery?> ReviewAsync(OutboxMail mail)
    {
        switch (review is null ? MailReview.Current : await review(mail))
        {
            case MailReview.Withdraw(var because):
                return new(DeliveryOutcome.Withdrawn, because);
            case MailReview.Anew(var fresh):
                mail.SayAnew(fresh);
                return await claims.RewriteAsync(mail) ? null : new(DeliveryOutcome.Deferred, "Ein anderer Prozess hat sie übernommen");
            default:
                return null;
        }
    }

    /// <summary>Insists: a result that is not stored means a second copy.</summary>
    private async Task<(bool IsStored, OutboxMail? Next)> StoreAsync(OutboxMail mail, Delivery delivery, SenderPlace? place, CancellationToken stop)
    {
        for (var left = StoreTries; ; left--)
        {
            try
            {
                // After a failure only what matters most.
                var isLast = stop.IsCancellationRequested || left < StoreTries || place is { IsHeld: false };
                return isLast ? (await claims.FinishAsync(mail, delivery), null) : await claims.FinishAndNextAsync(mail, delivery);
            }
            catch (Exception e) when (left > 1)
            {
                logger.LogError(e, "Mail {MailId}: the result could not be stored yet", mail.Id);
                await Task.Delay(StorePause, clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Extends the lease until the timer is disposed of. A failure here is harmless: the result still counts only under its number.</summary>
    private async Task BeatAsync(OutboxMail mail, PeriodicTimer timer, SenderPlace? place)
    {
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            // Whoever takes this long shall not keep a place from those that are quick.
            place?.GiveUp();
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
