using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Netzwerk.Mail;

/// <summary>
/// Sends one message with the settings of this moment, past the outbox and over a connection of its own, and tells what happened. Nothing
/// is tried twice.
/// </summary>
public sealed class MailTrial(IOptionsMonitor<MailOptions> options, string folder, TimeProvider clock)
{
    /// <summary>For all steps together: somebody is waiting for the page.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Only tests set it, to trust their own authority.</summary>
    internal RemoteCertificateValidationCallback? CertificateCheck { get; init; }

    public async Task<TrialReport> RunAsync(MimeMessage message)
    {
        var settings = options.CurrentValue;
        using var limit = new CancellationTokenSource(Patience);
        return settings.HasServer ? await SendAsync(message, settings, limit.Token) : await WriteAsync(message, limit.Token);
    }

    private async Task<TrialReport> SendAsync(MimeMessage message, MailOptions settings, CancellationToken limit)
    {
        var report = new TrialReport(settings.Host, settings.EffectivePort, settings.Security, !string.IsNullOrEmpty(settings.User));
        var step = TrialStep.Connection;
        using var client = new WatchedSmtpClient { Timeout = (int)Patience.TotalMilliseconds, CheckCertificateRevocation = false, ServerCertificateValidationCallback = CertificateCheck };
        try
        {
            await client.ConnectAsync(settings, limit);
            if (client.IsSecure) report = report with { Encryption = client.SslProtocol.ToString() };
            step = TrialStep.SignIn;
            if (report.SignsIn) await client.AuthenticateAsync(settings.User!, settings.Password ?? "", limit);
            step = TrialStep.Handover;
            var answer = await client.SendAsync(message, new MailboxAddress("", settings.Sender), limit);
            return report with { Answer = OneLine("250 " + answer) };
        }
        catch (Exception e)
        {
            var trouble = TroubleOf(e, step, client.Phase, report.SignsIn);
            var words = e is SmtpCommandException refused ? $"{(int)refused.StatusCode} {refused.Message}" : (e as SslHandshakeException)?.InnerException?.Message ?? e.Message;
            return report with { Trouble = trouble, FailedAt = StepOf(trouble) ?? step, Answer = OneLine(words) };
        }
    }

    private async Task<TrialReport> WriteAsync(MimeMessage message, CancellationToken limit)
    {
        var written = await new FolderTransport(folder, clock).SendAsync(message, limit);
        var report = new TrialReport(null, 0, MailSecurity.None, SignsIn: false);
        return written.Outcome == DeliveryOutcome.Accepted ? report : report with { FailedAt = TrialStep.Handover, Trouble = TrialTrouble.NoFolder, Answer = written.Answer };
    }

    private static TrialTrouble TroubleOf(Exception e, TrialStep step, SmtpPhase phase, bool signsIn) => e switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => TrialTrouble.HostUnknown,
        SocketException => TrialTrouble.NoConnection,
        OperationCanceledException or TimeoutException => TrialTrouble.TooSlow,
        SslHandshakeException { ServerCertificate: not null } => TrialTrouble.Certificate,
        SslHandshakeException => TrialTrouble.NoTls,
        NotSupportedException => step == TrialStep.Connection ? TrialTrouble.NoStartTls : TrialTrouble.SignInNotOffered,
        AuthenticationException => TrialTrouble.SignInRefused,
        ServiceNotAuthenticatedException => TrialTrouble.SignInWanted,
        SmtpCommandException refused => TroubleOf((int)refused.StatusCode, refused.Message, step, phase, signsIn),
        _ => TrialTrouble.BrokeOff,
    };

    private static TrialTrouble TroubleOf(int code, string words, TrialStep step, SmtpPhase phase, bool signsIn) => (code, phase) switch
    {
        (530 or 534 or 538, _) => TrialTrouble.SignInWanted,
        (535, _) => TrialTrouble.SignInRefused,
        ( < 500, _) => TrialTrouble.ServerBusy,
        _ when step != TrialStep.Handover => TrialTrouble.ServerBusy,
        (_, SmtpPhase.Sender) => TrialTrouble.SenderRefused,
        // „Relay access denied“: it would take the mail from somebody whom it knows.
        (_, SmtpPhase.Recipient) => !signsIn && SmtpVerdict.IsPolicy(words) ? TrialTrouble.SignInWanted : TrialTrouble.RecipientRefused,
        _ => TrialTrouble.ContentRefused,
    };

    private static TrialStep? StepOf(TrialTrouble trouble) => trouble switch
    {
        TrialTrouble.Certificate or TrialTrouble.NoTls or TrialTrouble.NoStartTls => TrialStep.Encryption,
        TrialTrouble.SignInWanted => TrialStep.SignIn,
        _ => null,
    };

    private static string OneLine(string words) => new Delivery(DeliveryOutcome.Accepted, words).Answer;
}
