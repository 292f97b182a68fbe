using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Netzwerk.Mail;

/// <summary>MailKit's client, which also tells how far a message got.</summary>
internal sealed class WatchedSmtpClient : SmtpClient
{
    private readonly FinalDotWatch _watch;
    private SmtpPhase _phase;

    public WatchedSmtpClient()
        : this(new FinalDotWatch())
    {
    }

    private WatchedSmtpClient(FinalDotWatch watch)
        : base(watch) => _watch = watch;

    public SmtpPhase Phase => _watch.FinalDotWritten ? SmtpPhase.AfterFinalDot : _phase;

    /// <summary>Other letters than ASCII before the @ need RFC 6531; those behind it are encoded.</summary>
    public bool CanReach(MimeMessage message) =>
        Capabilities.HasFlag(SmtpCapabilities.UTF8)
        || message.To.Mailboxes.All(box => System.Text.Ascii.IsValid(box.LocalPart));

    /// <summary>With TLS as the settings want it, not signed in yet.</summary>
    public async Task ConnectAsync(MailOptions settings, CancellationToken cancellationToken)
    {
        // A message goes out in pieces. With Nagle's algorithm (RFC 896) the last one would wait until the server acknowledged the one before: 40 ms each time.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(settings.Host!, settings.EffectivePort, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        await ConnectAsync(socket, settings.Host!, settings.EffectivePort, SocketOptions(settings.Security), cancellationToken);
    }

    public async Task<string> SendAsync(MimeMessage message, MailboxAddress sender, CancellationToken cancellationToken)
    {
        _phase = SmtpPhase.Sender;
        _watch.Reset();
        return await SendAsync(FormatOptions.Default, message, sender, message.To.Mailboxes, cancellationToken);
    }

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        _phase = SmtpPhase.Recipient;

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        // With pipelining (RFC 2920) this answer may follow a sender that was refused.
        if (_phase == SmtpPhase.Recipient)
            _phase = SmtpPhase.Data;
    }

    private static SecureSocketOptions SocketOptions(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>
    /// Sees the bytes that were written and keeps none. Dot stuffing (RFC 5321 section 4.5.2) makes CRLF . CRLF unique.
    /// </summary>
    private sealed class FinalDotWatch : IProtocolLogger
    {
        private static readonly byte[] FinalDot = "\r\n.\r\n"u8.ToArray();
        private readonly byte[] _tail = new byte[5];

        public bool FinalDotWritten { get; private set; }

        public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

        public void Reset()
        {
            FinalDotWritten = false;
            Array.Clear(_tail);
        }

        public void LogClient(byte[] buffer, int offset, int count)
        {
            var fresh = buffer.AsSpan(offset, count);
            if (fresh.Length < _tail.Length)
            {
                _tail.AsSpan(fresh.Length).CopyTo(_tail);
                fresh.CopyTo(_tail.AsSpan(_tail.Length - fresh.Length));
            }
            else
            {
                fresh[^_tail.Length..].CopyTo(_tail);
            }

            FinalDotWritten |= _tail.AsSpan().SequenceEqual(FinalDot);
        }

        public void LogConnect(Uri uri)
        {
        }

        public void LogServer(byte[] buffer, int offset, int count)
        {
        }

        public void Dispose()
        {
        }
    }
}
