using Netzwerk.Domain;
using Netzwerk.Features.Shared;

namespace Netzwerk.Features.Organizer.Attendees;

/// <param name="Page">From 1.</param>
public sealed record AttendeesPage(Desk Desk, AttendeeQuery Query, AttendeeCounts Counts, int Page, IReadOnlyList<AttendeeRow> Rows)
{
    /// <summary>The event's registrations are erased; what stayed stands on the overview.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>One for each question that the event asks.</summary>
    public required IReadOnlyList<AnswerSummary> Answers { get; init; }

    public SignUpRush? Rush { get; init; }

    /// <summary>Until the event starts.</summary>
    public bool MayCancel { get; init; }

    public int First => ((Page - 1) * AttendeeCounts.PageSize) + 1;

    public int Last => First + Rows.Count - 1;
}

/// <param name="Found">How many the search and the filters let through; <paramref name="Cancelled"/> of them do not come any more.</param>
public sealed record AttendeeCounts(int Found, int All, int Cancelled)
{
    public const int PageSize = 50;

    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);
}

public sealed record AttendeeRow(
    Guid Id, string? GivenName, string? FamilyName, string? EmailKey, int Adults, int Children, string Reference, DateTime ArrivedAt,
    bool IsCancelled, bool IsErased, bool LetInKnowingly, bool HasMailTrouble, IReadOnlyList<Answer> Answers)
{
    public bool SharesAddress { get; init; }

    public bool IsNormal => !(IsCancelled || IsErased || LetInKnowingly || HasMailTrouble);
}
