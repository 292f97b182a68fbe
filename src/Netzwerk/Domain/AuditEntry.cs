namespace Netzwerk.Domain;

/// <summary>Who did what and when. Holds names of fields, never their values.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTime At { get; init; }

    public required AuditAct Act { get; init; }

    /// <summary>The account's display name; null for a parent or for the site itself (see <see cref="Act"/>).</summary>
    public string? By { get; init; }

    public Guid? EventId { get; init; }

    public Guid? RegistrationId { get; init; }

    /// <summary>The colleague's account that it is about: invited, given a role, removed.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Names of the fields that changed or were shown, comma separated.</summary>
    public string? Fields { get; init; }
}

public enum AuditAct
{
    SignedUp,
    SignedUpAgain,
    TakenInByHand,
    LetInKnowingly,
    CancelledByFamily,
    CancelledByStaff,
    Erased,
    CallDone,
    SignUpClosed,
    SignUpOpened,
    SignUpBackToSchedule,
    EventEdited,
    ClosingReportSent,
    MailSentAgain,
    LinkAskedFor,
    ListExported,
    ListPrinted,
    ChildrenListed,
    AccountMade,
    AccountRemoved,
    PasswordLinkMade,
    PasswordChanged,
    FirstOrganizerMade,
    EventMade,
    EventCopied,
    EventPublished,
    EventCancelled,
    EventArchived,
    EventUnarchived,
    EventDeleted,
    GuestsTold,
    GuestsNotTold,
    TextsEdited,
    QuestionsEdited,
    RemindersSent,
    DataTakenAlong,
    ErasedByFamily,
    AddressCorrected,
    RetentionErasedChildren,
    RetentionErasedRegistrations,
    RetentionErasedMails,
    RetentionChanged,
    SettingsChanged,
    PartnersEdited,
    TestMailSent,
    Invited,
    RolesChanged,
    SecondFactorAdded,
    SecondFactorRemoved,
    RecoveryCodesMade,
    PasswordMailAsked,
    AuditRead,
    TemplateDownloaded,
    BackupMade,
    ClockConfirmed,
}
