using Netzwerk.Domain;
using Netzwerk.Features.Shared.Legal;

namespace Netzwerk.Features.Organizer.Privacy.Templates;

/// <summary>Technical and organisational measures, Art. 32 GDPR: what the site does by itself, and the gaps that are the operator's.</summary>
internal static class TechnicalMeasuresTemplate
{
    public static Template Of(LegalOptions legal, DateOnly today) => new(
        "technische-organisatorische-massnahmen", "Technische und organisatorische Maßnahmen",
        "Artikel 32 DSGVO. Wie die Daten geschützt sind. Gehört zum Verzeichnis und zum Vertrag.",
        [
            new(null, $"Nach Artikel 32 DSGVO. Verantwortlich: {Part.Or(legal.Operator)}. Stand: {BerlinTime.LongDate(today)}.",
                "Was die Seite selbst tut, ist hier beschrieben. Was Sie um sie herum tun, wissen nur Sie: Diese Stellen sind markiert."),
            .. Access(), .. Care(legal),
        ]);

    private static IReadOnlyList<Part> Access() =>
    [
        new("1. Zutritt zum Server") { Bullets = [$"Standort, Gebäude, Schlüssel, Besuch: {Part.Gap}", $"Wer den Server betreut: {Part.Gap}"] },
        new("2. Zugang zur Seite")
        {
            Bullets =
            [
                "Jede Person hat ein eigenes Konto. Passwörter haben mindestens 15 Zeichen und stehen nicht auf einer Liste häufiger Passwörter; gespeichert ist nur ein Prüfwert.",
                "Die Organisation meldet sich mit einem zweiten Faktor an (Passkey oder Code aus der App, dazu Wiederherstellungscodes).",
                "Nach falschen Versuchen sperrt das Konto immer länger. Sitzungen enden innerhalb einer Minute, wenn ein Konto entfernt oder ein Passwort geändert wird.",
                "Familien haben kein Konto, sondern einen Link, den niemand erraten kann. In der Datenbank steht nur sein Prüfwert.",
            ],
        },
        new("3. Zugriff auf Daten")
        {
            Bullets =
            [
                "Drei Rollen, für alle oder für eine Veranstaltung: Organisation, Mitarbeit, Betreuung. Jede sieht nur, was sie braucht.",
                "Wer Angaben zu Kindern ansieht, eine Liste öffnet oder eine Datei holt, steht im Protokoll.",
                "Datenbank, Schlüssel und Sicherungen kann auf dem Server nur das Konto lesen, unter dem die Seite läuft.",
                $"Wer welche Rolle vergibt und wie oft die Konten durchgesehen werden: {Part.Gap}",
            ],
        },
        new("4. Übertragung")
        {
            Bullets =
            [
                "Die Seite ist im Betrieb nur verschlüsselt erreichbar (HTTPS). Sie lädt nichts von anderen Anbietern und setzt bei Familien keine Cookies.",
                "E-Mails gehen mit der eingestellten Verschlüsselung zum Mailserver und nie ersatzweise unverschlüsselt. Namen und Alter von Kindern stehen in keiner E-Mail.",
                $"Umgang mit ausgedruckten Listen und geholten Dateien: {Part.Gap}",
            ],
        },
    ];

    private static IReadOnlyList<Part> Care(LegalOptions legal) =>
    [
        new("5. Nachvollziehbarkeit")
        {
            Bullets = [$"Das Protokoll hält fest, wer wann was getan hat, mit Namen von Feldern und ohne Inhalte, {Retention.AuditDays} Tage lang.", "Technische Protokolle enthalten keine Namen, keine Adressen und keine Internet-Adressen."],
        },
        new("6. Sparsamkeit und Löschung")
        {
            Bullets =
            [
                "Gefragt wird nur, was die Veranstaltung braucht. Bevor jemand „Jetzt anmelden“ drückt, ist nichts gespeichert.",
                "Gelöscht wird von selbst, stündlich und bei jedem Start; Gelöschtes wird in der Datei überschrieben.",
                "Ein Verzeichnis außerhalb der Datenbank sorgt dafür, dass Gelöschtes auch nach dem Zurückspielen einer Sicherung gelöscht bleibt. Es enthält keine Namen.",
            ],
        },
        new("7. Verfügbarkeit und Wiederherstellung")
        {
            Bullets =
            [
                $"Jede Nacht und vor jeder Umstellung der Datenbank wird gesichert; Sicherungen leben höchstens {Retention.BackupDays} Tage und können verschlüsselt werden.",
                "Eine Anmeldung ist auf der Festplatte, bevor sie bestätigt wird.",
                $"Wo die Sicherungen liegen und wann zuletzt eine zurückgespielt wurde: {Part.Gap}",
                $"Strom, Brandschutz, Ersatzgeräte: {Part.Gap}",
            ],
        },
        new("8. Organisation")
        {
            Bullets =
            [
                $"Verpflichtung auf Vertraulichkeit und Einweisung: {Part.Gap}", $"Vorgehen bei einer Datenpanne (72 Stunden, Artikel 33 DSGVO): {Part.Gap}",
                $"Wer Updates einspielt und wie oft die Maßnahmen geprüft werden: {Part.Gap}", $"Auftragsverarbeiter mit Vertrag: {Part.Or(legal.Recipients)}",
            ],
        },
    ];
}
