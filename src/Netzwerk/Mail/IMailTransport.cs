using MimeKit;

namespace Netzwerk.Mail;

/// <summary>Hands a finished message to an SMTP server or a folder.</summary>
public interface IMailTransport
{
    /// <summary>
    /// One attempt. Every failure that is foreseen comes back as a <see cref="Delivery"/>; an exception counts as
    /// <see cref="DeliveryOutcome.Unknown"/>.
    /// </summary>
    /// <param name="cancellationToken">Never the host's stopping token: a send that was begun is finished.</param>
    Task<Delivery> SendAsync(MimeMessage message, CancellationToken cancellationToken);
}
