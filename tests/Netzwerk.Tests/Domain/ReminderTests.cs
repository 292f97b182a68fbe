using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Domain;

public class ReminderTests
{
    /// <summary>9 November 2022, 10:00 in Berlin (winter time).</summary>
    private static readonly DateTime Due = new(2022, 11, 9, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_is_due_two_days_before_at_ten_in_Berlin()
    {
        var ev = Events.Anniversary();

        Assert.Equal(Due, Reminder.DueAt(ev));
        Assert.Equal([false, true, true, false], new[] { Due.AddMilliseconds(-1), Due, ev.Starts.AddMilliseconds(-1), ev.Starts }.Select(at => Reminder.IsDue(ev, at)));
    }

    [Fact]
    public void In_the_days_around_a_change_of_the_clocks_it_is_still_ten()
    {
        var ev = Events.Anniversary();
        foreach (var (day, hourUtc) in (ReadOnlySpan<(DateOnly, int)>)[(new(2022, 3, 28), 9), (new(2022, 3, 29), 8), (new(2022, 10, 31), 8), (new(2022, 11, 1), 9)])
        {
            ev.Date = day;
            Assert.Equal(hourUtc, Reminder.DueAt(ev).Hour);
        }
    }

    [Fact]
    public void Drafts_cancelled_events_and_offices_that_do_not_want_it_send_none()
    {
        Assert.True(IsDue(_ => { }));
        Assert.False(IsDue(ev => ev.IsDraft = true));
        Assert.False(IsDue(ev => ev.CancelledAt = Due));
        Assert.False(IsDue(ev => ev.Reminds = false));
    }

    [Fact]
    public void It_is_due_once_for_a_date_and_again_for_a_later_one()
    {
        Assert.False(IsDue(ev => ev.RemindedAt = Due));
        Assert.True(IsDue(ev =>
        {
            ev.RemindedAt = Due;
            ev.Move(ev.Meeting with { Date = ev.Date.AddDays(1) });
        }, at: Due.AddDays(1)));
        Assert.False(IsDue(ev =>
        {
            ev.RemindedAt = Due;
            ev.Move(ev.Meeting with { Place = "Rathaus" });
        }));
    }

    [Fact]
    public void While_guests_believe_in_another_day_it_waits_for_the_office()
    {
        void Move(Event ev)
        {
            ev.Take(new Party(1, 0));
            ev.Move(ev.Meeting with { Place = "Rathaus" });
        }
        Assert.False(IsDue(Move));
        Assert.True(IsDue(ev =>
        {
            Move(ev);
            ev.GuestsKnow();
        }));
    }

    private static bool IsDue(Action<Event> change, DateTime? at = null)
    {
        var ev = Events.Anniversary();
        change(ev);
        return Reminder.IsDue(ev, at ?? Due);
    }
}
