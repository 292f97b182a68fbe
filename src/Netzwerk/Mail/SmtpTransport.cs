using System.Collections.Concurrent;
using System.Net.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Netzwerk.Mail;

/// <summary>
/// Hands messages to the mail server of section <c>Mail</c>. Connections stay open between messages; each serves one at a time, and the one
/// used last is used next. The envelope sender is Mail:From.
/// </summary>
public sealed class SmtpTransport(IOptionsMonitor<MailOptions> options) : IMailTransport, IDisposable
{
    private readonly ConcurrentStack<(WatchedSmtpClient Client, MailOptions For)> _idle = new();

    /// <summary>For connection, TLS and login together.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For each answer while a message is handed over. Ten minutes after the final dot (RFC 5321 section 4.5.3.2.6): who hangs up
    /// earlier sends the message twice.
    /// </summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For the whole message: the sum of RFC 5321 section 4.5.3.2, against a server that drips.</summary>
    public TimeSpan MessageTimeout { get; init; } = TimeSpan.FromMinutes(25);

    /// <summary>Only tests set it, to trust their own authority.</summary>
    internal RemoteCertificateValidationCallback? CertificateCheck { get; init; }

    public async Task<Delivery> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        // The monitor hands out the same object until somebody edits the settings.
        var settings = options.CurrentValue;
        if (TakeIdle(settings) is { } idle)
        {
            var (delivery, stale) = await TryAsync(idle, message, settings, cancellationToken);
            if (!stale) return delivery;
            // What the server gave up was idle as long as the others.
            HangUp();
        }
        return (await TryAsync(null, message, settings, cancellationToken)).Delivery;
    }

    public void Dispose() => HangUp();

    private WatchedSmtpClient? TakeIdle(MailOptions settings)
    {
        while (_idle.TryPop(out var idle))
        {
            if (idle.Client.IsConnected && ReferenceEquals(idle.For, settings)) return idle.Client;
            idle.Client.Dispose();
        }
        return null;
    }

    /// <param name="open">Null for a new connection.</param>
    private async Task<(Delivery Delivery, bool Stale)> TryAsync(WatchedSmtpClient? open, MimeMessage message, MailOptions settings, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MessageTimeout);
        var phase = SmtpPhase.Connecting;
        var reused = open is not null;
        var client = open;
        try
        {
            client ??= NewClient();
            if (!reused) await ConnectAsync(client, settings, limit.Token);
            if (!client.CanReach(message))
            {
                Keep(client, settings);
                return (new(DeliveryOutcome.Refused, "Der Mailserver kann keine Umlaute vor dem @ (SMTPUTF8 fehlt)"), false);
            }
            client.Timeout = (int)AnswerTimeout.TotalMilliseconds;
            try
            {
                var sender = new MailboxAddress("", settings.Sender);
                var answer = "250 " + await client.SendAsync(message, sender, limit.Token);
                Keep(client, settings);
                return (new(DeliveryOutcome.Accepted, answer), false);
            }
            finally
            {
                phase = client.Phase;
            }
        }
        catch (Exception e)
        {
            client?.Dispose();
            return (SmtpVerdict.For(e, phase), reused && SmtpVerdict.ConnectionWasStale(e, phase));
        }
    }

    private WatchedSmtpClient NewClient() => new()
    {
        Timeout = (int)ConnectTimeout.TotalMilliseconds,
        // A county's server often reaches its mail server and nothing else; asking for revocation lists would hold every mail.
        CheckCertificateRevocation = false,
        ServerCertificateValidationCallback = CertificateCheck,
    };

    private async Task ConnectAsync(WatchedSmtpClient client, MailOptions settings, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectTimeout);
        await client.ConnectAsync(settings, limit.Token);
        if (!string.IsNullOrEmpty(settings.User))
            await client.AuthenticateAsync(settings.User, settings.Password ?? "", limit.Token);
    }

    /// <summary>No more of them stay open than senders use.</summary>
    private void Keep(WatchedSmtpClient client, MailOptions settings)
    {
        if (_idle.Count < settings.Connections) _idle.Push((client, settings));
        else client.Dispose();
    }

    private void HangUp()
    {
        while (_idle.TryPop(out var idle)) idle.Client.Dispose();
    }
}
