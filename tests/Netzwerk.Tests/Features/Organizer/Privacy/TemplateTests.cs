using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Privacy;

public sealed class TemplateTests
{
    private const string Path = "/verwaltung/datenschutz/vorlagen";

    [Theory]
    [InlineData("verzeichnis-verarbeitungstaetigkeiten", "Zweck|Rechtsgrundlage|Betroffene|Daten|Empfänger außerhalb|Drittländer|Löschung|höchstens 180 Tage|datenschutz@netzwerk.test|Rechenzentrum Probe|24.\u00A0Oktober\u00A02022")]
    [InlineData("technische-organisatorische-massnahmen", "Zutritt|Zugang|Zugriff|Übertragung|Protokoll|Löschung|Wiederherstellung|mindestens 15 Zeichen|höchstens 30 Tage")]
    [InlineData("auftragsverarbeitungsvertrag", "Gegenstand und Dauer|Weisung|Vertraulichkeit|Artikel 32|Weitere Auftragsverarbeiter|Rechte der Betroffenen|Artikeln 32 bis 36|Löschung und Rückgabe|Nachweise und Kontrollen|rechtswidrig|Vertretung Probe")]
    public async Task A_template_is_a_valid_document_with_what_the_law_asks_for(string name, string words)
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        var bytes = await desk.GetByteArrayAsync($"{Path}/{name}.docx");

        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        var text = file.MainDocumentPart!.Document!.InnerText;
        Assert.All(words.Split('|').Append("Landkreis Probe").Append("[bitte ergänzen]"), word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.DoesNotContain("\\n", text, StringComparison.Ordinal);
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.TemplateDownloaded));
        Assert.True(new ZipArchive(new MemoryStream(bytes)).Entries.Count > 3);
    }

    [Fact]
    public async Task The_page_names_all_three_and_how_much_is_open()
    {
        await using var app = new TestApp();
        var page = await Rooms.OpenAsync(app, Cast.Organizer, Path);

        Assert.Equal(3, page.Document.QuerySelectorAll("a[href$='.docx']").Length);
        Assert.Contains("Stellen sind noch offen", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Client.OpenAsync(Path + "/gibt-es-nicht.docx")).Status);
    }
}
