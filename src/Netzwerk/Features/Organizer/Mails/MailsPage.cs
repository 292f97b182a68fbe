using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Mails;

/// <summary>An event's mails, fifty to a page.</summary>
/// <param name="Total">How many there are of what was asked for.</param>
/// <param name="Kinds">That this event has mails of.</param>
/// <param name="Now">By the system's clock, which says when the next attempt is.</param>
public sealed record MailsPage(
    string Slug, string ShortTitle, IReadOnlyList<MailRow> Rows, int Total, MailQuery Query, IReadOnlyList<string> Kinds, DateTime Now, bool ForOrganizer, SentAgain? Done)
{
    public const int PageSize = 50;

    public int Pages => PagesOf(Total);

    public string Room => $"/verwaltung/veranstaltungen/{Slug}";

    public static int PagesOf(int total) => Math.Max(1, (total + PageSize - 1) / PageSize);
}

/// <param name="To">Name it was written to; null once the person is erased.</param>
/// <param name="NextAttemptAt">System clock.</param>
/// <param name="Answer">What the mail server said last.</param>
/// <param name="Note">Why it was withdrawn, or that it was written anew.</param>
public sealed record MailRow(
    Guid Id, string Kind, Guid? RegistrationId, string? To, string? Address, string? Reference, MailState State, DateTime CreatedAt, DateTime? SentAt,
    int Attempts, DateTime NextAttemptAt, string? Answer, string? Delay, string? Note, bool PossiblyDuplicate)
{
    /// <summary>Not delivered, or a confirmation that its family may get once more; and still so.</summary>
    public bool CanSendAgain { get; init; }

    public bool CanCorrect { get; init; }
}

/// <summary>What „Noch einmal senden“ came to.</summary>
public enum SentAgain
{
    /// <summary>The same message, once more.</summary>
    Again,

    /// <summary>The same message, once its address may get more of its kind.</summary>
    Later,

    /// <summary>It had arrived at its server; a new message says the same.</summary>
    Anew,

    /// <summary>It is under way, or nobody is left to write to.</summary>
    NotNow,
}
