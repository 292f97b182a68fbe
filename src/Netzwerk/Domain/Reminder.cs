namespace Netzwerk.Domain;

/// <summary>When guests are reminded: two days before the event's day, at ten in the morning by Berlin's clock.</summary>
public static class Reminder
{
    public const int DaysBefore = 2;
    private static readonly TimeOnly At = new(10, 0);

    public static DateTime DueAt(Event ev) => BerlinTime.ToUtc(ev.Date.AddDays(-DaysBefore), At);

    /// <summary>
    /// Shall it go out now? Late is better than never while the event has not begun; a new date makes it due again, once an organiser has
    /// told guests of it or decided not to.
    /// </summary>
    public static bool IsDue(Event ev, DateTime at) => ev.GuestsBelieve is null && IsTime(ev, at);

    /// <summary>It would go out now if guests had not to hear of a change first.</summary>
    public static bool IsWithheld(Event ev, DateTime at) => ev.GuestsBelieve is not null && IsTime(ev, at);

    private static bool IsTime(Event ev, DateTime at) =>
        ev is { Reminds: true, IsDraft: false, CancelledAt: null, RemindedAt: null } && at >= DueAt(ev) && at < ev.Starts;
}
