using System.Globalization;

namespace Netzwerk.Domain;

/// <summary>
/// Turns instants (UTC) into what a clock in Cloppenburg shows, and both into German text. Dates and times carry no-break spaces, so that
/// „4. November“ never breaks on a phone.
/// </summary>
public static class BerlinTime
{
    private const char Nbsp = '\u00A0';
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>
    /// The instant of a Berlin wall-clock time. In the hour that autumn repeats the first occurrence is meant; in the hour that spring
    /// skips, the first instant after the gap.
    /// </summary>
    public static DateTime ToUtc(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        while (Zone.IsInvalidTime(local)) local = local.AddTicks(TimeSpan.TicksPerMinute - (local.Ticks % TimeSpan.TicksPerMinute));
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>Does no clock in Berlin show this time on that day, because summer time begins? Forms refuse it in a sentence.</summary>
    public static bool IsSkipped(DateOnly date, TimeOnly time) => Zone.IsInvalidTime(date.ToDateTime(time));

    /// <summary>The exclusive bound of "until this day": the first instant of the next day in Berlin.</summary>
    public static DateTime EndOfDay(DateOnly date) => ToUtc(date.AddDays(1), TimeOnly.MinValue);

    public static DateTime FromUtc(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), Zone);

    public static DateOnly DateOf(DateTime instant) => DateOnly.FromDateTime(FromUtc(instant));

    /// <summary>So many days later at the same time of day in Berlin, whether or not summer time began or ended in between.</summary>
    public static DateTime Shift(DateTime instant, int days)
    {
        var local = FromUtc(instant);
        return ToUtc(DateOnly.FromDateTime(local).AddDays(days), TimeOnly.FromDateTime(local));
    }

    /// <summary>The last day that an exclusive bound still includes.</summary>
    public static DateOnly LastDayBefore(DateTime bound) => DateOf(bound.AddTicks(-1));

    /// <summary>Freitag, 11. November 2022</summary>
    public static string LongDate(DateOnly date) => $"{date.ToString("dddd", German)}, {date.Day}.{Nbsp}{date.ToString("MMMM", German)}{Nbsp}{date.Year}";

    /// <summary>Freitag, 4. November</summary>
    public static string DayAndMonth(DateOnly date) => $"{date.ToString("dddd", German)}, {date.Day}.{Nbsp}{date.ToString("MMMM", German)}";

    /// <summary>Fr., 11. November 2022</summary>
    public static string ShortDay(DateOnly date) => Join(WeekDay(date) + ",", $"{date.Day}.", date.ToString("MMMM", German), date.Year);

    /// <summary>Fr., 4. November</summary>
    public static string ShortDayAndMonth(DateOnly date) => $"{WeekDay(date)},{Nbsp}{date.Day}.{Nbsp}{date.ToString("MMMM", German)}";

    /// <summary>Fr., 11.11.2022 with plain spaces, for mail subjects.</summary>
    public static string SubjectDate(DateOnly date) => $"{WeekDay(date)}, {date.ToString("dd.MM.yyyy", German)}";

    /// <summary>24.10., 10:05 Uhr with plain spaces, where several mails need to be told apart by their subject.</summary>
    public static string SubjectMoment(DateTime instant) => $"{DateOf(instant).ToString("dd.MM.", German)}, {HourAndMinute(TimeOnly.FromDateTime(FromUtc(instant)))} Uhr";

    /// <summary>15:00–16:30 Uhr</summary>
    public static string Span(TimeOnly from, TimeOnly to) => $"{HourAndMinute(from)}–{HourAndMinute(to)}{Nbsp}Uhr";

    /// <summary>
    /// What follows the first day: 15:00–16:30 Uhr, or 20:00 Uhr bis Samstag, 12. November, 01:00 Uhr. The year only where it is another one.
    /// </summary>
    public static string Hours(DateOnly firstDay, TimeOnly from, DateOnly lastDay, TimeOnly to) => firstDay == lastDay
        ? Span(from, to)
        : $"{Clock(from)} bis {(firstDay.Year == lastDay.Year ? DayAndMonth(lastDay) : LongDate(lastDay))}, {Clock(to)}";

    /// <summary>15:00 Uhr</summary>
    public static string Clock(TimeOnly time) => $"{HourAndMinute(time)}{Nbsp}Uhr";

    /// <summary>Mi., 19. Oktober 2022, 22:48 Uhr</summary>
    public static string Moment(DateTime instant) => $"{ShortDay(DateOf(instant))}, {Clock(TimeOnly.FromDateTime(FromUtc(instant)))}";

    private static string HourAndMinute(TimeOnly time) => time.ToString("HH:mm", German);

    private static string WeekDay(DateOnly date) => date.ToString("ddd", German).TrimEnd('.') + ".";

    private static string Join(string weekDay, string day, string month, int year) => $"{weekDay}{Nbsp}{day}{Nbsp}{month}{Nbsp}{year}";
}
