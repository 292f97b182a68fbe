namespace Netzwerk.Mail;

/// <summary>Section <c>Mail</c>. Checked at start by <see cref="MailOptionsCheck"/>.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>Without a host, and outside Production, mails become files.</summary>
    public string? Host { get; set; }

    public int? Port { get; set; }

    public MailSecurity Security { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Sender of every mail and envelope sender: a mailbox that collects bounces.</summary>
    public string? From { get; set; }

    public string? FromName { get; set; }

    /// <summary>Where answers go when the event names no contact.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Messages that are handed over at once, each over a connection of its own; mail providers often allow three. Counts from the next start.</summary>
    public int Connections { get; set; } = 3;

    public bool HasServer => !string.IsNullOrWhiteSpace(Host);

    public int EffectivePort => Port ?? Security switch { MailSecurity.Tls => 465, MailSecurity.StartTls => 587, _ => 25 };

    public string Sender => From ?? "netzwerk@localhost.example";

    public string SenderName => FromName ?? "Netzwerk „Wirksame Hilfen für Alleinerziehende“";

    /// <summary>For the demo, whatever the settings say: its facts name real people, so mails become files unless the server is this machine.</summary>
    public void StayOnThisMachine()
    {
        if (!MailOptionsCheck.IsLoopback(Host)) Host = null;
    }
}
