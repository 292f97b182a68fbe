using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Domain;

public sealed class RetentionTests
{
    private static readonly DateTime Ends = new(2022, 11, 11, 15, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void Children_go_after_seven_days_and_registrations_after_thirty()
    {
        var ev = Events.Anniversary();

        Assert.Equal(Ends.AddDays(7), Retention.ChildrenGoAt(ev));
        Assert.Equal(Ends.AddDays(30), Retention.RegistrationsGoAt(ev));
        Assert.Equal((new DateOnly(2022, 11, 18), new DateOnly(2022, 12, 11)), (PaperLife.OfChildren(ev), PaperLife.OfRegistrations(ev)));
    }

    [Fact]
    public void An_event_may_keep_shorter_or_longer_and_children_never_outlive_their_registration()
    {
        var ev = Events.Anniversary();
        (ev.ChildrenKeptDays, ev.RegistrationsKeptDays) = (20, 2);

        Assert.Equal((Ends.AddDays(2), Ends.AddDays(2)), (Retention.ChildrenGoAt(ev), Retention.RegistrationsGoAt(ev)));
    }

    [Fact]
    public void Days_are_days_of_the_calendar_also_when_the_clocks_change()
    {
        var ev = Events.Anniversary();
        ev.Date = new DateOnly(2022, 10, 28);

        Assert.Equal(new DateTime(2022, 11, 4, 15, 30, 0, DateTimeKind.Utc), Retention.ChildrenGoAt(ev));
    }

    [Fact]
    public void Who_cancelled_early_goes_early_and_never_later_than_the_others()
    {
        var ev = Events.Anniversary();
        var october = new DateTime(2022, 10, 1, 12, 0, 0, DateTimeKind.Utc);

        Assert.Equal(october.AddDays(7), Retention.ChildrenGoAt(ev, october));
        Assert.Equal(october.AddDays(30), Retention.RegistrationGoesAt(ev, october));
        Assert.Equal(Retention.RegistrationsGoAt(ev), Retention.RegistrationGoesAt(ev, Ends.AddDays(-1).AddDays(2)));
        Assert.Equal(Retention.RegistrationsGoAt(ev), Retention.RegistrationGoesAt(ev, null));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "weniger als 5")]
    [InlineData(4, "weniger als 5")]
    [InlineData(5, "5")]
    public void A_count_that_could_point_at_a_family_is_not_told(int count, string shown) => Assert.Equal((shown, $"{count}"), (SmallCount.Of(count), SmallCount.Of(count, isAnonymous: false)));
}
