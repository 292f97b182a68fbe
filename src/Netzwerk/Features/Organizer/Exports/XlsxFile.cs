using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Netzwerk.Features.Organizer.Exports;

/// <summary>
/// A spreadsheet (ECMA-376, SpreadsheetML) that leaves row by row, so that a large one needs no memory and no file with names on a disk. Every
/// cell is text, so that 007 and =1+1 are shown exactly as somebody typed them.
/// </summary>
public sealed class XlsxFile : IAsyncDisposable
{
    private const int FlushAt = 32 * 1024, TitleStyle = 1;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>Without it each program picks one for the titles and another for the rest.</summary>
    private const string Typeface = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>";

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private readonly ZipArchive _zip;
    private readonly List<string> _sheets = [];

    private XlsxFile(ZipArchive zip) => _zip = zip;

    /// <param name="output">Has to take synchronous writes, too: parts of an archive are closed that way.</param>
    public static async Task<XlsxFile> CreateAsync(Stream output, CancellationToken cancel) =>
        new(await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel));

    public async Task AddSheetAsync<T>(string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken cancel)
    {
        _sheets.Add(name);
        await using var part = await OpenAsync($"xl/worksheets/sheet{_sheets.Count}.xml", cancel);
        var text = new StringBuilder($"{Declaration}<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        foreach (var (index, column) in columns.Index()) text.Append(CultureInfo.InvariantCulture, $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{column.Width}\" customWidth=\"1\"/>");
        text.Append("</cols><sheetData>");
        AppendRow(text, columns, column => column.Title, TitleStyle);
        var count = 1;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            AppendRow(text, columns, column => column.Cell(row), 0);
            count++;
            if (text.Length > FlushAt) await FlushAsync();
        }
        text.Append(CultureInfo.InvariantCulture, $"</sheetData><autoFilter ref=\"A1:{Letters(columns.Count)}{count}\"/></worksheet>");
        await FlushAsync();

        async Task FlushAsync()
        {
            await part.WriteAsync(text, cancel);
            text.Clear();
        }
    }

    /// <summary>What holds the sheets together comes last, when they are known.</summary>
    public async Task CompleteAsync()
    {
        var sheets = _sheets.Index().Select(sheet => (Number: sheet.Index + 1, Name: sheet.Item)).ToList();
        await WriteAsync("[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}styles+xml\"/>"
            + string.Concat(sheets.Select(sheet => $"<Override PartName=\"/xl/worksheets/sheet{sheet.Number}.xml\" ContentType=\"{Types}worksheet+xml\"/>")) + "</Types>");
        await WriteAsync("_rels/.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        await WriteAsync("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
            + string.Concat(sheets.Select(sheet => $"<sheet name=\"{sheet.Name}\" sheetId=\"{sheet.Number}\" r:id=\"rId{sheet.Number}\"/>")) + "</sheets></workbook>");
        await WriteAsync("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}relationships\">"
            + string.Concat(sheets.Select(sheet => $"<Relationship Id=\"rId{sheet.Number}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{sheet.Number}.xml\"/>"))
            + $"<Relationship Id=\"rId{sheets.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        // 0: as it is; 1: bold, for titles. The two fills are those that the format wants to be there.
        await WriteAsync("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font>{Typeface}</font><font><b/>{Typeface}</font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf fontId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf fontId=\"0\" applyFont=\"1\"/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private static void AppendRow<T>(StringBuilder text, IReadOnlyList<Column<T>> columns, Func<Column<T>, string?> cell, int style)
    {
        text.Append("<row>");
        foreach (var column in columns)
        {
            if (cell(column) is not { Length: > 0 } shown)
            {
                text.Append("<c/>");
                continue;
            }
            text.Append("<c t=\"inlineStr\"").Append(style == 0 ? ">" : " s=\"1\">").Append("<is><t xml:space=\"preserve\">");
            AppendText(text, shown);
            text.Append("</t></is></c>");
        }
        text.Append("</row>");
    }

    /// <summary>What XML cannot hold is left out.</summary>
    private static void AppendText(StringBuilder text, string shown)
    {
        for (var i = 0; i < shown.Length; i++)
        {
            var sign = shown[i];
            switch (sign)
            {
                case '&': text.Append("&amp;"); break;
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                // Else a reader makes a line feed of it.
                case '\r': text.Append("&#13;"); break;
                case '_' when IsEscape(shown.AsSpan(i)): text.Append("_x005F_"); break;
                default:
                    if (XmlConvert.IsXmlChar(sign) || char.IsSurrogate(sign)) text.Append(sign);
                    break;
            }
        }
    }

    /// <summary>A reader takes _x0041_ for an A (ST_Xstring, ISO/IEC 29500-1 section 22.9.2.19).</summary>
    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text is ['_', 'x', _, _, _, _, '_', ..] && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    /// <summary>1 is A, 27 is AA.</summary>
    private static string Letters(int column) => column == 0 ? "" : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    private async Task WriteAsync(string name, string xml)
    {
        await using var part = await OpenAsync(name, CancellationToken.None);
        await part.WriteAsync(Declaration + xml);
    }

    private async Task<StreamWriter> OpenAsync(string name, CancellationToken cancel) =>
        new(await _zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), FlushAt);
}
