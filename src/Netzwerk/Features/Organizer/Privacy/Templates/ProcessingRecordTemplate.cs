using Netzwerk.Domain;
using Netzwerk.Features.Shared.Legal;

namespace Netzwerk.Features.Organizer.Privacy.Templates;

/// <summary>Record of processing activities, Art. 30 (1) GDPR: letters a to g for the two activities of the site.</summary>
internal static class ProcessingRecordTemplate
{
    public static Template Of(LegalOptions legal, DateOnly today) => new(
        "verzeichnis-verarbeitungstaetigkeiten", "Verzeichnis von Verarbeitungstätigkeiten",
        "Artikel 30 DSGVO. Welche Daten Sie wofür verarbeiten. Die Aufsichtsbehörde darf es sehen wollen.",
        [
            new(null, $"Nach Artikel 30 Absatz 1 DSGVO. Stand: {BerlinTime.LongDate(today)}. Vorlage aus den Einstellungen der Seite: Prüfen Sie sie mit Ihrer oder Ihrem Datenschutzbeauftragten."),
            new("1. Verantwortlich")
            {
                Facts =
                [
                    ("Name", Part.Or(legal.Operator)), ("Anschrift", Part.Or(legal.Address)), ("E-Mail", Part.Or(legal.Email)), ("Telefon", Part.Or(legal.Phone)),
                    ("Vertreten durch", Part.Or(legal.Representative)), ("Datenschutzbeauftragte oder Datenschutzbeauftragter", Part.Or(legal.DataProtectionOfficer)),
                ],
            },
            new("2. Anmeldung zu Veranstaltungen")
            {
                Facts =
                [
                    ("Zweck", "Veranstaltungen für Alleinerziehende vorbereiten und durchführen: Plätze, Kinderbetreuung, Teilnehmerliste, Fragen an die Fachleute, Bestätigung und Erreichbarkeit."),
                    ("Rechtsgrundlage", $"Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit {Part.Gap} (Aufgabe und Rechtsvorschrift)."),
                    ("Betroffene", "Mütter und Väter, die sich anmelden; Erwachsene, die mitkommen (nur ihre Zahl); Kinder in der Betreuung."),
                    ("Daten", "Vorname, Nachname, E-Mail-Adresse, Telefonnummer, Zahl der Erwachsenen, Frage an die Fachleute, Antworten auf eigene Fragen der Veranstaltung; von Kindern Vorname, Alter und der Wunsch nach einem Anruf; Zeitpunkte, Kennung und die E-Mails dazu. Keine Anschrift, kein Geburtsdatum, keine Angaben zur Gesundheit."),
                    ("Wer sie sieht", "Organisation: alles. Mitarbeit: Anmeldungen ohne Angaben zu einzelnen Kindern. Betreuung: nur die Betreuungsliste."),
                    ("Empfänger außerhalb", Part.Or(legal.Recipients)),
                    ("Drittländer", $"Die Seite übermittelt nichts in Drittländer. Standort von Server und Mailserver: {Part.Gap}"),
                    ("Löschung", $"Von selbst, je Veranstaltung einstellbar. Voreinstellung: Angaben zu Kindern 7 Tage, Anmeldungen 30 Tage nach der Veranstaltung, höchstens {Event.LongestKept} Tage. E-Mails {Retention.MailDays} Tage, nachdem sie gesendet sind. Sicherungen nach höchstens {Retention.BackupDays} Tagen. Zahlen ohne Namen bleiben."),
                    ("Schutzmaßnahmen", "Siehe „Technische und organisatorische Maßnahmen“."),
                ],
            },
            new("3. Konten und Protokoll der Mitarbeitenden")
            {
                Facts =
                [
                    ("Zweck", "Zugang nur für Befugte; nachvollziehen, wer Daten gesehen oder geändert hat."),
                    ("Rechtsgrundlage", $"Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit {Part.Gap} (für Beschäftigte: Rechtsvorschrift oder Dienstvereinbarung)."),
                    ("Betroffene", "Menschen mit einem Konto: Organisation, Mitarbeit, Betreuung; auch bei Netzwerkpartnern."),
                    ("Daten", "Name, E-Mail-Adresse, Rolle, Prüfwert des Passworts, zweiter Faktor; im Protokoll Name, Zeitpunkt und was getan wurde."),
                    ("Empfänger außerhalb", Part.Or(legal.Recipients)),
                    ("Drittländer", "Keine Übermittlung."),
                    ("Löschung", $"Das Konto, sobald es entfernt wird; das Protokoll nach {Retention.AuditDays} Tagen."),
                    ("Schutzmaßnahmen", "Siehe „Technische und organisatorische Maßnahmen“."),
                ],
            },
        ]);
}
