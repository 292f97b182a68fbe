using System.Net.Security;
using System.Security.Authentication;

namespace Netzwerk.Mail;

/// <summary>Goes as far as a message would go, and hands none over: connects, TLS with the certificate checked, signs in, says goodbye.</summary>
public static class MailServerProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="certificates">Only tests set it, to trust their own authority.</param>
    public static async Task<ProbedServer> AskAsync(MailOptions settings, RemoteCertificateValidationCallback? certificates, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        using var client = new WatchedSmtpClient { Timeout = (int)Patience.TotalMilliseconds, CheckCertificateRevocation = false, ServerCertificateValidationCallback = certificates };
        try
        {
            await client.ConnectAsync(settings, limit.Token);
            var tls = client.IsSecure ? client.SslProtocol : SslProtocols.None;
            if (!string.IsNullOrEmpty(settings.User)) await client.AuthenticateAsync(settings.User, settings.Password ?? "", limit.Token);
            await client.NoOpAsync(limit.Token);
            await client.DisconnectAsync(quit: true, limit.Token);
            return new ProbedServer(tls, null);
        }
        catch (Exception trouble)
        {
            return new ProbedServer(SslProtocols.None, SmtpVerdict.For(trouble, SmtpPhase.Connecting).Answer);
        }
    }
}

/// <param name="Tls">None without encryption.</param>
/// <param name="Trouble">What went wrong; null when the server would take mails.</param>
public sealed record ProbedServer(SslProtocols Tls, string? Trouble);
