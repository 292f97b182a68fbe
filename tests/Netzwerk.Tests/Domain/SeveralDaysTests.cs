using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Domain;

/// <summary>An event that ends after midnight, or lasts several days.</summary>
public sealed class SeveralDaysTests
{
    private static readonly DateOnly Friday = new(2022, 11, 11), Saturday = new(2022, 11, 12), Sunday = new(2022, 11, 13);

    [Theory]
    [InlineData("2022-11-11", "15:00", "2022-11-11", "16:30", "15:00–16:30 Uhr")]
    [InlineData("2022-11-11", "20:00", "2022-11-12", "01:00", "20:00 Uhr bis Samstag, 12. November, 01:00 Uhr")]
    [InlineData("2022-11-11", "09:00", "2022-11-13", "16:00", "09:00 Uhr bis Sonntag, 13. November, 16:00 Uhr")]
    [InlineData("2022-12-31", "20:00", "2023-01-01", "01:00", "20:00 Uhr bis Sonntag, 1. Januar 2023, 01:00 Uhr")]
    public void The_hours_name_the_last_day_where_it_is_another_one(string first, string from, string last, string to, string words) =>
        Assert.Equal(words, BerlinTime.Hours(Day(first), Time(from), Day(last), Time(to)).Replace('\u00A0', ' '));

    [Fact]
    public void It_is_over_when_its_last_day_ends()
    {
        var ev = Night();
        var ends = BerlinTime.ToUtc(Saturday, new TimeOnly(1, 0));

        Assert.Equal((Saturday, ends), (ev.LastDay, ev.Ends));
        Assert.Equal([Refusal.DeadlinePassed, Refusal.Over], new[] { ends.AddTicks(-1), ends }.Select(at => ev.WhyNot(at, Party.Smallest)!.Value));
        Assert.Equal([false, true], new[] { ends.AddTicks(-1), ends }.Select(ev.IsPast));
        Assert.Equal([false, true], new[] { ends.AddTicks(-1), ends }.Select(ev.MayArchive));
    }

    [Fact]
    public void Retention_counts_from_the_last_day()
    {
        var ev = Night();
        (ev.EndsOn, ev.EndsAt) = (Sunday, new TimeOnly(16, 0));

        Assert.Equal(BerlinTime.ToUtc(Sunday.AddDays(7), new TimeOnly(16, 0)), Retention.ChildrenGoAt(ev));
        Assert.Equal(BerlinTime.ToUtc(Sunday.AddDays(30), new TimeOnly(16, 0)), Retention.RegistrationsGoAt(ev));
        Assert.Equal((Sunday.AddDays(7), Sunday.AddDays(30)), (PaperLife.OfChildren(ev), PaperLife.OfRegistrations(ev)));
    }

    [Fact]
    public void Registration_and_reminder_go_by_the_first_day()
    {
        var ev = Night();
        ev.DeadlineBound = BerlinTime.EndOfDay(Friday);

        Assert.Equal(ev.Starts, ev.SignUpEnds);
        Assert.Equal(BerlinTime.ToUtc(Friday.AddDays(-2), new TimeOnly(10, 0)), Reminder.DueAt(ev));
    }

    [Fact]
    public void Another_last_day_is_a_move_that_guests_have_to_hear_of()
    {
        var ev = Night();
        ev.Take(Party.Smallest);
        ev.RemindedAt = ev.Starts;
        var before = ev.Meeting;

        ev.Move(before with { EndsOn = Sunday });

        Assert.Equal((Sunday, 1, before), (ev.LastDay, ev.Sequence, ev.GuestsBelieve));
        // The day on which families come is the one they were reminded of.
        Assert.NotNull(ev.RemindedAt);
        ev.Move(before);
        Assert.True(ev.IsMovedBack);
    }

    [Fact]
    public void A_copy_lasts_as_long()
    {
        var copy = Night().CopyTo(new DateOnly(2023, 11, 10), Guid.CreateVersion7());

        Assert.Equal(new DateOnly(2023, 11, 11), copy.EndsOn);
    }

    [Fact]
    public void An_announcement_stored_before_there_was_a_last_day_is_still_the_same_meeting()
    {
        var stored = Announcement.Parse("""{"Now":{"Date":"2022-11-11","StartsAt":"15:00:00","EndsAt":"16:30:00","Place":"Kreishaus Cloppenburg"},"Before":[]}""");

        Assert.True(stored.MayContinue(Events.Anniversary(), new DateTime(2022, 11, 1, 0, 0, 0, DateTimeKind.Utc)));
        var night = Announcement.OfChange(Events.Anniversary().Meeting, Night().Meeting, 1, null);
        Assert.Equal(night.Now, Announcement.Parse(night.Serialize()).Now);
    }

    private static Event Night()
    {
        var ev = Events.Anniversary();
        (ev.StartsAt, ev.EndsOn, ev.EndsAt) = (new TimeOnly(20, 0), Saturday, new TimeOnly(1, 0));
        return ev;
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
