using System.Globalization;
using FluentValidation;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Events;

/// <summary>
/// The three limits of an event as typed, and as they stood when the form was fetched: so the second of two editors finds out what the
/// first one changed, and keeps it.
/// </summary>
public sealed record EditForm
{
    public string? Seats { get; init; }

    public string? ChildcareSeats { get; init; }

    public string? Deadline { get; init; }

    public string? SeenSeats { get; init; }

    public string? SeenChildcareSeats { get; init; }

    public string? SeenDeadline { get; init; }

    /// <summary>The form as it is first shown.</summary>
    public static EditForm Of(Event ev)
    {
        var (seats, childcare, deadline) = (Text(ev.Seats), Text(ev.ChildcareSeats), Text(ev.DeadlineDay));
        return new EditForm
        {
            Seats = seats,
            ChildcareSeats = childcare,
            Deadline = deadline,
            SeenSeats = seats,
            SeenChildcareSeats = childcare,
            SeenDeadline = deadline,
        };
    }

    /// <summary>What was typed, on top of what is stored by now: a field that this editor left alone takes the other editor's value.</summary>
    public EditForm Onto(Event ev)
    {
        var now = Of(ev);
        return now with
        {
            Seats = TypedText.Clean(Seats) == TypedText.Clean(SeenSeats) ? now.Seats : Seats,
            ChildcareSeats = TypedText.Clean(ChildcareSeats) == TypedText.Clean(SeenChildcareSeats) ? now.ChildcareSeats : ChildcareSeats,
            Deadline = TypedText.Clean(Deadline) == TypedText.Clean(SeenDeadline) ? now.Deadline : Deadline,
        };
    }

    /// <summary>Labels of what another editor changed since this form was fetched, with the value that is stored now.</summary>
    public IReadOnlyList<MeantimeChange> ChangedMeanwhile(Event ev)
    {
        var now = Of(ev);
        return [.. new[]
        {
            new MeantimeChange(Labels.Seats, SeenSeats, now.Seats),
            new MeantimeChange(Labels.ChildcareSeats, SeenChildcareSeats, now.ChildcareSeats),
            new MeantimeChange(Labels.Deadline, SeenDeadline, now.Deadline),
        }.Where(change => TypedText.Clean(change.Before) != TypedText.Clean(change.Now))];
    }

    public static int? Number(string? text) => TypedText.OrNull(text) is { } digits && IsNumber(digits) ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    /// <summary>What a date field sends, or a date as one writes it where the browser has no date field. „04.11.22“ is a slip, not the year 22.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(TypedText.Clean(text), ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year >= 2000 ? day : null;

    private static bool IsNumber(string digits) => digits.Length <= 5 && digits.All(char.IsAsciiDigit);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public sealed class Validator : AbstractValidator<EditForm>
    {
        public Validator()
        {
            RuleFor(form => form.Seats).Must(IsNumberOrEmpty).WithMessage(NotANumber(Labels.Seats));
            RuleFor(form => form.ChildcareSeats).Must(IsNumberOrEmpty).WithMessage(NotANumber(Labels.ChildcareSeats));
            RuleFor(form => form.Deadline).Must(text => Day(text) is not null).WithMessage("Geben Sie den Anmeldeschluss als Datum ein, zum Beispiel 04.11.2022");
        }

        /// <summary>Only the stored event knows its day, so the controller asks for this sentence.</summary>
        public static string TooLate(DateOnly eventDay) =>
            string.Create(CultureInfo.InvariantCulture, $"Der Anmeldeschluss darf nicht nach der Veranstaltung liegen. Wählen Sie spätestens den {eventDay:dd.MM.yyyy}");

        private static string NotANumber(string label) => $"Geben Sie bei „{label}“ eine ganze Zahl von 0 bis 99999 ein, oder lassen Sie das Feld leer";

        private static bool IsNumberOrEmpty(string? text) => TypedText.OrNull(text) is not { } digits || IsNumber(digits);
    }
}

/// <summary>Names of the fields as people read them, in the form and in the audit.</summary>
public static class Labels
{
    public const string Seats = "Plätze";
    public const string ChildcareSeats = "Plätze in der Kinderbetreuung";
    public const string Deadline = "Anmeldeschluss";
}

public sealed record MeantimeChange(string Label, string? Before, string? Now);
