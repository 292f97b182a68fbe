using Netzwerk.Mail;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>An outbox that sends to a port of this machine and loses its patience after a second.</summary>
internal static class SmtpKit
{
    public static OutboxKit To(int port, MailSecurity security = MailSecurity.None, bool login = false, TimeSpan? atMost = null)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = port, Security = security, From = "absender@netz.example" };
        if (login)
            (options.User, options.Password) = ("netzwerk", "geheim");
        return new(new SmtpTransport(new Fixed<MailOptions>(options))
        {
            ConnectTimeout = TimeSpan.FromSeconds(1),
            AnswerTimeout = TimeSpan.FromSeconds(1),
            MessageTimeout = atMost ?? TimeSpan.FromMinutes(1),
        });
    }
}
