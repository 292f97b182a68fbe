using System.Net.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Netzwerk.Mail;

/// <summary>
/// Hands messages to the mail server of section <c>Mail</c>, one after the other over one connection that stays open between them.
/// The envelope sender is Mail:From.
/// </summary>
public sealed class SmtpTransport(IOptionsMonitor<MailOptions> options) : IMailTransport, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private WatchedSmtpClient? _open;
    private MailOptions? _openFor;

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
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (delivery, stale) = await TryAsync(message, cancellationToken);
            return stale ? (await TryAsync(message, cancellationToken)).Delivery : delivery;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        HangUp();
        _turn.Dispose();
    }

    private async Task<(Delivery Delivery, bool Stale)> TryAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MessageTimeout);
        var phase = SmtpPhase.Connecting;
        var settings = options.CurrentValue;
        // The monitor hands out the same object until somebody edits the settings.
        var reused = _open is { IsConnected: true } && ReferenceEquals(_openFor, settings);
        try
        {
            var client = reused ? _open! : await ConnectAsync(settings, limit.Token);
            if (!client.CanReach(message))
                return (new(DeliveryOutcome.Refused, "Der Mailserver kann keine Umlaute vor dem @ (SMTPUTF8 fehlt)"), false);
            client.Timeout = (int)AnswerTimeout.TotalMilliseconds;
            try
            {
                var sender = new MailboxAddress("", settings.Sender);
                return (new(DeliveryOutcome.Accepted, "250 " + await client.SendAsync(message, sender, limit.Token)), false);
            }
            finally
            {
                phase = client.Phase;
            }
        }
        catch (Exception e)
        {
            HangUp();
            return (SmtpVerdict.For(e, phase), reused && SmtpVerdict.ConnectionWasStale(e, phase));
        }
    }

    private async Task<WatchedSmtpClient> ConnectAsync(MailOptions settings, CancellationToken cancellationToken)
    {
        HangUp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectTimeout);
        _openFor = settings;
        var client = _open = new WatchedSmtpClient
        {
            Timeout = (int)ConnectTimeout.TotalMilliseconds,
            // A county's server often reaches its mail server and nothing else; asking for revocation lists would hold every mail.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = CertificateCheck,
        };
        await client.ConnectAsync(settings, limit.Token);
        if (!string.IsNullOrEmpty(settings.User))
            await client.AuthenticateAsync(settings.User, settings.Password ?? "", limit.Token);
        return client;
    }

    private void HangUp()
    {
        _open?.Dispose();
        _open = null;
    }
}
