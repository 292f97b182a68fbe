using Microsoft.Extensions.Options;
using MimeKit;

namespace Netzwerk.Mail;

/// <summary>The mail server, or files where none is named. Asked for each message, because organisers edit the settings while the site runs.</summary>
public sealed class ChosenTransport(IOptionsMonitor<MailOptions> options, string folder, TimeProvider clock) : IMailTransport, IDisposable
{
    private readonly SmtpTransport _server = new(options);
    private readonly FolderTransport _folder = new(folder, clock);

    public Task<Delivery> SendAsync(MimeMessage message, CancellationToken cancellationToken) =>
        options.CurrentValue.HasServer ? _server.SendAsync(message, cancellationToken) : _folder.SendAsync(message, cancellationToken);

    public void Dispose() => _server.Dispose();
}
