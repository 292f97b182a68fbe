namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>Names of the fields as people read them, in the form and in the audit, which separates them by commas.</summary>
public static class Labels
{
    public const string Title = "Titel";
    public const string ShortTitle = "Kurztitel";
    public const string Slug = "Adresse der Seite";
    public const string Date = "Tag";
    public const string StartsAt = "Beginn";
    public const string EndsAt = "Ende";
    public const string EndsOn = "Letzter Tag (wenn es nicht am selben Tag endet)";
    public const string Place = "Ort";
    public const string Lead = "Kurz gesagt";
    public const string Deadline = "Anmeldeschluss";
    public const string Seats = "Plätze";
    public const string OffersChildcare = "Kinderbetreuung anbieten";
    public const string ChildcareSeats = "Plätze in der Kinderbetreuung";
    public const string OpensOn = "Anmeldung öffnet am";
    public const string OpensAt = "Uhrzeit der Öffnung";
    public const string ChildcareDeadline = "Kinder anmelden bis";
    public const string Description = "Beschreibung";
    public const string Audience = "Für wen";
    public const string Host = "Gastgeber";
    public const string Price = "Kosten";
    public const string IsFestive = "Ein Fest: Wimpel auf der Seite zeigen";
    public const string Programme = "Programm";
    public const string AccessNotes = "Anfahrt und Zugang";
    public const string ContactName = "Wer beantwortet Fragen?";
    public const string ContactEmail = "E-Mail-Adresse für Fragen";
    public const string ContactPhone = "Telefonnummer für Fragen";
    public const string Reminds = "Zwei Tage vorher per E-Mail erinnern";
    public const string ChildrenKeptDays = "Angaben zu Kindern löschen nach … Tagen";
    public const string RegistrationsKeptDays = "Anmeldungen löschen nach … Tagen";
}
