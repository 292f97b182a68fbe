namespace Netzwerk.Domain;

/// <summary>What the site does by itself around an event: remind, and forget.</summary>
public sealed partial class Event
{
    /// <summary>Longest that a registration may be kept after the event, in days.</summary>
    public const int LongestKept = 180;

    /// <summary>Days after the event until children and notes on them go.</summary>
    public int ChildrenKeptDays { get; set; } = 7;

    /// <summary>Days after the event until registrations go, at most <see cref="LongestKept"/>.</summary>
    public int RegistrationsKeptDays { get; set; } = 30;

    public DateTime? ChildrenErasedAt { get; set; }

    public DateTime? RegistrationsErasedAt { get; set; }

    /// <summary>Are guests reminded two days before?</summary>
    public bool Reminds { get; set; } = true;

    /// <summary>When the reminders were put into the outbox, all at once.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <summary>The office's own words in the confirmation, with placeholders; null for the site's own.</summary>
    public string? ConfirmationText { get; set; }

    public string? ReminderText { get; set; }
}
