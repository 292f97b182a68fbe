using System.Linq.Expressions;

namespace Netzwerk.Domain;

/// <summary>
/// When what goes, by itself. An event's days count from its end on the clock in Berlin, so that what is printed („vernichten bis“) and
/// what is stored go on the same day; a cancelled event's from the day on which it would have ended.
/// </summary>
public static class Retention
{
    /// <summary>Days that a mail stays in the list after it was sent or given up.</summary>
    public const int MailDays = 30;

    /// <summary>Longest life of a backup, in days.</summary>
    public const int BackupDays = 30;

    /// <summary>Days that the history is kept: it names colleagues, never families.</summary>
    public const int AuditDays = 365;

    /// <summary>Days that the ledger remembers an erasure: longer than any backup lives, also one that somebody copied by hand.</summary>
    public const int LedgerDays = 365;

    /// <summary>Names, ages and call wishes of children; never later than the registration itself.</summary>
    public static DateTime ChildrenGoAt(Event ev) => After(ev, Math.Min(ev.ChildrenKeptDays, ev.RegistrationsKeptDays));

    public static DateTime RegistrationsGoAt(Event ev) => After(ev, ev.RegistrationsKeptDays);

    /// <summary>Who cancelled is not needed until an event that may be months away: the same days, counted from the cancellation.</summary>
    public static DateTime ChildrenGoAt(Event ev, DateTime? cancelledAt) =>
        Earlier(ChildrenGoAt(ev), cancelledAt?.AddDays(Math.Min(ev.ChildrenKeptDays, ev.RegistrationsKeptDays)));

    public static DateTime RegistrationGoesAt(Event ev, DateTime? cancelledAt) => Earlier(RegistrationsGoAt(ev), cancelledAt?.AddDays(ev.RegistrationsKeptDays));

    /// <summary>For queries: who is erased at this moment, or should have been before.</summary>
    public static Expression<Func<Registration, bool>> RegistrationsDue(Event ev, DateTime at) => Due(RegistrationsGoAt(ev), ev.RegistrationsKeptDays, at);

    public static Expression<Func<Registration, bool>> RegistrationsKept(Event ev, DateTime at) => Kept(RegistrationsGoAt(ev), ev.RegistrationsKeptDays, at);

    /// <summary>For queries: the families whose children are erased at this moment, or should have been before.</summary>
    public static Expression<Func<Registration, bool>> ChildrenDue(Event ev, DateTime at) => Due(ChildrenGoAt(ev), Math.Min(ev.ChildrenKeptDays, ev.RegistrationsKeptDays), at);

    public static Expression<Func<Registration, bool>> ChildrenKept(Event ev, DateTime at) => Kept(ChildrenGoAt(ev), Math.Min(ev.ChildrenKeptDays, ev.RegistrationsKeptDays), at);

    private static Expression<Func<Registration, bool>> Due(DateTime all, int days, DateTime at)
    {
        var bound = at.AddDays(-days);
        return all <= at ? _ => true : registration => registration.CancelledAt <= bound;
    }

    private static Expression<Func<Registration, bool>> Kept(DateTime all, int days, DateTime at)
    {
        var bound = at.AddDays(-days);
        return all <= at ? _ => false : registration => registration.CancelledAt == null || registration.CancelledAt > bound;
    }

    private static DateTime After(Event ev, int days) => BerlinTime.ToUtc(ev.LastDay.AddDays(days), ev.EndsAt);

    private static DateTime Earlier(DateTime one, DateTime? other) => other < one ? other.Value : one;
}
