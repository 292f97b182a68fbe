namespace Netzwerk.Mail;

/// <summary>Where a message stands. What people read about it is written by the views.</summary>
public enum MailState
{
    /// <summary>Not handed over yet; goes out at <see cref="OutboxMail.NextAttemptAt"/>.</summary>
    Waiting,

    /// <summary>A worker holds the lease and is talking to the mail server.</summary>
    Sending,

    /// <summary>The mail server took it. Says nothing about the reader's mailbox.</summary>
    Sent,

    /// <summary>The mail server refused this address or this message for good.</summary>
    Refused,

    /// <summary>Given up after at least 72 hours of attempts.</summary>
    Failed,

    /// <summary>The connection broke where the server may or may not have taken it (RFC 1047); it is sent again.</summary>
    Unknown,

    /// <summary>Never handed over (or not again), because what it says was no longer so; <see cref="OutboxMail.Note"/> says why.</summary>
    Withdrawn,
}
