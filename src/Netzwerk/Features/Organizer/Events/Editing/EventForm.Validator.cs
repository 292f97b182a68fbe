using System.Globalization;
using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>What fits, and what is said where it does not.</summary>
public sealed partial record EventForm
{
    public const int MostPoints = 20;

    public sealed class Validator : AbstractValidator<EventForm>
    {
        public const string SlugTaken = "Diese Adresse hat schon eine andere Veranstaltung. Wählen Sie eine andere";

        public Validator(IStringLocalizer<Texts> t)
        {
            Line(form => form.Title, Labels.Title, 150).Must(IsFilled).WithMessage("Geben Sie einen Titel ein");
            Line(form => form.ShortTitle, Labels.ShortTitle, 40).Must(IsFilled).WithMessage("Geben Sie einen Kurztitel ein, zum Beispiel „Elternfrühstück“");
            RuleFor(form => form.Slug).Must(slug => slug is null || EventSlug.IsValid(TypedText.Clean(slug)))
                .WithMessage("Nehmen Sie für die Adresse nur kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel elternfruehstueck-2023. „neu“ geht nicht");
            RuleFor(form => form.Date).Must(IsDay).WithMessage("Geben Sie den Tag als Datum ein, zum Beispiel 11.11.2022");
            RuleFor(form => form.StartsAt).Cascade(CascadeMode.Stop).Must(IsClock).WithMessage("Geben Sie den Beginn als Uhrzeit ein, zum Beispiel 15:00")
                .Must((form, time) => !IsSkipped(form.Date, time)).WithMessage(form => Skipped(form.Date, form.StartsAt));
            RuleFor(form => form.EndsAt).Cascade(CascadeMode.Stop).Must(IsClock).WithMessage("Geben Sie das Ende als Uhrzeit ein, zum Beispiel 17:00")
                .Must((form, end) => EndsLater(form) || Clock(form.StartsAt) is not { } start || Clock(end) > start).WithMessage(form =>
                    $"Das Ende muss nach dem Beginn liegen. Endet die Veranstaltung erst {(Day(form.Date) is { } day ? $"am {BerlinTime.ShortDay(day.AddDays(1))}" : "am nächsten Tag")}, geben Sie das bei „{Labels.EndsOn}“ ein")
                .Must((form, end) => !IsSkipped(EndDay(form), end)).WithMessage(form => Skipped(EndDay(form), form.EndsAt));
            RuleFor(form => form.EndsOn).Cascade(CascadeMode.Stop).Must(day => !IsFilled(day) || IsDay(day)).WithMessage("Geben Sie den letzten Tag als Datum ein, zum Beispiel 12.11.2022, oder lassen Sie das Feld leer")
                .Must((form, day) => !(Day(day) < Day(form.Date))).WithMessage(form => string.Create(CultureInfo.InvariantCulture, $"Der letzte Tag darf nicht vor dem ersten liegen. Wählen Sie frühestens den {Day(form.Date):dd.MM.yyyy}, oder lassen Sie das Feld leer"))
                .Must((form, day) => !(Day(day)?.DayNumber - Day(form.Date)?.DayNumber >= Event.LongestDays)).WithMessage($"Eine Veranstaltung dauert hier höchstens {Event.LongestDays} Tage. Prüfen Sie Monat und Jahr");
            Line(form => form.Place, Labels.Place, 150).Must(IsFilled).WithMessage("Geben Sie den Ort ein, zum Beispiel „Kreishaus Cloppenburg“");
            Lines(form => form.Lead, Labels.Lead, 300);
            SignUpRules();
            Lines(form => form.Description, Labels.Description, 6000).Must(HasOnlyTakenLinks).WithMessage(form => RefusedLinks(Labels.Description, form.Description));
            Lines(form => form.Audience, Labels.Audience, 300);
            Lines(form => form.Host, Labels.Host, 200);
            Line(form => form.Price, Labels.Price, 100);
            RuleFor(form => form.Programme).Must(rows => rows.Count <= MostPoints).WithMessage($"Höchstens {MostPoints} Programmpunkte haben Platz");
            RuleForEach(form => form.Programme).SetValidator(new PointValidator());
            Lines(form => form.AccessNotes, Labels.AccessNotes, 2000).Must(HasOnlyTakenLinks).WithMessage(form => RefusedLinks(Labels.AccessNotes, form.AccessNotes));
            RuleFor(form => form.ContactName).PersonName(t, "Geben Sie an, wer Fragen beantwortet", "Der Name");
            RuleFor(form => form.ContactEmail).EmailAddress(t, "Geben Sie eine E-Mail-Adresse für Fragen ein, zum Beispiel name@beispiel.de", "Geben Sie die E-Mail-Adresse vollständig ein, zum Beispiel name@beispiel.de");
            RuleFor(form => form.ContactPhone).Phone(t);
            RuleFor(form => form.RegistrationsKeptDays).Must(days => Number(days) is >= 1 and <= Event.LongestKept).WithMessage($"Geben Sie bei „{Labels.RegistrationsKeptDays}“ 1 bis {Event.LongestKept} Tage ein");
            RuleFor(form => form.ChildrenKeptDays).Must((form, days) => Number(days) is >= 1 and <= Event.LongestKept && !(Number(days) > Number(form.RegistrationsKeptDays)))
                .WithMessage($"Geben Sie bei „{Labels.ChildrenKeptDays}“ mindestens 1 Tag ein, und höchstens so viele wie bei den Anmeldungen");
        }

        private void SignUpRules()
        {
            RuleFor(form => form.Deadline).Cascade(CascadeMode.Stop).Must(IsDay).WithMessage("Geben Sie den Anmeldeschluss als Datum ein, zum Beispiel 04.11.2022")
                .Must((form, deadline) => !(Day(deadline) > Day(form.Date)))
                .WithMessage(form => string.Create(CultureInfo.InvariantCulture, $"Der Anmeldeschluss darf nicht nach der Veranstaltung liegen. Wählen Sie spätestens den {Day(form.Date):dd.MM.yyyy}"));
            RuleFor(form => form.Seats).Must(IsNumberOrEmpty).WithMessage(NotANumber(Labels.Seats));
            RuleFor(form => form.ChildcareSeats).Must(IsNumberOrEmpty).WithMessage(NotANumber(Labels.ChildcareSeats));
            RuleFor(form => form.OpensOn).Cascade(CascadeMode.Stop).Must(day => !IsFilled(day) || IsDay(day)).WithMessage("Geben Sie als Datum ein, ab wann man sich anmelden kann, oder lassen Sie das Feld leer")
                .Must((form, day) => !(Day(day) > Day(form.Deadline))).WithMessage("Die Anmeldung kann nicht erst nach dem Anmeldeschluss öffnen")
                .Must((form, day) => IsFilled(day) || !IsFilled(form.OpensAt)).WithMessage("Zur Uhrzeit fehlt der Tag, ab dem man sich anmelden kann");
            RuleFor(form => form.OpensAt).Cascade(CascadeMode.Stop).Must(time => !IsFilled(time) || IsClock(time)).WithMessage("Geben Sie eine Uhrzeit ein, zum Beispiel 08:00, oder lassen Sie das Feld leer")
                .Must((form, time) => !IsSkipped(form.OpensOn, time)).WithMessage(form => Skipped(form.OpensOn, form.OpensAt));
            RuleFor(form => form.ChildcareDeadline).Cascade(CascadeMode.Stop).Must(day => !IsFilled(day) || IsDay(day)).WithMessage("Geben Sie den letzten Tag für Kinder als Datum ein, oder lassen Sie das Feld leer")
                .Must((form, day) => !(Day(day) > Day(form.Deadline))).WithMessage("Für Kinder kann die Anmeldung nur früher schließen als für alle, nicht später");
        }

        private IRuleBuilderOptions<EventForm, string?> Line(System.Linq.Expressions.Expression<Func<EventForm, string?>> field, string label, int length) => RuleFor(field)
            .Cascade(CascadeMode.Stop)
            .Must(text => TypedText.Clean(text).Length <= length).WithMessage(TooLong(label, length))
            .Must(text => TypedText.IsOneVisibleLine(TypedText.Clean(text))).WithMessage((_, text) => Invalid(label, text, oneLine: true));

        private IRuleBuilderOptions<EventForm, string?> Lines(System.Linq.Expressions.Expression<Func<EventForm, string?>> field, string label, int length) => RuleFor(field)
            .Cascade(CascadeMode.Stop)
            .Must(text => TypedText.Clean(text).Length <= length).WithMessage(TooLong(label, length))
            .Must(text => TypedText.IsVisible(TypedText.Clean(text))).WithMessage((_, text) => Invalid(label, text));

        private static bool HasOnlyTakenLinks(string? text) => MarkdownText.RefusedLinks(TypedText.Clean(text)).Count == 0;

        private static string RefusedLinks(string label, string? text) =>
            $"Bei „{label}“ wird {string.Join(", ", MarkdownText.RefusedLinks(TypedText.Clean(text)).Take(3).Select(link => $"„{Short(link)}“"))} kein Link. " +
            "Links beginnen mit https:// oder mailto:. Ändern Sie die Adresse, oder schreiben Sie sie ohne http:// und ohne eckige Klammern";

        private static string Short(string link) => link.Length <= 60 ? link : link[..57] + "…";

        private static bool IsSkipped(string? day, string? time) => Day(day) is { } date && Clock(time) is { } clock && BerlinTime.IsSkipped(date, clock);

        private static bool EndsLater(EventForm form) => IsFilled(form.EndsOn) && Day(form.EndsOn) != Day(form.Date);

        private static string? EndDay(EventForm form) => IsFilled(form.EndsOn) ? form.EndsOn : form.Date;

        private static string Skipped(string? day, string? time) =>
            $"{BerlinTime.Clock(Clock(time)!.Value)} gibt es am {BerlinTime.ShortDay(Day(day)!.Value)} nicht: In dieser Nacht beginnt die Sommerzeit, die Uhren springen von 02:00 auf 03:00. Wählen Sie eine andere Uhrzeit";

        private static bool IsFilled(string? text) => TypedText.OrNull(text) is not null;

        private static bool IsDay(string? text) => Day(text) is not null;

        private static bool IsClock(string? text) => Clock(text) is not null;

        private static bool IsNumberOrEmpty(string? text) => !IsFilled(text) || Number(text) is not null;

        private static string NotANumber(string label) => $"Geben Sie bei „{label}“ eine ganze Zahl von 0 bis 99999 ein, oder lassen Sie das Feld leer";
    }

    private sealed class PointValidator : AbstractValidator<ProgrammeForm>
    {
        public PointValidator()
        {
            RuleFor(row => row.Title).Cascade(CascadeMode.Stop)
                .Must((row, title) => row.IsEmpty || TypedText.OrNull(title) is not null).WithMessage("Geben Sie dem Programmpunkt eine Überschrift, oder entfernen Sie ihn")
                .Must(title => TypedText.Clean(title).Length <= 120).WithMessage(TooLong("Überschrift", 120))
                .Must(title => TypedText.IsOneVisibleLine(TypedText.Clean(title))).WithMessage((_, title) => Invalid("Überschrift", title, oneLine: true));
            RuleFor(row => row.Text).Cascade(CascadeMode.Stop)
                .Must(text => TypedText.Clean(text).Length <= 500).WithMessage(TooLong("Ein, zwei Sätze dazu", 500))
                .Must(text => TypedText.IsVisible(TypedText.Clean(text))).WithMessage((_, text) => Invalid("Ein, zwei Sätze dazu", text));
        }
    }

    private static string TooLong(string label, int length) => $"Bei „{label}“ haben höchstens {length} Zeichen Platz. Kürzen Sie den Text bitte";

    private static string Invalid(string label, string? text, bool oneLine = false) => $"Der Text bei „{label}“ enthält {InvalidCharacter.Describe(text, oneLine: oneLine)}. Löschen Sie das, oder tippen Sie den Text neu";
}
