using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Domain;

public sealed class WhyNotTests
{
    private static readonly DateTime Early = new(2022, 10, 24, 8, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly Party Alone = Party.Smallest;
    private static readonly Party WithChild = new(1, 1);

    [Fact]
    public void Whoever_comes_in_time_and_finds_a_seat_may_come() => Assert.Null(Events.Anniversary().WhyNot(Early, WithChild));

    [Fact]
    public void The_first_reason_that_applies_is_the_one_that_is_given()
    {
        // Every obstacle at once; each step takes the foremost one away.
        var ev = Events.Anniversary();
        (ev.Seats, ev.ChildcareSeats, ev.OpensAt, ev.CancelledAt) = (0, 0, ev.Ends.AddDays(9), Early);
        ev.ChildcareDeadlineBound = Early;
        ev.Turn(SignUpSwitch.Closed, "Karin", Early);

        Assert.Equal(Refusal.Cancelled, ev.WhyNot(ev.Ends, WithChild));
        ev.CancelledAt = null;
        Assert.Equal(Refusal.Over, ev.WhyNot(ev.Ends, WithChild));
        Assert.Equal(Refusal.ClosedByStaff, ev.WhyNot(ev.Ends - Tick, WithChild));
        ev.Turn(SignUpSwitch.Schedule, "Karin", Early);
        Assert.Equal(Refusal.NotYetOpen, ev.WhyNot(ev.Ends - Tick, WithChild));
        ev.OpensAt = null;
        Assert.Equal(Refusal.DeadlinePassed, ev.WhyNot(ev.Ends - Tick, WithChild));
        Assert.Equal(Refusal.Full, ev.WhyNot(Early, WithChild));
        ev.Seats = null;
        Assert.Equal(Refusal.ChildcareClosed, ev.WhyNot(Early, WithChild));
        ev.ChildcareDeadlineBound = null;
        Assert.Equal(Refusal.ChildcareFull, ev.WhyNot(Early, WithChild));
        Assert.Null(ev.WhyNot(Early, Alone));
    }

    [Fact]
    public void The_deadline_holds_to_the_millisecond()
    {
        var ev = Events.Anniversary();
        var bound = new DateTime(2022, 11, 4, 23, 0, 0, DateTimeKind.Utc);

        Assert.Equal(bound, ev.DeadlineBound);
        Assert.Null(ev.WhyNot(bound - Tick, Alone));
        Assert.Null(ev.WhyNot(bound.AddTicks(-1), Alone));
        Assert.Equal(Refusal.DeadlinePassed, ev.WhyNot(bound, Alone));
        Assert.Equal(Refusal.DeadlinePassed, ev.WhyNot(bound + Tick, Alone));
    }

    [Theory]
    // The night before the clocks go back (02:00 UTC offset +2) and forward (+1): the day that counts ends at local midnight.
    [InlineData("2022-10-29", "2022-10-29T22:00:00Z")]
    [InlineData("2022-10-30", "2022-10-30T23:00:00Z")]
    [InlineData("2023-03-25", "2023-03-25T23:00:00Z")]
    [InlineData("2023-03-26", "2023-03-26T22:00:00Z")]
    public void A_deadline_in_a_night_that_shifts_the_clocks_is_exact(string lastDay, string expectedBound)
    {
        var bound = BerlinTime.EndOfDay(DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture));
        var ev = Events.Anniversary(bound);
        ev.Date = new DateOnly(2023, 6, 1);

        Assert.Equal(DateTimeOffset.Parse(expectedBound, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime, bound);
        Assert.Null(ev.WhyNot(bound - Tick, Alone));
        Assert.Equal(Refusal.DeadlinePassed, ev.WhyNot(bound, Alone));
        Assert.Equal(DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture), ev.DeadlineDay);
    }

    [Fact]
    public void A_bound_in_the_hour_that_autumn_repeats_comes_once()
    {
        // 02:30 exists twice; the first one is meant.
        var bound = BerlinTime.ToUtc(new DateOnly(2022, 10, 30), new TimeOnly(2, 30));
        var ev = Events.Anniversary(bound);

        Assert.Equal(new DateTime(2022, 10, 30, 0, 30, 0, DateTimeKind.Utc), bound);
        Assert.Null(ev.WhyNot(bound - Tick, Alone));
        Assert.Equal(Refusal.DeadlinePassed, ev.WhyNot(bound, Alone));
        Assert.Equal(Refusal.DeadlinePassed, ev.WhyNot(bound.AddHours(1), Alone));
    }

    [Fact]
    public void A_deadline_behind_the_start_ends_with_the_start()
    {
        var ev = Events.Anniversary();
        ev.DeadlineBound = ev.Ends.AddDays(1);

        Assert.Null(ev.WhyNot(ev.Starts - Tick, Alone));
        Assert.Equal(Refusal.DeadlinePassed, ev.WhyNot(ev.Starts, Alone));
    }

    [Fact]
    public void Opening_by_hand_lifts_the_schedule_until_the_event_starts_and_nothing_else()
    {
        var ev = Events.Anniversary();
        ev.OpensAt = Early.AddDays(1);
        ev.Turn(SignUpSwitch.Open, "Karin", Early);

        Assert.Null(ev.WhyNot(Early, Alone));
        Assert.Null(ev.WhyNot(ev.DeadlineBound, Alone));
        Assert.Null(ev.WhyNot(ev.Starts - Tick, Alone));
        Assert.Equal(Refusal.DeadlinePassed, ev.WhyNot(ev.Starts, Alone));
        ev.Seats = 0;
        Assert.Equal(Refusal.Full, ev.WhyNot(Early, Alone));
        ev.CancelledAt = Early;
        Assert.Equal(Refusal.Cancelled, ev.WhyNot(Early, Alone));
    }

    [Fact]
    public void Closing_by_hand_holds_before_the_deadline_and_the_schedule_comes_back_on_request()
    {
        var ev = Events.Anniversary();
        ev.Turn(SignUpSwitch.Closed, "Karin", Early);
        Assert.Equal(Refusal.ClosedByStaff, ev.WhyNot(Early, Alone));
        Assert.Equal(("Karin", (DateTime?)Early), (ev.SwitchedBy, ev.SwitchedAt));

        ev.Turn(SignUpSwitch.Schedule, "Stefan", Early);
        Assert.Null(ev.WhyNot(Early, Alone));
        Assert.False(ev.IsOpenedByHand(Early));
    }

    [Fact]
    public void Staff_let_somebody_in_knowingly_past_the_deadline_but_never_past_the_seats()
    {
        var ev = Events.Anniversary();
        Assert.Null(ev.WhyNot(ev.DeadlineBound, Alone, knowingly: true));
        ev.Turn(SignUpSwitch.Closed, "Karin", Early);
        Assert.Null(ev.WhyNot(Early, Alone, knowingly: true));
        ev.Seats = 0;
        Assert.Equal(Refusal.Full, ev.WhyNot(ev.DeadlineBound, Alone, knowingly: true));
        Assert.Equal(Refusal.Over, ev.WhyNot(ev.Ends, Alone, knowingly: true));
    }

    [Theory]
    [InlineData(1, 0, 3, true)]
    [InlineData(3, 0, 3, true)]
    [InlineData(2, 2, 3, false)]
    [InlineData(1, 2, 3, true)]
    public void A_family_needs_a_seat_for_everybody_and_is_never_split(int adults, int children, int seats, bool fits)
    {
        var ev = Events.Anniversary();
        ev.Seats = seats;

        Assert.Equal(adults + children, new Party(adults, children).Seats);
        Assert.Equal(fits ? null : Refusal.Full, ev.WhyNot(Early, new Party(adults, children)));
    }

    [Fact]
    public void Cancelling_frees_the_seats_once()
    {
        var ev = Events.Anniversary();
        (ev.Seats, ev.ChildcareSeats) = (2, 1);
        var registration = Registered(ev);
        Assert.Equal((2, 1), (ev.SeatsTaken, ev.ChildcareTaken));
        Assert.Equal(Refusal.Full, ev.WhyNot(Early, Alone));

        registration.Cancel(ev, Early);
        registration.Cancel(ev, Early);

        Assert.Equal((0, 0), (ev.SeatsTaken, ev.ChildcareTaken));
        Assert.Null(registration.FamilyKey);
    }

    [Fact]
    public void Erasing_keeps_the_counts_and_nothing_of_the_person()
    {
        var ev = Events.Anniversary();
        var registration = Registered(ev);

        registration.Erase(Early);

        Assert.Equal((2, 1), (ev.SeatsTaken, registration.ChildrenInCare));
        Assert.Empty(registration.Children);
        Assert.Empty(registration.Answers);
        Assert.All<object?>([registration.GivenName, registration.FamilyName, registration.Email, registration.Phone, registration.PhoneE164,
            registration.Question, registration.FamilyKey, registration.SortKey, registration.SearchKey, registration.LinkHash, registration.Fingerprint], Assert.Null);
    }

    [Theory]
    [InlineData(null, 0, null)]
    [InlineData(100, 89, SeatsLeft.Enough)]
    [InlineData(100, 90, SeatsLeft.Few)]
    [InlineData(20, 15, SeatsLeft.Few)]
    [InlineData(20, 20, SeatsLeft.None)]
    [InlineData(10, 20, SeatsLeft.None)]
    public void Visitors_are_told_of_the_seats_in_coarse_words(int? seats, int taken, SeatsLeft? expected)
    {
        var ev = Events.Anniversary();
        ev.Seats = seats;
        ev.Take(new Party(taken, 0));

        Assert.Equal(expected, ev.SeatsLeft);
    }

    private static Registration Registered(Event ev)
    {
        var registration = new Registration
        {
            Id = Guid.CreateVersion7(),
            EventId = ev.Id,
            Reference = "NW-AAAAAA",
            GivenName = "Anna",
            FamilyName = "Öztürk",
            Email = "anna@example.org",
            Phone = "0171",
            ArrivedAt = Early,
            ChildrenInCare = 1,
            Children = [new Child { Position = 1, FirstName = "Mia", Age = 4 }],
            FamilyKey = "k",
            Question = "?",
            Answers = [new Answer(Guid.CreateVersion7(), "Essen?", "vegetarisch")],
        };
        ev.Take(registration.Party);
        return registration;
    }
}
