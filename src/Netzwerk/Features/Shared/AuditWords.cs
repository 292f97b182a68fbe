using Netzwerk.Domain;

namespace Netzwerk.Features.Shared;

/// <summary>What each act is called, wherever it is shown.</summary>
public static class AuditWords
{
    /// <summary>By what the protocol is filtered; each act stands in exactly one group.</summary>
    public static IReadOnlyList<AuditGroup> Groups { get; } =
    [
        new("anmeldungen", "Anmeldungen", [AuditAct.SignedUp, AuditAct.SignedUpAgain, AuditAct.TakenInByHand, AuditAct.LetInKnowingly,
            AuditAct.CancelledByFamily, AuditAct.CancelledByStaff, AuditAct.CallDone, AuditAct.AddressCorrected]),
        new("einsicht", "Eingesehen und mitgenommen", [AuditAct.ChildrenListed, AuditAct.ListPrinted, AuditAct.ListExported, AuditAct.DataTakenAlong, AuditAct.AuditRead, AuditAct.TemplateDownloaded]),
        new("loeschung", "Gelöscht", [AuditAct.Erased, AuditAct.ErasedByFamily, AuditAct.RetentionErasedChildren, AuditAct.RetentionErasedRegistrations,
            AuditAct.RetentionErasedMails, AuditAct.RetentionChanged]),
        new("veranstaltungen", "Veranstaltungen", [AuditAct.EventMade, AuditAct.EventCopied, AuditAct.EventEdited, AuditAct.EventPublished, AuditAct.EventCancelled, AuditAct.EventArchived,
            AuditAct.EventUnarchived, AuditAct.EventDeleted, AuditAct.QuestionsEdited, AuditAct.TextsEdited, AuditAct.SignUpClosed, AuditAct.SignUpOpened, AuditAct.SignUpBackToSchedule]),
        new("e-mails", "E-Mails", [AuditAct.GuestsTold, AuditAct.GuestsNotTold, AuditAct.RemindersSent, AuditAct.MailSentAgain, AuditAct.LinkAskedFor, AuditAct.ClosingReportSent, AuditAct.TestMailSent]),
        new("konten", "Konten", [AuditAct.FirstOrganizerMade, AuditAct.AccountMade, AuditAct.Invited, AuditAct.RolesChanged, AuditAct.AccountRemoved, AuditAct.PasswordLinkMade,
            AuditAct.PasswordMailAsked, AuditAct.PasswordChanged, AuditAct.SecondFactorAdded, AuditAct.SecondFactorRemoved, AuditAct.RecoveryCodesMade]),
        new("einstellungen", "Einstellungen und Sicherung", [AuditAct.SettingsChanged, AuditAct.PartnersEdited, AuditAct.BackupMade, AuditAct.ClockConfirmed]),
    ];

    public static string Of(AuditAct act) => act switch
    {
        AuditAct.SignedUp => "Angemeldet",
        AuditAct.SignedUpAgain => "Noch einmal angemeldet, nichts geändert",
        AuditAct.TakenInByHand => "Von Hand aufgenommen",
        AuditAct.LetInKnowingly => "Trotz geschlossener Anmeldung aufgenommen",
        AuditAct.CancelledByFamily or AuditAct.CancelledByStaff => "Abgemeldet",
        AuditAct.CallDone => "Anruf erledigt",
        AuditAct.AddressCorrected => "E-Mail-Adresse berichtigt",
        AuditAct.ChildrenListed => "Angaben zu Kindern angesehen",
        AuditAct.ListPrinted => "Teilnehmerliste angesehen",
        AuditAct.ListExported => "Anmeldungen als Datei geholt",
        AuditAct.DataTakenAlong => "Eigene Angaben als Datei geholt",
        AuditAct.AuditRead => "Protokoll angesehen",
        AuditAct.TemplateDownloaded => "Vorlage geholt",
        AuditAct.Erased or AuditAct.ErasedByFamily => "Angaben gelöscht",
        AuditAct.RetentionErasedChildren => "Frist vorbei: Angaben zu Kindern gelöscht",
        AuditAct.RetentionErasedRegistrations => "Frist vorbei: Anmeldungen gelöscht",
        AuditAct.RetentionErasedMails => "Frist vorbei: E-Mails gelöscht",
        AuditAct.RetentionChanged => "Löschfrist geändert",
        AuditAct.EventMade => "Veranstaltung angelegt",
        AuditAct.EventCopied => "Veranstaltung kopiert",
        AuditAct.EventEdited => "Veranstaltung bearbeitet",
        AuditAct.EventPublished => "Veranstaltung veröffentlicht",
        AuditAct.EventCancelled => "Veranstaltung abgesagt",
        AuditAct.EventArchived => "Veranstaltung ins Archiv gelegt",
        AuditAct.EventUnarchived => "Veranstaltung aus dem Archiv geholt",
        AuditAct.EventDeleted => "Entwurf gelöscht",
        AuditAct.QuestionsEdited => "Eigene Fragen bearbeitet",
        AuditAct.TextsEdited => "E-Mail-Texte bearbeitet",
        AuditAct.SignUpClosed => "Anmeldung geschlossen",
        AuditAct.SignUpOpened => "Anmeldung geöffnet",
        AuditAct.SignUpBackToSchedule => "Anmeldung wieder nach Zeitplan",
        AuditAct.GuestsTold => "Angemeldete benachrichtigt",
        AuditAct.GuestsNotTold => "Angemeldete nicht benachrichtigt",
        AuditAct.RemindersSent => "Erinnerung geschrieben",
        AuditAct.MailSentAgain => "E-Mail noch einmal gesendet",
        AuditAct.LinkAskedFor => "Link angefordert",
        AuditAct.ClosingReportSent => "Abschlussbericht geschrieben",
        AuditAct.TestMailSent => "Testmail gesendet",
        AuditAct.FirstOrganizerMade => "Erstes Konto eingerichtet",
        AuditAct.AccountMade => "Konto angelegt",
        AuditAct.Invited => "Eingeladen",
        AuditAct.RolesChanged => "Rollen geändert",
        AuditAct.AccountRemoved => "Konto entfernt",
        AuditAct.PasswordLinkMade => "Passwort-Link gemacht",
        AuditAct.PasswordMailAsked => "Passwort-E-Mail angefordert",
        AuditAct.PasswordChanged => "Passwort geändert",
        AuditAct.SecondFactorAdded => "Zweiter Faktor eingerichtet",
        AuditAct.SecondFactorRemoved => "Zweiter Faktor entfernt",
        AuditAct.RecoveryCodesMade => "Wiederherstellungscodes gemacht",
        AuditAct.SettingsChanged => "Einstellungen geändert",
        AuditAct.PartnersEdited => "Netzwerkseiten bearbeitet",
        AuditAct.BackupMade => "Sicherung geschrieben",
        AuditAct.ClockConfirmed => "Datum des Servers bestätigt",
        _ => "Geändert",
    };

    /// <summary>Who it was: a colleague by name, a family without one, or the site.</summary>
    public static string Who(AuditAct act, string? by) => by ?? (IsFamilys(act) ? "die Familie" : "von selbst");

    public static bool IsFamilys(AuditAct act) => act is AuditAct.SignedUp or AuditAct.SignedUpAgain or AuditAct.CancelledByFamily
        or AuditAct.LinkAskedFor or AuditAct.DataTakenAlong or AuditAct.ErasedByFamily;
}

/// <param name="Key">As it stands in the address.</param>
public sealed record AuditGroup(string Key, string Label, IReadOnlyList<AuditAct> Acts);
