namespace Netzwerk.Mail;

/// <summary>What one attempt came to.</summary>
/// <param name="Answer">The server's words on one line. May hold the reader's address: stored, never logged.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string Answer)
{
    public const int LongestAnswer = 300;

    public string Answer { get; } = Shorten(Answer);

    private static string Shorten(string answer)
    {
        var line = string.Join(' ', answer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestAnswer ? line : line[..(LongestAnswer - 1)] + "…";
    }
}
