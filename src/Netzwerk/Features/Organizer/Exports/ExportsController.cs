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
    public async Task<IActionResult> Csv()
    {
        if (Enter(RoomBar.Lists) is not { } ev) return NotFound();
        var columns = await ExportRow.ColumnsAsync(Db, ev);
        await NoteAsync(ev, "CSV", columns.Select(column => column.Title));
        Send("text/csv; charset=utf-8", ev, "csv");
        await CsvFile.WriteAsync(Response.Body, columns, ExportRow.Of(Db, ev, IsAnonymous(ev)).AsAsyncEnumerable(), HttpContext.RequestAborted);
        return new EmptyResult();
    }

    [HttpGet("teilnehmerliste.xlsx")]
    public async Task<IActionResult> Xlsx()
    {
        if (Enter(RoomBar.Lists) is not { } ev) return NotFound();
        var columns = await ExportRow.ColumnsAsync(Db, ev);
        var titles = columns.Select(column => column.Title).Concat(ChildRow.Columns.Select(column => column.Title)).Distinct(StringComparer.Ordinal);
        await NoteAsync(ev, "XLSX", titles);
        var cancel = HttpContext.RequestAborted;
        Send(Spreadsheet, ev, "xlsx");
        // The pipe, because the body itself refuses the few bytes that are written synchronously.
        await using var file = await XlsxFile.CreateAsync(Response.BodyWriter.AsStream(leaveOpen: true), cancel);
        await AddSheetAsync(file, "Anmeldungen", columns, ExportRow.Of(Db, ev, IsAnonymous(ev)), cancel);
        // Organisers may see the children, and nobody else comes here.
        await AddSheetAsync(file, "Kinder", ChildRow.Columns, ChildRow.Of(Db, ev), cancel);
        await file.CompleteAsync(cancel);
        return new EmptyResult();
    }

    private static async Task AddSheetAsync<T>(XlsxFile file, string name, IReadOnlyList<Column<T>> columns, IQueryable<T> rows, CancellationToken cancel) =>
        await file.AddSheetAsync(name, columns, rows.AsAsyncEnumerable(), await rows.CountAsync(cancel), cancel);

    private Task NoteAsync(Event ev, string format, IEnumerable<string> columns) =>
        disclosures.NoteAsync(ev, AuditAct.ListExported, $"{format}: {string.Join(", ", columns)}");

    private bool IsAnonymous(Event ev) => Retention.RegistrationsGoAt(ev) <= clock.Now;

    private void Send(string type, Event ev, string extension)
    {
        Response.ContentType = type;
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{ev.Date:yyyy-MM-dd}_teilnehmerliste_{ev.Slug}.{extension}\"");
    }
}
