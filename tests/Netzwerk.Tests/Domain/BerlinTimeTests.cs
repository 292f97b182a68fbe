using Microsoft.Extensions.Time.Testing;
using Netzwerk.Domain;

namespace Netzwerk.Tests.Domain;

public sealed class BerlinTimeTests
{
    [Theory]
    [InlineData("2022-11-11", "15:00", "2022-11-11T14:00:00Z")]
    [InlineData("2022-07-01", "15:00", "2022-07-01T13:00:00Z")]
    // Autumn repeats 02:00 to 03:00: the first one. Spring skips it: the first instant after the gap.
    [InlineData("2022-10-30", "02:00", "2022-10-30T00:00:00Z")]
    [InlineData("2022-10-30", "03:00", "2022-10-30T02:00:00Z")]
    [InlineData("2023-03-26", "02:00", "2023-03-26T01:00:00Z")]
    [InlineData("2023-03-26", "02:30", "2023-03-26T01:00:00Z")]
    [InlineData("2023-03-26", "03:00", "2023-03-26T01:00:00Z")]
    public void A_wall_clock_time_is_one_instant(string date, string time, string utc)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;

        var instant = BerlinTime.ToUtc(DateOnly.Parse(date, invariant), TimeOnly.Parse(time, invariant));

        Assert.Equal(DateTimeOffset.Parse(utc, invariant).UtcDateTime, instant);
        Assert.Equal(DateTimeKind.Utc, instant.Kind);
    }

    [Fact]
    public void The_bound_belongs_to_the_next_day_and_the_day_before_still_counts()
    {
        var bound = BerlinTime.EndOfDay(new DateOnly(2022, 11, 4));

        Assert.Equal(new DateOnly(2022, 11, 5), BerlinTime.DateOf(bound));
        Assert.Equal(new DateOnly(2022, 11, 4), BerlinTime.LastDayBefore(bound));
    }

    [Fact]
    public void Dates_read_as_German_and_do_not_break()
    {
        var date = new DateOnly(2022, 11, 4);

        Assert.Equal("Freitag, 4.\u00A0November\u00A02022", BerlinTime.LongDate(date));
        Assert.Equal("Freitag, 4.\u00A0November", BerlinTime.DayAndMonth(date));
        Assert.Equal("Fr.,\u00A04.\u00A0November\u00A02022", BerlinTime.ShortDay(date));
        Assert.Equal("Fr., 04.11.2022", BerlinTime.SubjectDate(date));
        Assert.Equal("15:00–16:30\u00A0Uhr", BerlinTime.Span(new TimeOnly(15, 0), new TimeOnly(16, 30)));
        Assert.EndsWith("00:00\u00A0Uhr", BerlinTime.Moment(BerlinTime.EndOfDay(date)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_event_clock_can_be_set_and_ticks_on_while_the_systems_stays()
    {
        var system = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var clock = new EventClock(system);
        clock.SetTo(new DateTimeOffset(2022, 11, 4, 23, 59, 0, TimeSpan.FromHours(1)));
        system.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(BerlinTime.EndOfDay(new DateOnly(2022, 11, 4)), clock.Now);
        Assert.Equal(new DateOnly(2022, 11, 5), clock.Today);
        Assert.Equal(2026, system.GetUtcNow().Year);
    }
}
