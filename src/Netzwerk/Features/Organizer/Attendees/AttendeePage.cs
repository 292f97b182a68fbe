using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Attendees;

public sealed record AttendeePage(Desk Desk, AttendeeFacts Person)
{
    /// <summary>Empty for staff, who see only how many come.</summary>
    public required IReadOnlyList<ChildLine> Children { get; init; }

    /// <summary>To the event's own questions, also to those that are not asked any more.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }

    public required IReadOnlyList<MailLine> Mails { get; init; }

    /// <summary>Its address had enough mails for today; null when it does not wait for that.</summary>
    public required DateTime? ConfirmationWaitsUntil { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    public required IReadOnlyList<string> OtherReferences { get; init; }

    public required IReadOnlyList<SameAddressLine> SameAddress { get; init; }

    public required bool MayCancel { get; init; }

    public required bool MayReaddress { get; init; }

    public string Path => Desk.PathOf(Person.Id);

    public IReadOnlyList<string> ToCallAbout => [.. Children.Where(child => child.CallRequested).Select(child => child.FirstName)];

    public bool CallIsDue => Person is { IsActive: true, CalledAt: null } && ToCallAbout.Count > 0;

    public MailLine? Confirmation => Mails.FirstOrDefault(mail => mail.Kind == MailKind.Confirmation);
}

public sealed record ChildLine(string FirstName, int Age, bool CallRequested);

/// <param name="At">When it was sent, or else written (event clock).</param>
/// <param name="Trouble">What the mail server answered, while it is not sent.</param>
/// <param name="Note">Why it waits or was withdrawn, or that it was written anew.</param>
public sealed record MailLine(Guid Id, string Kind, MailState State, DateTime At, bool PossiblyDuplicate, string? Trouble, string? Note);

/// <summary>An act from the audit, or a mail that was sent.</summary>
public sealed record HistoryLine(DateTime At, AuditAct? Act, string? By, string? MailKind);

public sealed record SameAddressLine(Guid Id, string Name, string Reference, bool IsCancelled);

/// <summary>What is asked once before a family is cancelled, or a person erased.</summary>
public sealed record QuestionPage(Desk Desk, AttendeeFacts Person, bool MayCancel)
{
    public string Path => Desk.PathOf(Person.Id);
}
