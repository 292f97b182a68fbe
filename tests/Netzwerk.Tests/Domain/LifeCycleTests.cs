using System.Reflection;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Domain;

public class LifeCycleTests
{
    private static readonly Meeting Later = new(new DateOnly(2022, 11, 11), new TimeOnly(16, 0), new TimeOnly(17, 30), "Kreishaus Cloppenburg");

    [Fact]
    public void A_copy_shifts_every_date_by_the_same_days_at_the_same_time_in_Berlin()
    {
        var ev = Events.Anniversary();
        ev.OpensAt = BerlinTime.ToUtc(new DateOnly(2022, 10, 1), new TimeOnly(8, 0));
        ev.ChildcareDeadlineBound = BerlinTime.EndOfDay(new DateOnly(2022, 10, 28));

        // Both summer and winter time lie on the other side of the change now.
        var copy = ev.CopyTo(new DateOnly(2023, 4, 7), Guid.CreateVersion7());

        Assert.Equal(new DateOnly(2023, 3, 31), copy.DeadlineDay);
        Assert.Equal(BerlinTime.EndOfDay(new DateOnly(2023, 3, 31)), copy.DeadlineBound);
        Assert.Equal(BerlinTime.EndOfDay(new DateOnly(2023, 3, 24)), copy.ChildcareDeadlineBound);
        Assert.Equal(BerlinTime.ToUtc(new DateOnly(2023, 2, 25), new TimeOnly(8, 0)), copy.OpensAt);
    }

    [Fact]
    public void A_copy_brings_all_that_is_said_of_it_and_nothing_that_happened()
    {
        var ev = Events.Anniversary();
        (ev.Seats, ev.ChildcareSeats, ev.Description, ev.AccessNotes, ev.ContactPhone, ev.IsFestive, ev.Reminds) = (80, 20, "Mehr", "Aufzug", "04471 150", true, false);
        (ev.ConfirmationText, ev.ReminderText, ev.ChildrenKeptDays, ev.RegistrationsKeptDays) = ("Ja", "Bald", 3, 14);
        ev.Programme.Add(new ProgrammeItem("Kuchen", null));
        ev.Questions.Add(new ExtraQuestion(Guid.CreateVersion7(), "Essen?", QuestionKind.ShortText, false, []));
        ev.OpensAt = ev.ChildcareDeadlineBound = ev.DeadlineBound;
        ev.Take(new Party(2, 1));
        ev.Turn(SignUpSwitch.Closed, "Karin", ev.DeadlineBound);
        ev.Move(Later);
        ev.Cancel(ev.DeadlineBound, "Krank");
        ev.ArchivedAt = ev.RemindedAt = ev.ChildrenErasedAt = ev.RegistrationsErasedAt = ev.DeadlineBound;

        var copy = ev.CopyTo(ev.Date, Guid.CreateVersion7());

        string[] ownOnes =
        [
            nameof(Event.Id), nameof(Event.MadeAt), nameof(Event.Slug), nameof(Event.IsDraft), nameof(Event.Questions), nameof(Event.SeatsTaken), nameof(Event.ChildcareTaken), nameof(Event.IsChildcareFull),
            nameof(Event.SeatsLeft), nameof(Event.Switch), nameof(Event.SwitchedBy), nameof(Event.SwitchedAt), nameof(Event.CancelledAt), nameof(Event.CancelledBecause), nameof(Event.ArchivedAt),
            nameof(Event.GuestsBelieve), nameof(Event.Sequence), nameof(Event.Revision), nameof(Event.RemindedAt), nameof(Event.ChildrenErasedAt), nameof(Event.RegistrationsErasedAt),
        ];
        foreach (var property in typeof(Event).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !ownOnes.Contains(property.Name)))
            Assert.True(Equals(property.GetValue(ev), property.GetValue(copy)) || property.GetValue(copy) is System.Collections.ICollection { Count: 1 }, $"{property.Name} does not come along");
        var fresh = Events.Anniversary();
        foreach (var name in ownOnes.Skip(5).Except([nameof(Event.SeatsLeft)]))
            Assert.Equal(typeof(Event).GetProperty(name)!.GetValue(fresh), typeof(Event).GetProperty(name)!.GetValue(copy));
        Assert.True(copy.IsDraft);
        Assert.NotEqual(ev.Questions[0].Id, copy.Questions[0].Id);
    }

    [Fact]
    public void Guests_have_to_hear_of_a_move_once_and_when_it_is_taken_back_somebody_has_to_look_who_heard_of_it()
    {
        var ev = Events.Anniversary();
        var first = ev.Meeting;
        ev.Take(Party.Smallest);

        ev.Move(Later);
        ev.Move(Later with { Place = "Rathaus" });

        Assert.Equal((first, 2), (ev.GuestsBelieve, ev.Sequence));
        ev.Move(first);
        Assert.Equal((first, true, 3), (ev.GuestsBelieve, ev.IsMovedBack, ev.Sequence));
        ev.Move(first);
        Assert.Equal(3, ev.Sequence);
    }

    [Fact]
    public void Without_guests_or_as_a_draft_a_move_is_nobodys_news()
    {
        var (empty, draft) = (Events.Anniversary(), Events.Anniversary());
        draft.IsDraft = true;
        empty.Move(Later);
        draft.Move(Later);

        Assert.Equal((null, 1), (empty.GuestsBelieve, empty.Sequence));
        Assert.Equal((null, 0), (draft.GuestsBelieve, draft.Sequence));
    }

    [Fact]
    public void Only_what_is_over_or_cancelled_goes_into_the_archive()
    {
        var ev = Events.Anniversary();

        Assert.False(ev.MayArchive(ev.Ends.AddTicks(-1)));
        Assert.True(ev.MayArchive(ev.Ends));
        ev.Cancel(ev.DeadlineBound, null);
        Assert.True(ev.MayArchive(ev.DeadlineBound));
        Assert.False(ev.MayCancel(ev.DeadlineBound));
    }
}
