using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Exports;

/// <summary>The attendee list to take along. Who took it, and when, is written down before the first byte leaves.</summary>
[Route("verwaltung/veranstaltungen/{slug}")]
[Allow(Role.Organizer)]
public sealed class ExportsController(NetzwerkDb db, SignedIn signedIn, EventClock clock, Disclosures disclosures) : RoomController(db, signedIn)
{
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("teilnehmerliste.csv")]
    public async Task<IActionResult> Csv(string slug)
    {
        if (await EnterAsync(slug, RoomBar.Lists) is not { } ev) return NotFound();
        var columns = await ExportRow.ColumnsAsync(Db, ev);
        await NoteAsync(ev, "CSV", columns.Select(column => column.Title));
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(ev, "csv")}\"";
        await CsvFile.WriteAsync(Response.Body, columns, ExportRow.Of(Db, ev, IsAnonymous(ev)).AsAsyncEnumerable(), HttpContext.RequestAborted);
        return new EmptyResult();
    }

    [HttpGet("teilnehmerliste.xlsx")]
    public async Task<IActionResult> Xlsx(string slug)
    {
        if (await EnterAsync(slug, RoomBar.Lists) is not { } ev) return NotFound();
        var columns = await ExportRow.ColumnsAsync(Db, ev);
        var titles = columns.Select(column => column.Title).Concat(ChildRow.Columns.Select(column => column.Title)).Distinct(StringComparer.Ordinal);
        await NoteAsync(ev, "XLSX", titles);
        var cancel = HttpContext.RequestAborted;
        // Written synchronously, which Response.Body refuses; in memory, so that no file with names stays behind in a temporary folder.
        var file = new MemoryStream();
        await XlsxFile.WriteAsync(file,
        [
            XlsxFile.Sheet("Anmeldungen", columns, await ExportRow.Of(Db, ev, IsAnonymous(ev)).ToListAsync(cancel)),
            XlsxFile.Sheet("Kinder", ChildRow.Columns, await ChildRow.Of(Db, ev).ToListAsync(cancel)),
        ], cancel);
        file.Position = 0;
        return File(file, Spreadsheet, FileName(ev, "xlsx"));
    }

    private Task NoteAsync(Event ev, string format, IEnumerable<string> columns) =>
        disclosures.NoteAsync(ev, AuditAct.ListExported, $"{format}: {string.Join(", ", columns)}");

    private bool IsAnonymous(Event ev) => Retention.RegistrationsGoAt(ev) <= clock.Now;

    private static string FileName(Event ev, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{ev.Date:yyyy-MM-dd}_teilnehmerliste_{ev.Slug}.{extension}");
}
