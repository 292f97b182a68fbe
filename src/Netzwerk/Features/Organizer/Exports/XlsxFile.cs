using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Netzwerk.Features.Organizer.Exports;

/// <summary>A spreadsheet whose every cell is text, so that 007 and =1+1 are shown exactly as somebody typed them.</summary>
public static class XlsxFile
{
    /// <summary>One sheet: its name, and its rows by column title.</summary>
    public static KeyValuePair<string, object> Sheet<T>(string name, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows) =>
        new(name, rows.Count > 0 ? rows.Select(row => Texts(columns, column => column.Cell(row) ?? "")) : OnlyHeader(columns));

    public static Task WriteAsync(Stream output, IReadOnlyCollection<KeyValuePair<string, object>> sheets, CancellationToken cancel) =>
        output.SaveAsAsync(new Dictionary<string, object>(sheets, StringComparer.Ordinal), configuration: new OpenXmlConfiguration { AutoFilter = true, EnableAutoWidth = true, MinWidth = 14, FastMode = true }, cancellationToken: cancel);

    private static Dictionary<string, object> Texts<T>(IReadOnlyList<Column<T>> columns, Func<Column<T>, string> cell) =>
        columns.ToDictionary(column => column.Title, column => (object)cell(column), StringComparer.Ordinal);

    /// <summary>MiniExcel reads the titles off the first row, so a sheet without rows brings an empty one.</summary>
    private static Dictionary<string, object>[] OnlyHeader<T>(IReadOnlyList<Column<T>> columns) => [Texts(columns, _ => "")];
}
