using System.ComponentModel.DataAnnotations;

namespace Netzwerk.Mail;

/// <summary>The mail part of section <c>Limits</c>.</summary>
public sealed class MailLimits
{
    public const string Section = "Limits";

    /// <summary>Messages to one address within 24 hours. More wait, visibly; none is dropped.</summary>
    [Range(1, 10_000, ErrorMessage = "Limits:MailsPerRecipientAndDay muss zwischen 1 und 10000 liegen. Siehe README, Abschnitt E-Mail.")]
    public int MailsPerRecipientAndDay { get; set; } = 20;
}
