using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Exports;

/// <summary>
/// One registration as the exports show it. Of an erased one only the counts are left, so that the sums stay right; once all of the event are
/// erased no rows are, because a row is a family.
/// </summary>
public sealed record ExportRow(
    string Reference, string? FamilyName, string? GivenName, string? Email, string? Phone, int FurtherAdults, int ChildrenInCare,
    DateTime? CancelledAt, DateTime? ErasedAt, DateTime ArrivedAt, string? TakenInBy, string? Question, IReadOnlyList<Answer> Answers)
{
    private string Status => (CancelledAt, ErasedAt) switch
    {
        (null, null) => "Angemeldet",
        (not null, null) => "Abgemeldet",
        (null, not null) => "Angemeldet, Person gelöscht",
        _ => "Abgemeldet, Person gelöscht",
    };

    /// <summary>The columns of both formats, in order; those of the event's own questions follow. Nothing about a child but how many.</summary>
    private static IReadOnlyList<Column<ExportRow>> Fixed { get; } =
    [
        // An older list may still tie the reference to a name, so it goes with the person.
        Column.OfText<ExportRow>("Kennung", row => row.ErasedAt is null ? row.Reference : ""),
        Column.OfText<ExportRow>("Nachname", row => row.FamilyName, 24),
        Column.OfText<ExportRow>("Vorname", row => row.GivenName),
        Column.OfText<ExportRow>("E-Mail", row => row.Email, 32),
        Column.OfPhone<ExportRow>("Telefon", row => row.Phone),
        // Who cancelled holds no seat, so that a column's sum is who comes.
        Column.OfNumber<ExportRow>("Weitere Erwachsene", row => row.Held(row.FurtherAdults)),
        Column.OfNumber<ExportRow>("Erwachsene gesamt", row => row.Held(1 + row.FurtherAdults)),
        Column.OfNumber<ExportRow>("Kinder in Betreuung", row => row.Held(row.ChildrenInCare)),
        Column.OfText<ExportRow>("Status", row => row.Status),
        Column.OfDate<ExportRow>("Angemeldet am", row => row.ArrivedAt),
        Column.OfTime<ExportRow>("Angemeldet um", row => row.ArrivedAt),
        Column.OfDate<ExportRow>("Abgemeldet am", row => row.CancelledAt),
        Column.OfText<ExportRow>("Von Hand aufgenommen", row => row.TakenInBy is null ? "Nein" : "Ja", 24),
        Column.OfText<ExportRow>("Frage", row => row.Question, 48),
    ];

    /// <summary>
    /// With a column for each question that the event asks, and for each that it asked once and that somebody answered. Titles are unique,
    /// because a spreadsheet finds its columns by them.
    /// </summary>
    public static async Task<IReadOnlyList<Column<ExportRow>>> ColumnsAsync(NetzwerkDb db, Event ev)
    {
        var questions = ev.Questions.Select(question => (question.Id, question.Label)).ToList();
        await foreach (var answers in db.Registrations.AsNoTracking().Where(r => r.EventId == ev.Id && r.Answers.Any()).Select(r => r.Answers).AsAsyncEnumerable())
            foreach (var answer in answers.Where(answer => !questions.Exists(question => question.Id == answer.QuestionId))) questions.Add((answer.QuestionId, answer.Label));
        var columns = Fixed.ToList();
        foreach (var (id, label) in questions)
            columns.Add(Column.OfText<ExportRow>(Unique(label, columns), row => row.Answers.FirstOrDefault(answer => answer.QuestionId == id)?.Text, 32));
        return columns;
    }

    /// <summary>In the order of the list on the screen; erased ones, which have no name to sort by, last.</summary>
    public static IQueryable<ExportRow> Of(NetzwerkDb db, Event ev, bool isAnonymous) => db.Registrations.AsNoTracking().Where(r => r.EventId == ev.Id && (!isAnonymous || r.ErasedAt == null))
        .OrderBy(r => r.SortKey == null).ThenBy(r => r.SortKey).ThenBy(r => r.Id)
        .Select(r => new ExportRow(
            r.Reference, r.FamilyName, r.GivenName, r.Email, r.Phone, r.FurtherAdults, r.ChildrenInCare,
            r.CancelledAt, r.ErasedAt, r.ArrivedAt, r.TakenInBy, r.Question, r.Answers));

    private int Held(int number) => CancelledAt is null ? number : 0;

    private static string Unique(string title, IReadOnlyList<Column<ExportRow>> taken)
    {
        var unique = title;
        for (var number = 2; taken.Any(column => column.Title.Equals(unique, StringComparison.OrdinalIgnoreCase)); number++) unique = string.Create(CultureInfo.InvariantCulture, $"{title} ({number})");
        return unique;
    }
}

/// <summary>A child in care, for the spreadsheet's second sheet, which only those get who may see the children.</summary>
public sealed record ChildRow(string Reference, string FirstName, int Age, string? FamilyName, string? GivenName, string? Phone, bool CallRequested, DateTime? CalledAt)
{
    public static IReadOnlyList<Column<ChildRow>> Columns { get; } =
    [
        Column.OfText<ChildRow>("Kennung", row => row.Reference),
        Column.OfText<ChildRow>("Vorname des Kindes", row => row.FirstName, 20),
        Column.OfNumber<ChildRow>("Alter in Jahren", row => row.Age, 16),
        Column.OfText<ChildRow>("Nachname", row => row.FamilyName, 24),
        Column.OfText<ChildRow>("Vorname", row => row.GivenName),
        Column.OfPhone<ChildRow>("Telefon", row => row.Phone),
        Column.OfText<ChildRow>("Anruf gewünscht", row => (row.CallRequested, row.CalledAt) switch
        {
            (false, _) => "Nein",
            (_, { } called) => $"Erledigt am {BerlinTime.DateOf(called).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}",
            _ => "Ja",
        }, 24),
    ];

    public static IQueryable<ChildRow> Of(NetzwerkDb db, Event ev) => db.Registrations.AsNoTracking().Where(r => r.EventId == ev.Id && r.CancelledAt == null)
        .SelectMany(r => r.Children, (r, child) => new { r, child })
        .OrderBy(pair => pair.r.SortKey == null).ThenBy(pair => pair.r.SortKey).ThenBy(pair => pair.r.Id).ThenBy(pair => pair.child.Position)
        .Select(pair => new ChildRow(pair.r.Reference, pair.child.FirstName, pair.child.Age, pair.r.FamilyName, pair.r.GivenName, pair.r.Phone, pair.child.CallRequested, pair.r.CalledAt));
}
