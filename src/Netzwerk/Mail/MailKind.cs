namespace Netzwerk.Mail;

/// <summary>Values of <see cref="OutboxMail.Kind"/>.</summary>
public static class MailKind
{
    public const string Confirmation = "confirmation";

    /// <summary>The confirmation once more, because staff were asked for it. A registration may get several of these.</summary>
    public const string ConfirmationAgain = "confirmation-again";

    /// <summary>Answer to a family that signed up again: brings the link, says that nothing new was taken over.</summary>
    public const string Repeated = "repeated";

    public const string Cancelled = "cancelled";

    /// <summary>The personal link once more, asked for by its owner.</summary>
    public const string Link = "link";

    public const string ClosingReport = "closing-report";

    public const string EventChanged = "event-changed";

    public const string EventCancelled = "event-cancelled";

    /// <summary>Two days before the event; a registration gets at most one for each of its days.</summary>
    public const string Reminder = "reminder";

    /// <summary>To the organiser: the reminder waits, because the event was moved and nobody decided yet whether to tell.</summary>
    public const string ReminderWithheld = "reminder-withheld";

    /// <summary>To a colleague who is given an account.</summary>
    public const string Invitation = "invitation";

    /// <summary>Answer to a lost password.</summary>
    public const string Password = "password";

    /// <summary>To a colleague whose account was changed.</summary>
    public const string AccountNotice = "account-notice";

    /// <summary>To organisers: the server's clock is not believed, and somebody has to look.</summary>
    public const string ClockNotice = "clock-notice";

    /// <summary>What nobody asked for and only the time sends. It waits while the clock is not believed.</summary>
    public static readonly IReadOnlyList<string> SentByTime = [ClosingReport, Reminder, ReminderWithheld];

    /// <summary>Sent at once when an organiser tries the settings; never stored in the outbox.</summary>
    public const string Trial = "trial";
}
