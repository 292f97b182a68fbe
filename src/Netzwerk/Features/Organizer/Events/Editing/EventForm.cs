using System.Globalization;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>
/// An event as typed, in the order of the page. All of it is text, so that nothing is lost when something is wrong; what is written where
/// stands in the other half of this record.
/// </summary>
public sealed partial record EventForm
{
    public string? Title { get; init; }

    public string? ShortTitle { get; init; }

    /// <summary>Only while it is a draft.</summary>
    public string? Slug { get; init; }

    public string? Date { get; init; }

    public string? StartsAt { get; init; }

    public string? EndsAt { get; init; }

    public string? EndsOn { get; init; }

    public string? Place { get; init; }

    public string? Lead { get; init; }

    public string? Deadline { get; init; }

    public string? Seats { get; init; }

    public bool OffersChildcare { get; init; }

    public string? ChildcareSeats { get; init; }

    public string? OpensOn { get; init; }

    public string? OpensAt { get; init; }

    public string? ChildcareDeadline { get; init; }

    public string? Description { get; init; }

    public string? Audience { get; init; }

    public string? Host { get; init; }

    public string? Price { get; init; }

    public bool IsFestive { get; init; }

    public List<ProgrammeForm> Programme { get; init => field = [.. (value ?? []).OfType<ProgrammeForm>()]; } = [];

    public string? AccessNotes { get; init; }

    public string? ContactName { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactPhone { get; init; }

    public bool Reminds { get; init; }

    public string? ChildrenKeptDays { get; init; }

    public string? RegistrationsKeptDays { get; init; }

    public static int? Number(string? text) =>
        TypedText.OrNull(text) is { Length: <= 5 } digits && digits.All(char.IsAsciiDigit) ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    /// <summary>What a date field sends, or a date as one writes it where the browser has no date field. „04.11.22“ is a slip, not the year 22.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(TypedText.Clean(text), ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and < 2200 ? day : null;

    /// <summary>15:00, 15.00 or 15.</summary>
    public static TimeOnly? Clock(string? text) =>
        TimeOnly.TryParseExact(TypedText.Clean(text), ["H:mm", "H.mm", "%H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>One point of the programme, as typed.</summary>
public sealed record ProgrammeForm
{
    public string? Title { get; init; }

    public string? Text { get; init; }

    public bool IsHighlight { get; init; }

    public bool IsEmpty => TypedText.OrNull(Title) is null && TypedText.OrNull(Text) is null;
}
