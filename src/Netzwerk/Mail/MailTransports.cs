using Microsoft.Extensions.Options;

namespace Netzwerk.Mail;

public static class MailTransports
{
    /// <summary>
    /// Files when no server is named, and in the demo unless the server is this machine, whatever the settings say:
    /// the demo's facts name real people.
    /// </summary>
    public static IMailTransport Choose(IOptions<MailOptions> options, bool demo, string folder, TimeProvider clock) =>
        string.IsNullOrWhiteSpace(options.Value.Host) || (demo && !MailOptionsCheck.IsLoopback(options.Value.Host))
            ? new FolderTransport(folder, clock)
            : new SmtpTransport(options);
}
