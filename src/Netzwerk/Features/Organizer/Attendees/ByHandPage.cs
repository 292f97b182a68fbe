using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Organizer.Attendees;

/// <param name="Closed">Why registration is closed at this moment, where a conscious tick may let somebody in; else null.</param>
/// <param name="FreeSeats">Null means as many as come; also <paramref name="FreeChildcare"/>.</param>
public sealed record ByHandPage(Desk Desk, ByHandForm Form, Refusal? Closed, int? FreeSeats, int? FreeChildcare)
{
    /// <summary>Why the family does not come in.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Last day for children, where it is over and the same tick lets one in.</summary>
    public DateOnly? ChildcareEnded { get; init; }

    /// <summary>Cancelled or over: nothing that could be typed lets anybody in.</summary>
    public bool IsPointless => Refusal is Domain.Refusal.Cancelled or Domain.Refusal.Over && Form.Email is null;

    /// <summary>The tick would let this family in.</summary>
    public bool IsForTheTick => Refusal is { } reason && (reason == Closed || reason is Domain.Refusal.ChildcareClosed);

    public RequestTrouble? Trouble { get; init; }

    /// <summary>The registration that this family already has.</summary>
    public AlreadyThere? AlreadyThere { get; init; }

    public string? ProbablyMeant { get; init; }

    /// <summary>Index of the child's row that was just added.</summary>
    public int? FocusRow { get; init; }

    public static ByHandPage For(Desk desk, Event ev, ByHandForm form, DateTime at)
    {
        var closed = ev.WhyNot(at, Party.Smallest) is { } reason && IsForStaffToOverrule(reason) ? reason : (Refusal?)null;
        return new ByHandPage(desk, form, closed, Left(ev.Seats, ev.SeatsTaken), Left(ev.ChildcareSeats, ev.ChildcareTaken))
        {
            ChildcareEnded = ev.WhyNoChildcare(at) is Domain.Refusal.ChildcareClosed ? ev.ChildcareDay : null,
        };
    }

    public static bool IsForStaffToOverrule(Refusal reason) => reason is Domain.Refusal.ClosedByStaff or Domain.Refusal.NotYetOpen or Domain.Refusal.DeadlinePassed;

    private static int? Left(int? capacity, int taken) => capacity is { } seats ? Math.Max(0, seats - taken) : null;
}

/// <param name="SameForm">It came from this very form, sent before with other content.</param>
public sealed record AlreadyThere(Guid Id, string? Name, bool SameForm, bool IsCancelled);
