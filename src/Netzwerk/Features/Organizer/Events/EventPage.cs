using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Events;

/// <summary>One line of <c>/verwaltung</c>. A carer gets the childcare sheet and nothing else.</summary>
/// <param name="Registrations">Null for those who may not enter the event's page.</param>
public sealed record EventRow(string Slug, string ShortTitle, Stage Stage, string When, int? Registrations, bool IsAnonymous, bool SeesChildren);

/// <param name="MayMake">A new event is for organisers of all events.</param>
/// <param name="Todo">Null for who only looks after children.</param>
public sealed record IndexPage(IReadOnlyList<EventRow> Events, bool MayMake, bool AnyArchived, TodoBlock? Todo, Done? Done);

/// <param name="Next">The next day on which something happens by itself, for who has nothing to do.</param>
/// <param name="Today">By Berlin's clock.</param>
public sealed record TodoBlock(IReadOnlyList<TodoItem> Items, (DateOnly Day, string Title, bool IsDeadline)? Next, DateOnly Today);

/// <summary>A draft at a glance.</summary>
/// <param name="Unready">What is missing before it can be published.</param>
public sealed record DraftPage(EventFacts Event, IReadOnlyList<Unready> Unready, bool MayCopy, Done? Done);

public enum Stage
{
    Draft,
    Public,
    Over,
    Cancelled,
    Archived,
}

/// <summary>An event at a glance for those who run it.</summary>
/// <param name="ForOrganizer">Staff see counts, but no ages, no wishes for a call, no lists and no editing.</param>
/// <param name="IsAnonymous">The people are erased; small counts are not told.</param>
public sealed record EventPage(
    string Slug, string ShortTitle, bool ForOrganizer, DateTime Now, Headcount Heads, SignUpState State, Meter Seats, Meter? Childcare,
    Ages? Ages, int Carers, int CallsWanted, MailSummary Mails, NextSteps Steps, bool IsAnonymous, Done? Done)
{
    public string Room => $"/verwaltung/veranstaltungen/{Slug}";

    public bool OffersChildcare { get; init; }

    public SignUpRush? Rush { get; init; }

    /// <summary>Null while there is nothing that they should be told.</summary>
    public MovedNotTold? NotTold { get; init; }

    /// <summary>Families are being told of a decision; null where nobody is.</summary>
    public Progress? Telling { get; init; }

    public Stage Stage { get; init; }

    /// <summary>How many families can be written to.</summary>
    public int Guests { get; init; }

    /// <summary>Neither cancelled nor over: staff may still let families in.</summary>
    public bool TakesFamilies => Stage == Stage.Public && State.IsLive;

    /// <summary>Open and close: once the event has started, neither does anything.</summary>
    public bool MaySwitch => Stage == Stage.Public && !State.HasStarted;

    public string? CancelledBecause { get; init; }

    public bool MayCancel { get; init; }

    public bool MayArchive { get; init; }

    public bool MayCopy { get; init; }
}

/// <param name="All">As many as there were when it was decided.</param>
public sealed record Progress(int Done, int All);

/// <summary>Counts over active registrations.</summary>
public sealed record Headcount(int Registrations, int Adults, int Children);

/// <summary>How full something is; no limit means as many as come.</summary>
public sealed record Meter(int Taken, int? Limit)
{
    public int? Left => Limit is { } limit ? Math.Max(0, limit - Taken) : null;

    /// <summary>How many more came in than there is room for, because the limit was lowered afterwards.</summary>
    public int Excess => Limit is { } limit ? Math.Max(0, Taken - limit) : 0;
}

/// <param name="Unknown">Children whose details were erased; their places stay taken.</param>
public sealed record Ages(AgeGroups Groups, int Unknown);

/// <param name="WhyNot">Null: open.</param>
/// <param name="IsLive">False while Production lacks what the law asks for: then nobody can register, however open it is.</param>
/// <param name="OpenedByHand">The toggle alone keeps it open, or would after the deadline.</param>
public sealed record SignUpState(
    Refusal? WhyNot, bool IsLive, bool OpenedByHand, SignUpSwitch Switch, string? SwitchedBy, DateTime? SwitchedAt,
    DateTime? OpensAt, DateOnly DeadlineDay, bool DeadlineOver, int DaysLeft, DateOnly Date, TimeOnly StartsAt, bool HasStarted, DateTime? CancelledAt, DateOnly? EndsOn);

/// <param name="Problems">What did not arrive, then what is unknown, newest first, at most five; ProblemCount says how many there are.</param>
public sealed record MailSummary(int Sent, int Waiting, int Retried, int Refused, int Failed, int Unknown, DateTime? LastSentAt, IReadOnlyList<MailProblem> Problems)
{
    public int ProblemCount => Refused + Failed + Unknown;
}

/// <param name="To">The name it was written to; null once the person is erased.</param>
public sealed record MailProblem(string Kind, MailState State, Guid? RegistrationId, string? To, string? Reference, string? Answer);

/// <summary>What comes next for this event; past points are left out.</summary>
/// <param name="Reminder">When guests are reminded; null where they are not, or were.</param>
public sealed record NextSteps(DateOnly? Deadline, bool ReportWaits, DateTime? Reminder, DateOnly? EventDay, DateOnly? ChildrenGoOn, DateOnly? RegistrationsGoOn, DateOnly DestroyBy);

/// <summary>What was done with the request before this page.</summary>
public enum Done
{
    Closed,
    Opened,
    BackToSchedule,
    Saved,
    Made,
    Copied,
    Published,
    CalledOff,
    GuestsTold,
    GuestsNotTold,
    Archived,
    Unarchived,
    Deleted,
}
