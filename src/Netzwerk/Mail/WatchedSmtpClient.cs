using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Netzwerk.Mail;

/// <summary>MailKit's client, which also tells how far a message got.</summary>
internal sealed class WatchedSmtpClient : SmtpClient
{
    private readonly FinalDotWatch watch;
    private SmtpPhase phase;

    public WatchedSmtpClient()
        : this(new FinalDotWatch())
    {
    }

    private WatchedSmtpClient(FinalDotWatch watch)
        : base(watch) => this.watch = watch;

    public SmtpPhase Phase => watch.FinalDotWritten ? SmtpPhase.AfterFinalDot : phase;

    public bool Used { get; private set; }

    public async Task<string> SendAsync(MimeMessage message, MailboxAddress sender, CancellationToken cancellationToken)
    {
        phase = SmtpPhase.Sender;
        watch.Reset();
        var answer = await SendAsync(FormatOptions.Default, message, sender, message.To.Mailboxes, cancellationToken);
        Used = true;
        return answer;
    }

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        phase = SmtpPhase.Recipient;

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        // With pipelining (RFC 2920) this answer may follow a sender that was refused.
        if (phase == SmtpPhase.Recipient)
            phase = SmtpPhase.Data;
    }

    /// <summary>
    /// Sees the bytes that were written and keeps none. Dot stuffing (RFC 5321 section 4.5.2) makes CRLF . CRLF unique.
    /// </summary>
    private sealed class FinalDotWatch : IProtocolLogger
    {
        private static readonly byte[] FinalDot = "\r\n.\r\n"u8.ToArray();
        private readonly byte[] tail = new byte[5];

        public bool FinalDotWritten { get; private set; }

        public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

        public void Reset()
        {
            FinalDotWritten = false;
            Array.Clear(tail);
        }

        public void LogClient(byte[] buffer, int offset, int count)
        {
            var fresh = buffer.AsSpan(offset, count);
            if (fresh.Length < tail.Length)
            {
                tail.AsSpan(fresh.Length).CopyTo(tail);
                fresh.CopyTo(tail.AsSpan(tail.Length - fresh.Length));
            }
            else
            {
                fresh[^tail.Length..].CopyTo(tail);
            }

            FinalDotWritten |= tail.AsSpan().SequenceEqual(FinalDot);
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
