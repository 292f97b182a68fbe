namespace Netzwerk.Mail;

/// <summary>What one attempt came to.</summary>
/// <param name="Answer">The server's words on one line. May hold the reader's address: stored, never logged.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string Answer)
{
    public const int LongestAnswer = 300;

    public string Answer { get; } = Shorten(Answer);

    /// <summary>What becomes of the mail by it.</summary>
    public MailState StateOf(OutboxMail claimed, DateTime now) => Outcome switch
    {
        DeliveryOutcome.Accepted => MailState.Sent,
        DeliveryOutcome.Refused => MailState.Refused,
        DeliveryOutcome.Withdrawn => MailState.Withdrawn,
        _ when RetryLadder.IsOver(claimed.Attempts, now - (claimed.FirstAttemptAt ?? now)) => MailState.Failed,
        DeliveryOutcome.Unknown => MailState.Unknown,
        _ => MailState.Waiting,
    };

    private static string Shorten(string answer)
    {
        var line = string.Join(' ', answer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestAnswer ? line : line[..(LongestAnswer - 1)] + "…";
    }
}
