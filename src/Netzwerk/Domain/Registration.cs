namespace Netzwerk.Domain;

/// <summary>
/// One family's registration for one event: contact, number of further adults, children in care. The counts stay when the person is
/// erased; everything else goes.
/// </summary>
public sealed class Registration
{
    /// <summary>Made with the first step of the form (version 7), so that sending twice is recognised.</summary>
    public required Guid Id { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>What people say on the phone: <c>NW-7K3QXM</c>.</summary>
    public required string Reference { get; init; }

    public required string? GivenName { get; set; }

    public required string? FamilyName { get; set; }

    public required string? Email { get; set; }

    /// <summary>As typed.</summary>
    public string? Phone { get; set; }

    /// <summary>The same in ITU-T E.164, when it parses.</summary>
    public string? PhoneE164 { get; set; }

    public int FurtherAdults { get; set; }

    /// <summary>Stays when the children themselves are erased.</summary>
    public int ChildrenInCare { get; set; }

    public List<Child> Children { get; init; } = [];

    public string? Question { get; set; }

    /// <summary>To the event's own questions.</summary>
    public List<Answer> Answers { get; init; } = [];

    /// <summary>When the last POST's body had been read; the deadline is judged by this.</summary>
    public required DateTime ArrivedAt { get; init; }

    /// <summary>Name of the account that took it in by hand; null when the family did it itself.</summary>
    public string? TakenInBy { get; init; }

    /// <summary>Staff let it in although registration was closed at that moment.</summary>
    public bool LetInKnowingly { get; init; }

    public DateTime? CancelledAt { get; private set; }

    public DateTime? ErasedAt { get; private set; }

    /// <summary>When somebody had phoned about a child, as the family wished.</summary>
    public DateTime? CalledAt { get; set; }

    public int LinkGeneration { get; set; } = 1;

    /// <summary>SHA-256 of the personal link's token; the token itself is nowhere stored. Goes with the person.</summary>
    public byte[]? LinkHash { get; set; }

    /// <summary>What makes two sign-ups the same family (see <see cref="FamilyIdentity"/>); null once cancelled or erased.</summary>
    public string? FamilyKey { get; set; }

    /// <summary>Hash of all that was sent, so that the same key with changed content is noticed.</summary>
    public byte[]? Fingerprint { get; set; }

    /// <summary>The address without regard to case, to find a family by it.</summary>
    public string? EmailKey { get; set; }

    /// <summary>Folded surname and first name: the same order on every database engine.</summary>
    public string? SortKey { get; set; }

    /// <summary>Folded names, address and reference, and once more without the e of ae, oe and ue: a search compares, and computes nothing.</summary>
    public string? SearchKey { get; set; }

    public bool IsActive => CancelledAt is null;

    public Party Party => new(1 + FurtherAdults, ChildrenInCare);

    public string FullName => $"{GivenName} {FamilyName}";

    public bool WantsCall => Children.Exists(child => child.CallRequested);

    /// <summary>
    /// The first address was wrong. Whoever has it may have got the personal link, so that one is dead from now on.
    /// </summary>
    public void Readdress(string email, PersonalLinks links)
    {
        Email = email;
        EmailKey = FamilyIdentity.EmailKeyOf(email);
        FamilyKey = FamilyIdentity.KeyOf(email, GivenName!, FamilyName!);
        SearchKey = SearchKeyOf(GivenName!, FamilyName!, email, Reference);
        LinkGeneration++;
        LinkHash = links.HashFor(this);
    }

    public static string SearchKeyOf(string givenName, string familyName, string email, string reference)
    {
        var folded = Folding.Fold($"{givenName} {familyName} {email} {reference}");
        return $"{folded}\u0001{Folding.WithoutUmlautE(folded)}";
    }

    /// <summary>Until the event starts.</summary>
    public bool MayCancel(Event ev, DateTime at) => IsActive && at < ev.Starts;

    public void Cancel(Event ev, DateTime at)
    {
        if (!IsActive) return;
        CancelledAt = at;
        FamilyKey = null;
        ev.Release(Party);
    }

    /// <summary>
    /// All that points to the person goes; the counts stay, and with them the seats, because erasing is not the same as not coming.
    /// </summary>
    public void Erase(DateTime at)
    {
        ErasedAt ??= at;
        GivenName = FamilyName = Email = Phone = PhoneE164 = Question = FamilyKey = EmailKey = SortKey = SearchKey = null;
        LinkHash = null;
        Answers.Clear();
        EraseChildren();
    }

    /// <summary>
    /// Names, ages and call wishes go; how many there were stays. With them goes the hash over what was sent, because a child's name could be
    /// guessed from it.
    /// </summary>
    public void EraseChildren()
    {
        Children.Clear();
        CalledAt = null;
        Fingerprint = null;
    }
}

/// <summary>A child that comes into care. No surname and no notes are ever asked.</summary>
public sealed class Child
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RegistrationId { get; init; }

    /// <summary>From 1, in the order of the form.</summary>
    public required int Position { get; init; }

    public required string FirstName { get; set; }

    /// <summary>Full years, 0 to 17.</summary>
    public required int Age { get; set; }

    public bool CallRequested { get; set; }
}

/// <summary>
/// The same family sent the form again under a new key. Nothing is stored twice and nobody is told; the fresh reference leads staff to
/// the registration that is already there.
/// </summary>
public sealed class RepeatedSignUp
{
    /// <summary>The key of that second form.</summary>
    public required Guid Id { get; init; }

    public required Guid EventId { get; init; }

    public required Guid RegistrationId { get; init; }

    public required string Reference { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public required byte[] Fingerprint { get; init; }
}
