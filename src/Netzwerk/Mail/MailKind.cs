namespace Netzwerk.Mail;

/// <summary>Values of <see cref="OutboxMail.Kind"/>.</summary>
public static class MailKind
{
    public const string Confirmation = "confirmation";

    /// <summary>Answer to a family that signed up again: brings the link, says that nothing new was taken over.</summary>
    public const string Repeated = "repeated";

    public const string Cancelled = "cancelled";

    /// <summary>The personal link once more, asked for by its owner.</summary>
    public const string Link = "link";

    public const string ClosingReport = "closing-report";
}
