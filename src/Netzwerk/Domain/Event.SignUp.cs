namespace Netzwerk.Domain;

/// <summary>Whether families may register, and why not: the one place that knows deadline, toggle and seats.</summary>
public sealed partial class Event
{
    /// <summary>First instant at which registration is open; null means since the event is public.</summary>
    public DateTime? OpensAt { get; set; }

    /// <summary>
    /// Exclusive bound of registration. "Until 4 November" is 5 November 00:00 in Berlin, so that the whole day still counts.
    /// </summary>
    public required DateTime DeadlineBound { get; set; }

    /// <summary>Exclusive bound of childcare where it ends earlier than registration; null where both end together.</summary>
    public DateTime? ChildcareDeadlineBound { get; set; }

    /// <summary>Seats for all, children in care included; null means as many as come.</summary>
    public int? Seats { get; set; }

    public int? ChildcareSeats { get; set; }

    /// <summary>Kept equal to the sum over active registrations, so that a sign-up costs the same with ten and with 100,000 of them.</summary>
    public int SeatsTaken { get; private set; }

    public int ChildcareTaken { get; private set; }

    /// <summary>Not one more child can come into care; families may still come without.</summary>
    public bool IsChildcareFull => OffersChildcare && ChildcareTaken >= ChildcareSeats;

    public SignUpSwitch Switch { get; private set; }

    public string? SwitchedBy { get; private set; }

    public DateTime? SwitchedAt { get; private set; }

    public DateOnly DeadlineDay => BerlinTime.LastDayBefore(DeadlineBound);

    /// <summary>Last day on which a child can be registered for care, where that ends earlier than registration.</summary>
    public DateOnly? ChildcareDay => ChildcareDeadlineBound is { } bound ? BerlinTime.LastDayBefore(bound) : null;

    /// <summary>The deadline, or the start where the deadline would lie behind it.</summary>
    public DateTime SignUpEnds => DeadlineBound < Starts ? DeadlineBound : Starts;

    /// <summary>
    /// May this party come in at this moment? Null means yes; otherwise the first reason that applies, in the order of <see cref="Refusal"/>.
    /// </summary>
    /// <param name="at">When the request had fully arrived (UTC), not when it is looked at.</param>
    /// <param name="party">Who wants to come; the smallest possible party asks whether registration is open at all.</param>
    /// <param name="knowingly">Staff let somebody in although registration is closed; seats stay exact and a cancelled or past event stays shut.</param>
    public Refusal? WhyNot(DateTime at, Party party, bool knowingly = false)
    {
        if (IsDraft) return Refusal.NotYetOpen;
        if (CancelledAt is not null) return Refusal.Cancelled;
        if (at >= Ends) return Refusal.Over;
        if (!knowingly && WhyClosed(at) is { } closed) return closed;
        if (SeatsTaken + party.Seats > Seats) return Refusal.Full;
        if (party.ChildrenInCare > 0 && (!OffersChildcare || (!knowingly && IsChildcareClosed(at)))) return Refusal.ChildcareClosed;
        if (party.ChildrenInCare > 0 && ChildcareTaken + party.ChildrenInCare > ChildcareSeats) return Refusal.ChildcareFull;
        return null;
    }

    /// <summary>
    /// Why one more child could not come into care, while adults still may: the bound first, because a place can become free again and a
    /// day does not come back. Null where it could, or where no care is offered.
    /// </summary>
    public Refusal? WhyNoChildcare(DateTime at) => !OffersChildcare ? null
        : IsChildcareClosed(at) ? Refusal.ChildcareClosed
        : IsChildcareFull ? Refusal.ChildcareFull : null;

    /// <summary>Would a place that this party gives back help another family? Not where places are unlimited, nor once nobody can register any more.</summary>
    public bool OthersMayTake(Party given, DateTime at) =>
        WhyNot(at, Party.Smallest) is null or Refusal.NotYetOpen or Refusal.Full
        && (Seats is not null || (given.ChildrenInCare > 0 && ChildcareSeats is not null && OffersChildcare && !IsChildcareClosed(at)));

    /// <summary>Is the toggle what keeps registration open just now, against the schedule?</summary>
    public bool IsOpenedByHand(DateTime at) => Switch == SignUpSwitch.Open && at < Starts;

    /// <summary>Registration may end on any day up to the event's own, that whole day included.</summary>
    public bool MayEndSignUp(DateOnly lastDay) => lastDay <= Date;

    /// <summary>Childcare may end together with registration or earlier, never later: a child does not come without its family.</summary>
    public bool MayEndChildcare(DateOnly lastDay) => lastDay <= DeadlineDay;

    public void Turn(SignUpSwitch position, string by, DateTime at) => (Switch, SwitchedBy, SwitchedAt) = (position, by, at);

    public void Take(Party party) => (SeatsTaken, ChildcareTaken) = (SeatsTaken + party.Seats, ChildcareTaken + party.ChildrenInCare);

    public void Release(Party party)
    {
        (SeatsTaken, ChildcareTaken) = (SeatsTaken - party.Seats, ChildcareTaken - party.ChildrenInCare);
        // Whoever knew of another day does not come any more; whoever signs up from now on reads the new one.
        if (SeatsTaken == 0) GuestsKnow();
    }

    /// <summary>What visitors are told of the seats: coarse words, because a number invites to wait. Null where seats are not limited.</summary>
    public SeatsLeft? SeatsLeft => Seats switch
    {
        null => null,
        { } seats when SeatsTaken >= seats => Domain.SeatsLeft.None,
        { } seats when seats - SeatsTaken <= Math.Max(5, seats / 10) => Domain.SeatsLeft.Few,
        _ => Domain.SeatsLeft.Enough,
    };

    /// <summary>The toggle does not lift this bound: carers are planned by it. Staff may, child by child.</summary>
    private bool IsChildcareClosed(DateTime at) => at >= ChildcareDeadlineBound;

    private Refusal? WhyClosed(DateTime at)
    {
        if (Switch == SignUpSwitch.Closed) return Refusal.ClosedByStaff;
        if (IsOpenedByHand(at)) return null;
        if (at < OpensAt) return Refusal.NotYetOpen;
        return at >= SignUpEnds ? Refusal.DeadlinePassed : null;
    }
}

/// <summary>Why a registration does not come in. The order is the order in which the reasons are looked at.</summary>
public enum Refusal
{
    Cancelled,
    Over,
    ClosedByStaff,
    NotYetOpen,
    DeadlinePassed,
    Full,

    /// <summary>After <see cref="Full"/>, because without a seat it helps nobody to come without childcare; before <see cref="ChildcareFull"/>, because waiting for a place would be in vain.</summary>
    ChildcareClosed,
    ChildcareFull,
}

/// <summary>The toggle: let the schedule decide, or hold registration closed or open against it.</summary>
public enum SignUpSwitch
{
    Schedule,
    Closed,
    Open,
}

public enum SeatsLeft
{
    Enough,
    Few,
    None,
}

/// <summary>How many of one family come: the contact and further adults, and the children in care. Each needs one seat.</summary>
public readonly record struct Party(int Adults, int ChildrenInCare)
{
    public static readonly Party Smallest = new(1, 0);

    public int Seats => Adults + ChildrenInCare;
}
