using System.Linq.Expressions;
using System.Text.Json.Serialization;

namespace Netzwerk.Domain;

/// <summary>From draft to archive, and what guests have to hear of on the way.</summary>
public sealed partial class Event
{
    /// <summary>Only organisers see it yet.</summary>
    public bool IsDraft { get; set; }

    public DateTime? CancelledAt { get; set; }

    /// <summary>One sentence for guests and visitors; null where none was given.</summary>
    public string? CancelledBecause { get; set; }

    /// <summary>Put away by an organiser once it was over or cancelled; visitors find it in the archive.</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <summary>
    /// What guests last heard of when and where, while it is no longer true, or while some may have heard of something else in between; null
    /// while there is nothing to tell.
    /// </summary>
    public Meeting? GuestsBelieve { get; private set; }

    /// <summary>Is there still something in it for guests? Not once it is called off or over.</summary>
    public bool HasNews(DateTime at) => GuestsBelieve is not null && CancelledAt is null && at < Ends;

    /// <summary>Moved and moved back. Who signed up or was told in between still believes in the other day.</summary>
    public bool IsMovedBack => GuestsBelieve == Meeting;

    public Meeting Meeting => new(Date, StartsAt, EndsAt, Place, EndsOn);

    /// <summary>Over, or put away by an organiser: visitors find it in the archive.</summary>
    public bool IsPast(DateTime at) => ArchivedAt is not null || at >= Ends;

    /// <summary>For queries: what visitors may know of.</summary>
    public static Expression<Func<Event, bool>> IsPublic { get; } = ev => !ev.IsDraft;

    /// <summary>What visitors would miss on its page; none when it may be published.</summary>
    public IEnumerable<Unready> Unready(DateTime at)
    {
        if (Lead.Length == 0) yield return Domain.Unready.Lead;
        if (Audience.Length == 0) yield return Domain.Unready.Audience;
        if (Host.Length == 0) yield return Domain.Unready.Host;
        if (at >= Ends) yield return Domain.Unready.Over;
    }

    /// <summary>Another day, time or place. Calendars learn of it by <see cref="Sequence"/>; guests once an organiser tells them.</summary>
    public void Move(Meeting to)
    {
        var before = Meeting;
        if (to == before) return;
        (Date, StartsAt, EndsAt, Place, EndsOn) = (to.Date, to.StartsAt, to.EndsAt, to.Place, to.EndsOn);
        if (IsDraft) return;
        Sequence++;
        // Who was reminded of another day is reminded of this one.
        if (to.Date != before.Date) RemindedAt = null;
        if (SeatsTaken > 0 && CancelledAt is null) GuestsBelieve ??= before;
    }

    /// <summary>What stands in a calendar's entry beside when and where.</summary>
    public void Name(string title, string shortTitle, string contactName, string contactEmail)
    {
        if ((title, shortTitle, contactName, contactEmail) == (Title, ShortTitle, ContactName, ContactEmail)) return;
        (Title, ShortTitle, ContactName, ContactEmail) = (title, shortTitle, contactName, contactEmail);
        if (!IsDraft) Sequence++;
    }

    /// <summary>Guests were told, or an organiser decided that they need not be.</summary>
    public void GuestsKnow() => GuestsBelieve = null;

    public bool MayCancel(DateTime at) => !IsDraft && CancelledAt is null && at < Ends;

    public void Cancel(DateTime at, string? because)
    {
        (CancelledAt, CancelledBecause) = (at, because);
        Sequence++;
        GuestsKnow();
    }

    public bool MayArchive(DateTime at) => !IsDraft && ArchivedAt is null && (CancelledAt is not null || at >= Ends);

    /// <summary>
    /// The same event on another day, as a draft: all dates move by the same number of days and keep their time of day in Berlin. Nothing of
    /// a person comes along, no count, and nothing that was done by hand. Its address is still to be found.
    /// </summary>
    public Event CopyTo(DateOnly date, Guid id)
    {
        var days = date.DayNumber - Date.DayNumber;
        return new Event
        {
            Id = id,
            Slug = "",
            IsDraft = true,
            Title = Title,
            ShortTitle = ShortTitle,
            Lead = Lead,
            Description = Description,
            Audience = Audience,
            Host = Host,
            Place = Place,
            AccessNotes = AccessNotes,
            Price = Price,
            Date = date,
            StartsAt = StartsAt,
            EndsAt = EndsAt,
            EndsOn = EndsOn?.AddDays(days),
            ContactName = ContactName,
            ContactEmail = ContactEmail,
            ContactPhone = ContactPhone,
            Programme = [.. Programme.Select(item => item with { })],
            Questions = [.. Questions.Select(question => question with { Id = Guid.CreateVersion7() })],
            OffersChildcare = OffersChildcare,
            IsFestive = IsFestive,
            OpensAt = OpensAt is { } opens ? BerlinTime.Shift(opens, days) : null,
            DeadlineBound = BerlinTime.Shift(DeadlineBound, days),
            ChildcareDeadlineBound = ChildcareDeadlineBound is { } bound ? BerlinTime.Shift(bound, days) : null,
            Seats = Seats,
            ChildcareSeats = ChildcareSeats,
            ChildrenKeptDays = ChildrenKeptDays,
            RegistrationsKeptDays = RegistrationsKeptDays,
            Reminds = Reminds,
            ConfirmationText = ConfirmationText,
            ReminderText = ReminderText,
        };
    }
}

/// <summary>Why a draft is not ready for visitors.</summary>
public enum Unready
{
    Lead,
    Audience,
    Host,
    Over,
}

/// <summary>When and where: what stands in a guest's calendar.</summary>
/// <param name="EndsOn">Null where it ends on <paramref name="Date"/>; what was stored before events could last longer has none.</param>
public sealed record Meeting(DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place, DateOnly? EndsOn = null)
{
    [JsonIgnore]
    public string Hours => BerlinTime.Hours(Date, StartsAt, EndsOn ?? Date, EndsAt);
}
