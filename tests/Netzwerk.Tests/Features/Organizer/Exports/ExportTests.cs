using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Exports;

public class ExportTests
{
    private static readonly ChildInCare Mia = new("Mia", 4, true);

    /// <summary>Types what spreadsheets like to reinterpret.</summary>
    private static readonly Parent Tricky = new("=1+1 a", "Müller-Öztürk ß", "tricky@example.org", "+49 171 3920013");

    [Fact]
    public async Task The_csv_holds_every_registration_as_the_contract_says()
    {
        await using var app = new TestApp();
        var tricky = await app.RegisterAsync(Tricky, 1, Mia);
        var bernd = await app.RegisterAsync(Cast.Bernd);
        await ChangeAsync(app, bernd, (registration, ev) => registration.Cancel(ev, app.Clock.GetUtcNow().UtcDateTime));

        var response = await (await app.SignInAsync(Cast.Organizer)).GetAsync(Rooms.Csv);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=\"2022-11-11_teilnehmerliste_jubilaeum-2022.csv\"", response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal(
        [
            "\"Kennung\";\"Nachname\";\"Vorname\";\"E-Mail\";\"Telefon\";\"Weitere Erwachsene\";\"Erwachsene gesamt\";\"Kinder in Betreuung\";\"Status\";\"Angemeldet am\";\"Angemeldet um\";\"Abgemeldet am\";\"Von Hand aufgenommen\";\"Frage\"",
            $"\"{tricky.Reference}\";\"Müller-Öztürk ß\";\"'=1+1 a\";\"tricky@example.org\";\"0049 171 3920013\";\"1\";\"2\";\"1\";\"Angemeldet\";\"24.10.2022\";\"10:00\";\"\";\"Nein\";\"\"",
            $"\"{bernd.Reference}\";\"Müller-Voß\";\"Bernd\";\"bernd@example.com\";\"\";\"0\";\"0\";\"0\";\"Abgemeldet\";\"24.10.2022\";\"10:00\";\"24.10.2022\";\"Nein\";\"\"",
            "",
        ], lines);
    }

    [Fact]
    public async Task Of_an_erased_person_only_the_counts_are_left()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 2, Mia);
        await ChangeAsync(app, anna, (registration, _) => registration.Erase(app.Clock.GetUtcNow().UtcDateTime));

        var client = await app.SignInAsync(Cast.Organizer);
        var csv = await client.GetStringAsync(Rooms.Csv);

        Assert.Contains("\"\";\"\";\"\";\"\";\"\";\"2\";\"3\";\"1\";\"Angemeldet, Person gelöscht\"", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(anna.Reference, csv, StringComparison.Ordinal);
        var row = Assert.Single(await SheetAsync(client, "Anmeldungen"));
        Assert.Equal("", Convert.ToString(row["Kennung"], null) ?? "");
    }

    [Fact]
    public async Task A_call_that_was_made_is_not_asked_for_in_the_spreadsheet()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 0, Mia);
        var client = await app.SignInAsync(Cast.Organizer);
        var page = await Forms.SubmitAsync(await client.OpenAsync($"{Rooms.Event}/anmeldungen/{anna.Id}"), "Als erledigt eintragen");

        Assert.Equal("Erledigt am 24.10.2022", Assert.Single(await SheetAsync(client, "Kinder"))["Anruf gewünscht"]);
        Assert.DoesNotContain("Anruf gewünscht", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_spreadsheet_shows_everything_as_typed()
    {
        await using var app = new TestApp();
        var tricky = await app.RegisterAsync(Tricky, 1, Mia, new ChildInCare("007", 0, false));
        var client = await app.SignInAsync(Cast.Organizer);

        var row = Assert.Single(await SheetAsync(client, "Anmeldungen"));
        Assert.Equal((tricky.Reference, "Müller-Öztürk ß", "=1+1 a", "+49 171 3920013", "Nein"), (row["Kennung"], row["Nachname"], row["Vorname"], row["Telefon"], row["Von Hand aufgenommen"]));
        var children = await SheetAsync(client, "Kinder");
        Assert.Equal([("Mia", 4d, "Ja"), ("007", 0d, "Nein")], children.Select(child => ((string)child["Vorname des Kindes"], (double)child["Alter in Jahren"], (string)child["Anruf gewünscht"])));
    }

    [Fact]
    public async Task Counts_days_and_hours_are_numbers_so_that_they_add_up_and_sort()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Tricky, 1, Mia);
        var bernd = await app.RegisterAsync(Cast.Bernd, 3);
        await ChangeAsync(app, bernd, (registration, ev) => registration.Cancel(ev, app.Clock.GetUtcNow().UtcDateTime));

        var rows = await SheetAsync(await app.SignInAsync(Cast.Organizer), "Anmeldungen");

        Assert.Equal((1d, 2d, 1d), (rows.Sum(row => (double)row["Weitere Erwachsene"]), rows.Sum(row => (double)row["Erwachsene gesamt"]), rows.Sum(row => (double)row["Kinder in Betreuung"])));
        Assert.All(rows, row => Assert.Equal(new DateTime(2022, 10, 24), row["Angemeldet am"]));
        Assert.All(rows, row => Assert.Equal(new TimeSpan(10, 0, 0), Hour(row["Angemeldet um"])));
        Assert.Equal(new DateTime(2022, 10, 24), Assert.Single(rows, row => (string)row["Nachname"] == Cast.Bernd.FamilyName)["Abgemeldet am"]);
    }

    /// <summary>Gnumeric and ExcelJS read no cell that does not say where it stands.</summary>
    [Fact]
    public async Task Every_row_and_cell_carries_its_reference()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Tricky, 1, Mia);
        await app.RegisterAsync(Cast.Bernd);
        using var bytes = new MemoryStream(await (await app.SignInAsync(Cast.Organizer)).GetByteArrayAsync(Rooms.Xlsx));
        await using var archive = await ZipArchive.CreateAsync(bytes, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null);
        var sheets = archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, sheets.Count);
        foreach (var sheet in sheets)
        {
            await using var stream = await sheet.OpenAsync();
            var root = (await XDocument.LoadAsync(stream, LoadOptions.None, CancellationToken.None)).Root!;
            var rows = root.Descendants(root.Name.Namespace + "row").ToList();
            Assert.Equal(Enumerable.Range(1, rows.Count).Select(number => $"{number}"), rows.Select(row => row.Attribute("r")?.Value));
            Assert.All(rows, row => Assert.Equal(Enumerable.Range(0, row.Elements().Count()).Select(column => $"{(char)('A' + column)}{row.Attribute("r")!.Value}"), row.Elements().Select(cell => cell.Attribute("r")?.Value)));
            Assert.Equal($"A1:{rows[^1].Elements().Last().Attribute("r")!.Value}", root.Descendants(root.Name.Namespace + "autoFilter").Single().Attribute("ref")!.Value);
        }
    }

    /// <summary>In a spreadsheet _x0041_ is another way to write A.</summary>
    [Theory]
    [InlineData("_x0041_")]
    [InlineData("__x0041_x00e4_ _x005F_x0041_")]
    [InlineData("a_b _x _x0041 _x004G_ _X0041_ _x0041")]
    public async Task What_looks_like_an_escaped_sign_is_shown_as_typed(string typed)
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna with { FamilyName = typed });
        var client = await app.SignInAsync(Cast.Organizer);

        Assert.Equal(typed, Assert.Single(await SheetAsync(client, "Anmeldungen"))["Nachname"]);
    }

    [Fact]
    public async Task The_spreadsheet_is_one_by_the_standard()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Tricky, 1, Mia);
        var client = await app.SignInAsync(Cast.Organizer);
        using var bytes = new MemoryStream(await client.GetByteArrayAsync(Rooms.Xlsx));

        using var file = SpreadsheetDocument.Open(bytes, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(file).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
    }

    [Fact]
    public async Task Without_registrations_both_files_still_have_their_titles()
    {
        await using var app = new TestApp();
        var client = await app.SignInAsync(Cast.Organizer);

        Assert.StartsWith("\uFEFF\"Kennung\";", Encoding.UTF8.GetString(await client.GetByteArrayAsync(Rooms.Csv)), StringComparison.Ordinal);
        using var bytes = new MemoryStream(await client.GetByteArrayAsync(Rooms.Xlsx));
        var titles = Assert.Single(bytes.Query(useHeaderRow: false, sheetName: "Anmeldungen").Cast<IDictionary<string, object>>());
        Assert.Equal("Kennung", titles["A"]);
    }

    [Fact]
    public async Task Each_export_is_written_down_with_its_columns_and_no_value()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0, Mia);
        var client = await app.SignInAsync(Cast.Organizer);

        await client.GetByteArrayAsync(Rooms.Csv);
        await client.GetByteArrayAsync(Rooms.Xlsx);

        var entries = await Rooms.AuditAsync(app, AuditAct.ListExported);
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.Equal("Karin Probe", entry.By));
        Assert.StartsWith("CSV: Kennung, Nachname", entries[0].Fields, StringComparison.Ordinal);
        Assert.Contains("Vorname des Kindes", entries[1].Fields, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", string.Concat(entries.Select(entry => entry.Fields)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_thousand_registrations_are_exported_quickly()
    {
        await using var app = new TestApp();
        var ev = await app.EventAsync();
        await app.DbAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, 5_000).Select(i => new Registration
            {
                Id = Guid.CreateVersion7(),
                EventId = ev.Id,
                Reference = $"NW-{i:D6}",
                GivenName = "Probe",
                FamilyName = $"Nr. {i:D4}",
                Email = $"p{i}@example.org",
                ArrivedAt = ev.DeadlineBound.AddDays(-2),
                SortKey = $"{i:D4}",
                LinkHash = Guid.NewGuid().ToByteArray(),
                FamilyKey = $"{i}",
            }));
            return await db.SaveChangesAsync();
        });
        var client = await app.SignInAsync(Cast.Organizer);
        await client.GetByteArrayAsync(Rooms.Csv);

        foreach (var path in new[] { Rooms.Csv, Rooms.Xlsx })
        {
            var watch = Stopwatch.StartNew();
            Assert.True((await client.GetByteArrayAsync(path)).Length > 20_000);
            // Half a second is usual; a slow or busy machine may take longer, a query per row far longer still.
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }
    }

    /// <summary>A part of a day; readers differ in what they make of it.</summary>
    private static TimeSpan Hour(object cell) => cell switch
    {
        DateTime moment => moment.TimeOfDay,
        TimeSpan hour => hour,
        _ => TimeSpan.FromMinutes(Math.Round((double)cell * TimeSpan.MinutesPerDay)),
    };

    private static async Task<List<IDictionary<string, object>>> SheetAsync(HttpClient client, string name)
    {
        using var bytes = new MemoryStream(await client.GetByteArrayAsync(Rooms.Xlsx));
        return [.. bytes.Query(useHeaderRow: true, sheetName: name).Cast<IDictionary<string, object>>()];
    }

    private static Task<int> ChangeAsync(TestApp app, Registration registration, Action<Registration, Event> change) => app.DbAsync(async db =>
    {
        change(await db.Registrations.SingleAsync(candidate => candidate.Id == registration.Id), await db.Events.SingleAsync());
        return await db.SaveChangesAsync();
    });
}
