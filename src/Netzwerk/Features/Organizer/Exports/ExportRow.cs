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
        new("Kennung", row => row.ErasedAt is null ? row.Reference : ""),
        new("Nachname", row => row.FamilyName, Width: 24),
        new("Vorname", row => row.GivenName),
        new("E-Mail", row => row.Email, Width: 32),
        new("Telefon", row => row.Phone, IsPhone: true, Width: 20),
        new("Weitere Erwachsene", row => Number(row.FurtherAdults), Width: 20),
        new("Kinder in Betreuung", row => Number(row.ChildrenInCare), Width: 20),
        new("Status", row => row.Status),
        new("Angemeldet am", row => Date(row.ArrivedAt)),
        new("Angemeldet um", row => Time(row.ArrivedAt)),
        new("Abgemeldet am", row => row.CancelledAt is { } at ? Date(at) : ""),
        new("Von Hand aufgenommen", row => row.TakenInBy is null ? "Nein" : "Ja", Width: 24),
        new("Frage", row => row.Question, Width: 48),
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
            columns.Add(new(Unique(label, columns), row => row.Answers.FirstOrDefault(answer => answer.QuestionId == id)?.Text, Width: 32));
        return columns;
    }

    /// <summary>In the order of the list on the screen; erased ones, which have no name to sort by, last.</summary>
    public static IQueryable<ExportRow> Of(NetzwerkDb db, Event ev, bool isAnonymous) => db.Registrations.AsNoTracking().Where(r => r.EventId == ev.Id && (!isAnonymous || r.ErasedAt == null))
        .OrderBy(r => r.SortKey == null).ThenBy(r => r.SortKey).ThenBy(r => r.Id)
        .Select(r => new ExportRow(
            r.Reference, r.FamilyName, r.GivenName, r.Email, r.Phone, r.FurtherAdults, r.ChildrenInCare,
            r.CancelledAt, r.ErasedAt, r.ArrivedAt, r.TakenInBy, r.Question, r.Answers));

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Unique(string title, IReadOnlyList<Column<ExportRow>> taken)
    {
        var unique = title;
        for (var number = 2; taken.Any(column => column.Title.Equals(unique, StringComparison.OrdinalIgnoreCase)); number++) unique = $"{title} ({Number(number)})";
        return unique;
    }

    private static string Date(DateTime instant) => BerlinTime.FromUtc(instant).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string Time(DateTime instant) => BerlinTime.FromUtc(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>A child in care, for the spreadsheet's second sheet, which only those get who may see the children.</summary>
public sealed record ChildRow(string Reference, string FirstName, int Age, string? FamilyName, string? GivenName, string? Phone, bool CallRequested)
{
    public static IReadOnlyList<Column<ChildRow>> Columns { get; } =
    [
        new("Kennung", row => row.Reference),
        new("Vorname des Kindes", row => row.FirstName, Width: 20),
        new("Alter in Jahren", row => ExportRow.Number(row.Age)),
        new("Nachname", row => row.FamilyName, Width: 24),
        new("Vorname", row => row.GivenName),
        new("Telefon", row => row.Phone, IsPhone: true, Width: 20),
        new("Anruf gewünscht", row => row.CallRequested ? "Ja" : "Nein"),
    ];

    public static IQueryable<ChildRow> Of(NetzwerkDb db, Event ev) => db.Registrations.AsNoTracking().Where(r => r.EventId == ev.Id && r.CancelledAt == null)
        .SelectMany(r => r.Children, (r, child) => new { r, child })
        .OrderBy(pair => pair.r.SortKey == null).ThenBy(pair => pair.r.SortKey).ThenBy(pair => pair.r.Id).ThenBy(pair => pair.child.Position)
        .Select(pair => new ChildRow(pair.r.Reference, pair.child.FirstName, pair.child.Age, pair.r.FamilyName, pair.r.GivenName, pair.r.Phone, pair.child.CallRequested));
}

/// <param name="Cell">The text as it is shown; null is an empty cell.</param>
/// <param name="Width">In digits of the spreadsheet's font.</param>
public sealed record Column<T>(string Title, Func<T, string?> Cell, bool IsPhone = false, int Width = 16);
