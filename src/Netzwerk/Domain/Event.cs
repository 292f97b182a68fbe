using System.Buffers.Binary;

namespace Netzwerk.Domain;

/// <summary>
/// One gathering that families register for. <see cref="Date"/>, <see cref="StartsAt"/>, <see cref="EndsOn"/> and <see cref="EndsAt"/> are what a clock
/// in Berlin shows; every <see cref="DateTime"/> is an instant in UTC. Who may register, and when, stands in the other half of this class.
/// </summary>
public sealed partial class Event
{
    /// <summary>More than that is a slip of the year, with which families would be kept for a year.</summary>
    public const int LongestDays = 31;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The last part of its public address, for ever once it is published: <c>jubilaeum-2022</c>. See <see cref="EventSlug"/>.</summary>
    public required string Slug { get; set; }

    public required string Title { get; set; }

    /// <summary>One neutral word for subjects and headings, because somebody may read along: „Jubiläumsfeier“.</summary>
    public required string ShortTitle { get; set; }

    public required string Lead { get; set; }

    /// <summary>More about it, in Markdown.</summary>
    public string? Description { get; set; }

    public required string Audience { get; set; }

    public required string Host { get; set; }

    public required string Place { get; set; }

    /// <summary>How one gets there and in: parking, steps, lift; in Markdown.</summary>
    public string? AccessNotes { get; set; }

    /// <summary>What it costs, in words; null where it costs nothing.</summary>
    public string? Price { get; set; }

    public required DateOnly Date { get; set; }

    public required TimeOnly StartsAt { get; set; }

    public required TimeOnly EndsAt { get; set; }

    /// <summary>The day on which it ends; null where that is <see cref="Date"/>. Always later than that.</summary>
    public DateOnly? EndsOn { get; set; }

    public required string ContactName { get; set; }

    public required string ContactEmail { get; set; }

    public string? ContactPhone { get; set; }

    public List<ProgrammeItem> Programme { get; init; } = [];

    /// <summary>What this event asks beyond the site's own form.</summary>
    public List<ExtraQuestion> Questions { get; init; } = [];

    public bool OffersChildcare { get; set; }

    /// <summary>A celebration: its page wears the pennants.</summary>
    public bool IsFestive { get; set; }

    /// <summary>RFC 5545 SEQUENCE of the calendar entry: grows whenever a guest's calendar must change.</summary>
    public int Sequence { get; set; }

    /// <summary>Grows with each turn of the event, so that of two readings it can be told which is newer.</summary>
    public long Revision { get; set; }

    /// <summary>When it was made; version 7 ids begin with the milliseconds since 1970 (RFC 9562, section 5.7).</summary>
    public DateTime MadeAt => DateTime.UnixEpoch.AddMilliseconds(BinaryPrimitives.ReadInt64BigEndian(Id.ToByteArray(bigEndian: true)) >> 16);

    public DateTime Starts => BerlinTime.ToUtc(Date, StartsAt);

    public DateOnly LastDay => EndsOn ?? Date;

    public DateTime Ends => BerlinTime.ToUtc(LastDay, EndsAt);

    /// <summary>15:00–16:30 Uhr; see <see cref="BerlinTime.Hours"/></summary>
    public string Hours => Meeting.Hours;
}

/// <summary>One point of the programme, in order. A highlight stands out on the page.</summary>
public sealed record ProgrammeItem(string Title, string? Text, bool IsHighlight = false);
