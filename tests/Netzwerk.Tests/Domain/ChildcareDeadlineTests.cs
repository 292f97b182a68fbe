using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Domain;

public sealed class ChildcareDeadlineTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly Party WithChild = new(1, 1);
    private static readonly DateTime Bound = BerlinTime.EndOfDay(new DateOnly(2022, 10, 31));

    [Fact]
    public void It_holds_to_the_millisecond_and_only_for_children()
    {
        var ev = Asking();

        Assert.Null(ev.WhyNot(Bound - Tick, WithChild));
        Assert.Equal(Refusal.ChildcareClosed, ev.WhyNot(Bound, WithChild));
        Assert.Equal(Refusal.ChildcareClosed, ev.WhyNot(Bound + Tick, WithChild));
        Assert.Null(ev.WhyNot(Bound, Party.Smallest));
        Assert.Equal((null, Refusal.ChildcareClosed), (ev.WhyNoChildcare(Bound - Tick), ev.WhyNoChildcare(Bound)));
        Assert.Equal(new DateOnly(2022, 10, 31), ev.ChildcareDay);
    }

    [Fact]
    public void Without_one_of_its_own_childcare_ends_with_registration()
    {
        var ev = Events.Anniversary();

        Assert.Null(ev.WhyNot(ev.DeadlineBound - Tick, WithChild));
        Assert.Equal(Refusal.DeadlinePassed, ev.WhyNot(ev.DeadlineBound, WithChild));
        ev.Turn(SignUpSwitch.Open, "Karin", Bound);
        Assert.Null(ev.WhyNot(ev.DeadlineBound, WithChild));
        Assert.Null(ev.ChildcareDay);
    }

    [Fact]
    public void Opening_by_hand_does_not_lift_it_and_staff_may_knowingly()
    {
        var ev = Asking();
        ev.Turn(SignUpSwitch.Open, "Karin", Bound);

        Assert.Equal(Refusal.ChildcareClosed, ev.WhyNot(Bound, WithChild));
        Assert.Null(ev.WhyNot(Bound, WithChild, knowingly: true));
        ev.ChildcareSeats = 0;
        Assert.Equal(Refusal.ChildcareFull, ev.WhyNot(Bound, WithChild, knowingly: true));
    }

    [Fact]
    public void It_never_lies_behind_the_deadline_of_registration()
    {
        var ev = Events.Anniversary();

        Assert.True(ev.MayEndChildcare(new DateOnly(2022, 11, 4)));
        Assert.False(ev.MayEndChildcare(new DateOnly(2022, 11, 5)));
    }

    [Fact]
    public void An_event_without_childcare_has_no_reason_against_it()
    {
        var ev = Asking();
        ev.OffersChildcare = false;

        Assert.Null(ev.WhyNoChildcare(Bound));
    }

    private static Event Asking()
    {
        var ev = Events.Anniversary();
        ev.ChildcareDeadlineBound = Bound;
        return ev;
    }
}
