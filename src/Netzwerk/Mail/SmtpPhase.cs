namespace Netzwerk.Mail;

/// <summary>How far the dialogue about one message got; what a code or a broken connection means hangs on it.</summary>
internal enum SmtpPhase
{
    Connecting,
    Sender,
    Recipient,
    Data,
    AfterFinalDot,
}
