using Netzwerk.Domain;
using Netzwerk.Features.Shared.Legal;

namespace Netzwerk.Features.Organizer.Privacy.Templates;

/// <summary>Contract with a processor, Art. 28 (3) GDPR: its subject and the duties of letters a to h, in own words.</summary>
internal static class ProcessorContractTemplate
{
    public static Template Of(LegalOptions legal, DateOnly today) => new(
        "auftragsverarbeitungsvertrag", "Vertrag zur Auftragsverarbeitung",
        "Artikel 28 DSGVO. Für den Vertrag mit dem Rechenzentrum oder dem E-Mail-Anbieter, wenn er keinen eigenen mitbringt.",
        [
            new(null, $"Nach Artikel 28 Absatz 3 DSGVO. Entwurf vom {BerlinTime.LongDate(today)}. Eine Vorlage ersetzt keine Rechtsberatung: Lassen Sie den Vertrag vor der Unterschrift prüfen."),
            new("Zwischen")
            {
                Facts =
                [
                    ("Auftraggeber (verantwortlich)", $"{Part.Or(legal.Operator)}\n{Part.Or(legal.Address)}\nvertreten durch {Part.Or(legal.Representative)}"),
                    ("Auftragnehmer (Auftragsverarbeiter)", $"Name, Anschrift, Vertretung: {Part.Gap}"),
                ],
            },
            new("§ 1 Gegenstand und Dauer", $"Der Auftragnehmer erbringt für die Anmeldeseite des Auftraggebers diese Leistung: {Part.Gap} (zum Beispiel Betrieb des Servers, Versand von E-Mails).", $"Der Vertrag gilt ab {Part.Gap} und so lange, wie die Leistung erbracht wird."),
            new("§ 2 Art und Zweck, Daten und Betroffene")
            {
                Facts =
                [
                    ("Art und Zweck", "Speichern, Bereitstellen, Übermitteln und Löschen von Anmeldungen zu Veranstaltungen für Alleinerziehende."),
                    ("Daten", "Namen, E-Mail-Adressen, Telefonnummern, Fragen und Antworten von Eltern; Vorname, Alter und Anrufwunsch von Kindern; Konten der Mitarbeitenden; E-Mails dazu."),
                    ("Betroffene", "Eltern, Kinder in der Betreuung, Mitarbeitende."),
                    ("Ort", $"Nur in der Europäischen Union oder im Europäischen Wirtschaftsraum, und zwar in: {Part.Gap}"),
                ],
            },
            new("§ 3 Weisungen", "Der Auftragnehmer verarbeitet die Daten nur auf dokumentierte Weisung des Auftraggebers, auch bei Übermittlungen in Drittländer, es sei denn, das Recht verpflichtet ihn dazu; das teilt er vorher mit, soweit das Recht es zulässt. Hält er eine Weisung für rechtswidrig, sagt er es sofort und darf sie aussetzen, bis sie bestätigt oder geändert ist.", $"Weisungen erteilt: {Part.Gap}. Weisungen nimmt entgegen: {Part.Gap}"),
            new("§ 4 Vertraulichkeit", "Der Auftragnehmer setzt nur Menschen ein, die zur Vertraulichkeit verpflichtet sind oder einer gesetzlichen Schweigepflicht unterliegen. Die Pflicht gilt nach dem Ende des Vertrags weiter."),
            new("§ 5 Sicherheit", "Der Auftragnehmer trifft die Maßnahmen nach Artikel 32 DSGVO. Sie stehen in der Anlage „Technische und organisatorische Maßnahmen“. Er darf sie durch gleichwertige oder bessere ersetzen und teilt wesentliche Änderungen mit."),
            new("§ 6 Weitere Auftragsverarbeiter", "Der Auftragnehmer zieht weitere Auftragsverarbeiter nur mit vorheriger schriftlicher Genehmigung hinzu. Er gibt ihnen dieselben Pflichten und haftet für sie wie für sich selbst.", $"Bei Vertragsschluss genehmigt: {Part.Gap}"),
            new("§ 7 Rechte der Betroffenen", "Der Auftragnehmer unterstützt den Auftraggeber mit geeigneten Maßnahmen, damit dieser Anträge auf Auskunft, Berichtigung, Löschung, Einschränkung, Mitnahme und Widerspruch erfüllen kann. Wer sich direkt an den Auftragnehmer wendet, wird unverzüglich an den Auftraggeber verwiesen."),
            new("§ 8 Unterstützung und Meldung", "Der Auftragnehmer unterstützt bei den Pflichten aus den Artikeln 32 bis 36 DSGVO. Eine Verletzung des Schutzes der Daten meldet er unverzüglich, spätestens nach 24 Stunden, mit allem, was für die Meldung nach Artikel 33 nötig ist.", $"Meldeweg: {Part.Or(legal.Email)}, Datenschutz: {Part.Or(legal.DataProtectionOfficer)}"),
            new("§ 9 Löschung und Rückgabe", $"Nach dem Ende der Leistung gibt der Auftragnehmer alle Daten nach Wahl des Auftraggebers zurück oder löscht sie, samt Kopien, es sei denn, das Recht verlangt die Aufbewahrung. Sicherungen löscht er nach spätestens {Retention.BackupDays} Tagen. Die Löschung bestätigt er schriftlich."),
            new("§ 10 Nachweise und Kontrollen", "Der Auftragnehmer stellt alle Informationen bereit, mit denen sich die Einhaltung dieser Pflichten nachweisen lässt. Er ermöglicht Überprüfungen und Inspektionen durch den Auftraggeber oder von ihm Beauftragte und wirkt daran mit."),
            new("Unterschriften") { Facts = [("Auftraggeber, Ort und Datum", $"{Part.Gap}\n\n"), ("Auftragnehmer, Ort und Datum", $"{Part.Gap}\n\n")] },
        ]);
}
