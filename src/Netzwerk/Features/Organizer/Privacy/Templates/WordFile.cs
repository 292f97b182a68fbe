using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Netzwerk.Features.Organizer.Privacy.Templates;

/// <summary>A text with headings, bullets and facts as a DOCX file, which an office edits and signs.</summary>
public static class WordFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int Bullets = 1;

    public static byte[] Of(Template template)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = template.Title;
            file.PackageProperties.Language = "de-DE";
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Numbers();
            main.Document = new Document(new Body(
            [
                Line("Title", template.Title),
                .. template.Parts.SelectMany(Elements),
                new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1418, Right = 1134, Header = 709, Footer = 709, Gutter = 0 }),
            ]));
        }
        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Elements(Part part)
    {
        if (part.Heading is { } heading) yield return Line("Heading1", heading);
        foreach (var paragraph in part.Paragraphs) yield return Line("Normal", paragraph);
        foreach (var bullet in part.Bullets) yield return Bullet(bullet);
        if (part.Facts.Count == 0) yield break;
        yield return Facts(part.Facts);
        yield return Line("Normal", "");
    }

    private static Paragraph Line(string style, string text) => new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. Words(text)]);

    private static Paragraph Bullet(string text) => new(
        [new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = Bullets }), new SpacingBetweenLines { After = "60" }), .. Words(text)]);

    /// <summary>Gaps stand out, so that nobody signs over one.</summary>
    private static IEnumerable<Run> Words(string text)
    {
        var pieces = text.Split(Part.Gap);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0) yield return new Run(new RunProperties(new Highlight { Val = HighlightColorValues.Yellow }), new Text(Part.Gap));
            var lines = pieces[i].Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                if (line > 0) yield return new Run(new Break());
                if (lines[line].Length > 0) yield return new Run(new Text(lines[line]) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
    }

    private static Table Facts(IReadOnlyList<(string Key, string Value)> facts)
    {
        var borders = new TableBorders();
        foreach (var border in (BorderType[])[new TopBorder(), new LeftBorder(), new BottomBorder(), new RightBorder(), new InsideHorizontalBorder(), new InsideVerticalBorder()])
        {
            (border.Val, border.Size, border.Color) = (BorderValues.Single, 4, "999999");
            borders.Append(border);
        }
        return new Table(
        [
            new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, borders),
            new TableGrid(new GridColumn { Width = "2800" }, new GridColumn { Width = "6500" }),
            .. facts.Select(fact => new TableRow(Cell("2800", fact.Key), Cell("6500", fact.Value))),
        ]);
    }

    private static TableCell Cell(string width, string text) =>
        new(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }), Line("Normal", text));

    private static Styles Styles() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new FontSize { Val = "22" }, new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = "de-DE" }))),
        Style("Normal", "Normal", null, before: "0", after: "120", isDefault: true),
        Style("Title", "Title", "36", before: "0", after: "240"),
        Style("Heading1", "heading 1", "26", before: "320", after: "120", outline: 0));

    private static Style Style(string id, string name, string? size, string before, string after, bool isDefault = false, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null) paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines { Before = before, After = after });
        if (outline is { } level) paragraph.Append(new OutlineLevel { Val = level });
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" });
        style.Append(paragraph);
        if (size is not null) style.Append(new StyleRunProperties(new Bold(), new FontSize { Val = size }));
        return style;
    }

    private static Numbering Numbers() => new(
        new AbstractNum(new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" }))
        { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Bullets });
}
