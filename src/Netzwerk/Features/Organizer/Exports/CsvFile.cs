using System.Globalization;
using System.Text;

namespace Netzwerk.Features.Organizer.Exports;

/// <summary>
/// CSV as German spreadsheets open it (RFC 4180 with <c>;</c>): UTF-8 with BOM, CRLF, every field quoted. No text can be taken for a formula
/// (OWASP, CSV injection) or for a number or a date that it is not.
/// </summary>
public static class CsvFile
{
    private const int FlushAt = 32 * 1024;

    public static async Task WriteAsync<T>(Stream output, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: FlushAt, leaveOpen: true);
        var text = new StringBuilder();
        AppendLine(text, columns.Select(column => Cell(column.Title)));
        await foreach (var row in rows.WithCancellation(cancel))
        {
            AppendLine(text, columns.Select(column => CellOf(column.Kind, column.Cell(row))));
            if (text.Length > FlushAt) await FlushAsync();
        }
        await FlushAsync();

        async Task FlushAsync()
        {
            await writer.WriteAsync(text, cancel);
            text.Clear();
        }
    }

    /// <summary>A text that a spreadsheet would calculate or convert gets an apostrophe in front.</summary>
    public static string Cell(string? text) => text switch
    {
        null or "" => "",
        _ when TypeInference.IsFormula(text) || TypeInference.IsConverted(text) => "'" + text,
        _ => text,
    };

    /// <summary>
    /// +49 171 … becomes 0049 171 …: no formula, and dialled the same. Without a space it would be a number and lose its leading zeros, so
    /// digits alone get one.
    /// </summary>
    public static string Phone(string? typed)
    {
        if (string.IsNullOrEmpty(typed)) return "";
        var number = typed[0] == '+' ? "00" + typed[1..] : typed;
        return Cell(number.Length > 4 && number.All(char.IsAsciiDigit) ? $"{number[..4]} {number[4..]}" : number);
    }

    private static string CellOf(CellKind kind, CellValue value) => kind switch
    {
        CellKind.Phone => Phone(value.Text),
        CellKind.Number => value.Number?.ToString(CultureInfo.InvariantCulture) ?? "",
        CellKind.Date => value.Moment?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "",
        CellKind.Time => value.Moment?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
        _ => Cell(value.Text),
    };

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) => text
        .AppendJoin(';', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
        .Append("\r\n");
}
