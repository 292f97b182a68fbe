using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Netzwerk.Features.Organizer.Exports;

/// <summary>
/// A spreadsheet that leaves row by row, so that a large one needs no memory and no file with names on a disk. Counts, days and hours are
/// numbers, so that they add up and sort; everything else is text in cells that are formatted as text, so that 007 and =1+1 are shown exactly
/// as somebody typed them and stay so when somebody edits the cell.
/// </summary>
public sealed class XlsxFile : IAsyncDisposable
{
    private static readonly SpreadCheetahOptions Options = new()
    {
        // Optional by the standard; Gnumeric and ExcelJS read nothing without it.
        WriteCellReferenceAttributes = true,
        PreserveStringWhitespace = true,
        CompressionLevel = SpreadCheetahCompressionLevel.Fastest,
        BufferSize = 32 * 1024,
    };

    private static readonly Style TextStyle = new() { Format = NumberFormat.Standard(StandardNumberFormat.Text) };
    private static readonly Style NumberStyle = new() { Format = NumberFormat.Standard(StandardNumberFormat.NoDecimalPlaces) };
    private static readonly Style DateStyle = new() { Format = NumberFormat.Custom("dd.mm.yyyy") };
    private static readonly Style TimeStyle = new() { Format = NumberFormat.Custom("hh:mm") };

    private static readonly SearchValues<char> NeedsCare =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(sign => (char)sign), '\u0085', '\u2028', '\u2029', '\uFFFE', '\uFFFF']);

    private readonly Spreadsheet _spreadsheet;
    private readonly StyleId _title, _text, _number, _date, _time;

    private XlsxFile(Spreadsheet spreadsheet)
    {
        _spreadsheet = spreadsheet;
        _title = spreadsheet.AddStyle(TextStyle with { Font = new Font { Bold = true } });
        (_text, _number, _date, _time) = (spreadsheet.AddStyle(TextStyle), spreadsheet.AddStyle(NumberStyle), spreadsheet.AddStyle(DateStyle), spreadsheet.AddStyle(TimeStyle));
    }

    /// <param name="output">Has to take synchronous writes, too: parts of an archive are closed that way.</param>
    public static async Task<XlsxFile> CreateAsync(Stream output, CancellationToken cancel) =>
        new(await Spreadsheet.CreateNewAsync(output, Options, cancel));

    /// <param name="count">How many rows come, for the filter above them, whose range is written before they are known.</param>
    public async Task AddSheetAsync<T>(string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, int count, CancellationToken cancel)
    {
        var sheet = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions($"A1:{Letters(columns.Count)}{(count + 1).ToString(CultureInfo.InvariantCulture)}") };
        foreach (var (index, column) in columns.Index())
        {
            sheet.Column(index + 1).Width = column.Width;
            sheet.Column(index + 1).DefaultStyle = StyleOf(column.Kind);
        }
        await _spreadsheet.StartWorksheetAsync(name, sheet, cancel);
        var cells = new Cell[columns.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = new Cell(Readable(columns[i].Title), _title);
        await _spreadsheet.AddRowAsync(cells, cancel);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            for (var i = 0; i < cells.Length; i++) cells[i] = CellOf(columns[i].Kind, columns[i].Cell(row));
            await _spreadsheet.AddRowAsync(cells, cancel);
        }
    }

    /// <summary>What holds the sheets together comes last, when they are known.</summary>
    public async Task CompleteAsync(CancellationToken cancel) => await _spreadsheet.FinishAsync(cancel);

    public ValueTask DisposeAsync() => _spreadsheet.DisposeAsync();

    private static Style StyleOf(CellKind kind) => kind switch
    {
        CellKind.Number => NumberStyle,
        CellKind.Date => DateStyle,
        CellKind.Time => TimeStyle,
        _ => TextStyle,
    };

    private Cell CellOf(CellKind kind, CellValue value) => kind switch
    {
        CellKind.Number => new Cell(value.Number, _number),
        CellKind.Date => new Cell(value.Moment?.Date, _date),
        // A part of a day, to the minute that is shown.
        CellKind.Time => new Cell(value.Moment is { } at ? Math.Floor(at.TimeOfDay.TotalMinutes) / TimeSpan.MinutesPerDay : null, _time),
        _ => new Cell(value.Text is { Length: > 0 } text ? Readable(text) : null, _text),
    };

    /// <summary>
    /// What XML cannot hold is left out, a line ends in LF as in every cell, and what a reader would take for an escaped sign is escaped:
    /// _x0041_ is another way to write A (ST_Xstring, ISO/IEC 29500-1 section 22.9.2.19).
    /// </summary>
    private static string Readable(string text)
    {
        if (text.AsSpan().ContainsAny(NeedsCare)) text = string.Concat(text.ReplaceLineEndings("\n").Where(sign => XmlConvert.IsXmlChar(sign) || char.IsSurrogate(sign)));
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEscape(text.AsSpan(i))) escaped.Append("_x005F_");
            else escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text is ['_', 'x', _, _, _, _, '_', ..] && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    /// <summary>1 is A, 27 is AA.</summary>
    private static string Letters(int column) => column == 0 ? "" : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}
