namespace Netzwerk.Mail;

/// <summary>How the connection to the mail server is protected. There is no "when available": what was asked for must happen.</summary>
public enum MailSecurity
{
    /// <summary>Begins in plain text and must be upgraded before anything is said (RFC 3207); usual port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314); usual port 465.</summary>
    Tls,

    /// <summary>Plain text, for a mail server on the same machine; usual port 25.</summary>
    None,
}
