namespace Netzwerk.Mail;

public enum DeliveryOutcome
{
    /// <summary>The server took the responsibility for the message (250 after the final dot, RFC 5321 section 6.1).</summary>
    Accepted,

    /// <summary>A definite no to this address or this message. Trying again would bring the same answer.</summary>
    Refused,

    /// <summary>Nothing was handed over; a later attempt may succeed, perhaps after somebody mended the settings.</summary>
    Deferred,

    /// <summary>It broke after the final dot may have arrived and before the answer (RFC 1047).</summary>
    Unknown,

    /// <summary>Nothing was handed over, and nothing shall be: what it says is not so any more.</summary>
    Withdrawn,
}
