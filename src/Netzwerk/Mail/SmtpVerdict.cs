using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Netzwerk.Mail;

/// <summary>
/// What an exception of the SMTP dialogue means for the message. 4yz is "not now", 5yz is "no" (RFC 5321 section 4.2.1), but a
/// "no" is about this message only once the server accepted us: before that, and wherever it speaks of login, policy or order of
/// commands, the settings are at fault, so the message waits and the answer is shown.
/// </summary>
internal static partial class SmtpVerdict
{
    public static Delivery For(Exception e, SmtpPhase phase) => e switch
    {
        SmtpCommandException { StatusCode: var code } => new(ForCode((int)code, e.Message, phase), $"{(int)code} {e.Message}"),
        AuthenticationException => Deferred("Der Mailserver nimmt Mail:User und Mail:Password nicht an", e),
        ServiceNotAuthenticatedException => Deferred("Der Mailserver verlangt Mail:User und Mail:Password", e),
        SslHandshakeException => Deferred("TLS mit dem Mailserver kam nicht zustande (Zertifikat?)", e.InnerException ?? e),
        NotSupportedException => Deferred("Der Mailserver bietet nicht, was Mail:Security oder Mail:User verlangt", e),
        // Everything was written and no answer came: the server may hold the message or not.
        _ when phase == SmtpPhase.AfterFinalDot => new(DeliveryOutcome.Unknown, $"Keine Antwort nach der Übergabe: {e.Message}"),
        OperationCanceledException or TimeoutException => Deferred("Der Mailserver antwortet zu langsam", e),
        SocketException => Deferred("Keine Verbindung zum Mailserver", e),
        _ => Deferred("Die Verbindung zum Mailserver brach ab, bevor die Nachricht übergeben war", e),
    };

    /// <summary>A reused connection that the server gave up meanwhile says nothing about the message; a fresh one is tried.</summary>
    public static bool ConnectionWasStale(Exception e, SmtpPhase phase) =>
        phase == SmtpPhase.Sender
        && e is SmtpProtocolException or IOException or ServiceNotConnectedException
            or SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable };

    private static DeliveryOutcome ForCode(int code, string text, SmtpPhase phase)
    {
        var aboutUs = phase is SmtpPhase.Connecting or SmtpPhase.Sender
            // 503 order of commands; 530, 534, 535, 538 login or encryption demanded (RFC 4954 section 6).
            || code is 503 or 530 or 534 or 535 or 538
            // X.7.Z is security or policy (RFC 3463 section 3.8); before the content that is "relaying denied": who we are.
            || (phase is SmtpPhase.Recipient && IsPolicy(text));
        return code >= 500 && !aboutUs ? DeliveryOutcome.Refused : DeliveryOutcome.Deferred;
    }

    /// <summary>Status X.7.Z.</summary>
    public static bool IsPolicy(string text) => PolicyStatus().IsMatch(text);

    private static Delivery Deferred(string what, Exception e) => new(DeliveryOutcome.Deferred, $"{what}: {e.Message}");

    [GeneratedRegex(@"^\s*5\.7\.\d", RegexOptions.NonBacktracking)]
    private static partial Regex PolicyStatus();
}
