using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Exports;

/// <summary>What the cells of a column hold; it decides how each format writes them.</summary>
public enum CellKind
{
    /// <summary>Shown as typed, whatever it looks like.</summary>
    Text,
    Phone,
    Number,
    Date,
    Time,
}

/// <summary>The value of one cell; with neither text nor number nor moment the cell is empty.</summary>
/// <param name="Moment">What a clock in Berlin shows; a column shows its day or its hour.</param>
public readonly record struct CellValue(string? Text = null, int? Number = null, DateTime? Moment = null);

/// <param name="Width">In digits of the spreadsheet's font.</param>
public sealed record Column<T>(string Title, CellKind Kind, Func<T, CellValue> Cell, int Width);

/// <summary>Makes columns of each kind; instants are shown as a clock in Berlin shows them.</summary>
public static class Column
{
    public static Column<T> OfText<T>(string title, Func<T, string?> text, int width = 16) => new(title, CellKind.Text, row => new(Text: text(row)), width);

    public static Column<T> OfPhone<T>(string title, Func<T, string?> phone, int width = 20) => new(title, CellKind.Phone, row => new(Text: phone(row)), width);

    public static Column<T> OfNumber<T>(string title, Func<T, int> number, int width = 20) => new(title, CellKind.Number, row => new(Number: number(row)), width);

    public static Column<T> OfDate<T>(string title, Func<T, DateTime?> instant, int width = 16) => new(title, CellKind.Date, row => InBerlin(instant(row)), width);

    public static Column<T> OfTime<T>(string title, Func<T, DateTime?> instant, int width = 16) => new(title, CellKind.Time, row => InBerlin(instant(row)), width);

    private static CellValue InBerlin(DateTime? instant) => new(Moment: instant is { } at ? BerlinTime.FromUtc(at) : null);
}
