namespace Netzwerk.Mail;

/// <summary>
/// Looks at a claimed message when it is about to leave, on each attempt: between its writing and now the family may have cancelled, the event
/// may have been moved or called off, the address corrected.
/// </summary>
public delegate Task<MailReview> ReviewMail(OutboxMail mail);

/// <summary>What became of a message between its writing and its leaving.</summary>
public abstract record MailReview
{
    private MailReview()
    {
    }

    /// <summary>It says what is so.</summary>
    public static MailReview Current { get; } = new StillCurrent();

    private sealed record StillCurrent : MailReview;

    /// <summary>It leaves with other words, or to another address.</summary>
    public sealed record Anew(OutboxMail Fresh) : MailReview;

    /// <summary>It does not leave.</summary>
    /// <param name="Because">A sentence for staff.</param>
    public sealed record Withdraw(string Because) : MailReview;
}
