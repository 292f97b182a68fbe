using Netzwerk.Domain;

namespace Netzwerk.Mail;

/// <summary>
/// One message to one reader, stored in the transaction of what it reports. Only the <see cref="Outbox"/> changes its state
/// afterwards. Instants are UTC.
/// </summary>
public sealed class OutboxMail
{
    /// <summary>
    /// Stands in the bodies for the reader's personal link, which is put in only while sending. Between control characters, which no
    /// name may hold: else somebody could type it and have a stranger's link put where it does not belong.
    /// </summary>
    public const string LinkMarker = "\u001Epersoenlicher-link\u001E";

    private string _toAddress = "";
    private string _toName = "";
    private string _subject = "";
    private string _textBody = "";
    private string _htmlBody = "";
    private string? _calendar;
    private string? _replyToAddress;
    private string? _replyToName;
    private int _linkGeneration;
    private DateOnly? _occasion;

    private OutboxMail() => MessageId = "";

    /// <param name="messageIdDomain">Host of the public address in ASCII (<see cref="Uri.IdnHost"/>) or the sender's domain.</param>
    /// <param name="createdAt">By the event clock, for people. When it is due follows the system's clock.</param>
    public OutboxMail(string messageIdDomain, DateTime createdAt)
    {
        MessageId = $"{Id:N}@{messageIdDomain}";
        CreatedAt = createdAt;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>One of <see cref="MailKind"/>; a registration has at most one confirmation.</summary>
    public required string Kind { get; init; }

    public Guid? EventId { get; init; }

    public Guid? RegistrationId { get; init; }

    /// <summary>The colleague it goes to: invitations, lost passwords.</summary>
    public Guid? AccountId { get; init; }

    /// <exception cref="ArgumentException">A line break in an address would let it speak to the mail server.</exception>
    public required string ToAddress
    {
        get => _toAddress;
        init => SetAddress(value);
    }

    /// <summary>The address in its one form, by which the daily limit counts.</summary>
    public string AddressKey { get; private set; } = "";

    public required string ToName { get => _toName; init => _toName = value; }

    /// <summary>
    /// The event's day that a reminder, or the word that it is withheld, is about: after a postponement there is one for the new day. A
    /// confirmation has one only where it waits for no daily limit.
    /// </summary>
    public DateOnly? Occasion { get => _occasion; init => _occasion = value; }

    public required string Subject { get => _subject; init => _subject = value; }

    public required string TextBody { get => _textBody; init => _textBody = value; }

    public required string HtmlBody { get => _htmlBody; init => _htmlBody = value; }

    /// <summary>RFC 5545 text, attached as termin.ics.</summary>
    public string? Calendar { get => _calendar; init => _calendar = value; }

    /// <summary>The event's contact; without one Mail:ReplyTo is used.</summary>
    public string? ReplyToAddress { get => _replyToAddress; init => _replyToAddress = value; }

    public string? ReplyToName { get => _replyToName; init => _replyToName = value; }

    /// <summary>Generation of the personal link that <see cref="LinkMarker"/> becomes.</summary>
    public int LinkGeneration { get => _linkGeneration; init => _linkGeneration = value; }

    /// <summary>Without angle brackets. The same on every attempt with the same words, so that a mailbox can drop a second copy.</summary>
    public string MessageId { get; private set; }

    /// <summary>Under which it was sent first; null while it has its first one.</summary>
    public string? FirstMessageId => MessageIds.FirstOf(MessageId);

    public DateTime CreatedAt { get; private init; }

    public MailState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>System clock. A new message is due at once.</summary>
    public DateTime NextAttemptAt { get; private set; } = DateTime.UnixEpoch;

    public DateTime? FirstAttemptAt { get; private set; }

    public DateTime? LastAttemptAt { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    /// <summary>Grows with every claim. A result is stored only under the number of its own claim (fencing).</summary>
    public int LeaseNumber { get; private set; }

    /// <summary>By the event clock, for people.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>What the mail server said last, shortened. May repeat the address: never log it.</summary>
    public string? LastAnswer { get; private set; }

    /// <summary>An earlier attempt may have reached the reader although its outcome was never known.</summary>
    public bool PossiblyDuplicate { get; private set; }

    /// <summary>Why it waits although nothing failed.</summary>
    public string? Delay { get; private set; }

    /// <summary>For staff: why it was withdrawn, or that it was written anew before it left.</summary>
    public string? Note { get; private set; }

    /// <summary>
    /// Lets staff send a message again that was refused, given up or is waiting for a later attempt. False, and nothing changed,
    /// while it is being sent and when it is sent or withdrawn already.
    /// </summary>
    public bool SendAgain()
    {
        if (State is MailState.Sending or MailState.Sent or MailState.Withdrawn)
            return false;
        if (State != MailState.Unknown)
            State = MailState.Waiting;
        NextAttemptAt = DateTime.UnixEpoch;
        FirstAttemptAt = null;
        Attempts = 0;
        return true;
    }

    /// <summary>
    /// Sends to another address what the first one did not get, because it was wrong. What is being sent may still reach the old one; should
    /// it be tried again, it goes to the new one.
    /// </summary>
    /// <returns>Does it wait to go out? Not while it is being sent; and what was sent or withdrawn stays as it is.</returns>
    public bool SendTo(string address, int linkGeneration)
    {
        if (State is MailState.Sent or MailState.Withdrawn) return false;
        SetAddress(address);
        _linkGeneration = linkGeneration;
        return SendAgain();
    }

    /// <summary>
    /// What was not delivered may have become untrue meanwhile: says the same as another message, to that one's reader. Where an unknown attempt
    /// may have delivered other words it takes a new Message-ID: else a mailbox could drop the right ones as a second copy.
    /// </summary>
    public void Say(OutboxMail fresh)
    {
        var mayHaveArrived = PossiblyDuplicate || State == MailState.Unknown;
        if (mayHaveArrived && (Subject, TextBody) != (fresh.Subject, fresh.TextBody)) MessageId = MessageIds.NextOf(MessageId);
        SetAddress(fresh.ToAddress);
        (_toName, _subject, _textBody, _htmlBody, _calendar) = (fresh.ToName, fresh.Subject, fresh.TextBody, fresh.HtmlBody, fresh.Calendar);
        (_replyToAddress, _replyToName, _linkGeneration) = (fresh.ReplyToAddress, fresh.ReplyToName, fresh.LinkGeneration);
    }

    /// <summary>It was found untrue when it was about to leave: says the same as another message.</summary>
    public void SayAnew(OutboxMail fresh)
    {
        Say(fresh);
        Note = "Neu geschrieben, bevor sie hinausging: Seit dem ersten Schreiben hat sich etwas geändert.";
    }

    /// <summary>A message that was withdrawn is true again, and its reader shall have it.</summary>
    public void BringBack(OutboxMail fresh)
    {
        if (State != MailState.Withdrawn) return;
        SayAnew(fresh);
        State = PossiblyDuplicate ? MailState.Unknown : MailState.Waiting;
        SendAgain();
    }

    /// <summary>The first confirmation to its address from its network today: what others cause does not hold it back.</summary>
    public void WaitForNoLimit() => _occasion = DateOnly.FromDateTime(CreatedAt);

    /// <summary>Another database, of which this one is an older copy, may have sent it already.</summary>
    public OutboxMail MarkAsPossibleCopy()
    {
        PossiblyDuplicate = true;
        return this;
    }

    private void SetAddress(string address)
    {
        if (address.Any(char.IsControl))
            throw new ArgumentException("Die Adresse enthält Steuerzeichen. Prüfen Sie sie vor dem Anlegen der Nachricht.", nameof(address));
        _toAddress = address.Trim();
        AddressKey = EmailAddress.KeyOf(address);
    }
}
