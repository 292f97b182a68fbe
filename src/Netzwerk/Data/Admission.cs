using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// Decides sign-ups against an event that holds its turn, and adds what has to be stored. The caller adds the mail and saves both together.
/// </summary>
public sealed class Admission(NetzwerkDb db, PersonalLinks links)
{
    public async Task<AdmissionOutcome> DecideAsync(Event ev, SignUpRequest request) =>
        Decide(ev, request, await KnownSignUps.LookUpAsync(db, ev.Id, [request]));

    /// <param name="known">Gets to know this one too, for those who are decided after it.</param>
    public AdmissionOutcome Decide(Event ev, SignUpRequest request, KnownSignUps known)
    {
        if (known.ByKey(request.Key) is { } sent)
        {
            return sent.CancelledAt is null && request.Fingerprint().AsSpan().SequenceEqual(sent.Fingerprint)
                ? new AdmissionOutcome.AlreadyIn(sent.Reference)
                : new AdmissionOutcome.KeyUsed(sent.CancelledAt is not null, sent.ErasedAt is not null);
        }
        if (ev.WhyNot(request.ArrivedAt, request.Party, request.Knowingly) is { } refusal) return new AdmissionOutcome.Refused(refusal);
        if (!ev.IsAnsweredBy(request.Answers)) return new AdmissionOutcome.QuestionsChanged();
        if (known.FullUntil(request.Network) is { } until) return new AdmissionOutcome.NetworkFull(until);
        // A repeat counts like a first one: else the limit would tell who is registered.
        known.Accept(request.Network);
        return known.ByFamily(request.FamilyKey) is { } family ? Repeat(ev, request, family, known) : Admit(ev, request, known);
    }

    private AdmissionOutcome.Admitted Admit(Event ev, SignUpRequest request, KnownSignUps known)
    {
        var registration = new Registration
        {
            Id = request.Key,
            EventId = ev.Id,
            Reference = known.FreshReference(),
            GivenName = request.GivenName,
            FamilyName = request.FamilyName,
            Email = request.Email,
            Phone = request.Phone?.Typed,
            PhoneE164 = request.Phone?.E164,
            FurtherAdults = request.FurtherAdults,
            ChildrenInCare = request.Children.Count,
            Children = [.. request.Children.Select((child, index) => new Child
            {
                Position = index + 1,
                FirstName = child.FirstName,
                Age = child.Age,
                CallRequested = child.CallRequested,
            })],
            Question = request.Question,
            Answers = [.. request.Answers],
            ArrivedAt = request.ArrivedAt,
            TakenInBy = request.TakenInBy,
            // Said only where it made the difference.
            LetInKnowingly = request.Knowingly && ev.WhyNot(request.ArrivedAt, request.Party) is not null,
            FamilyKey = request.FamilyKey,
            Fingerprint = request.Fingerprint(),
            EmailKey = FamilyIdentity.EmailKeyOf(request.Email),
            SortKey = Folding.SortKey(request.FamilyName, request.GivenName),
        };
        registration.SearchKey = Registration.SearchKeyOf(request.GivenName, request.FamilyName, request.Email, registration.Reference);
        registration.LinkHash = links.HashFor(registration);
        ev.Take(registration.Party);
        db.Add(registration);
        known.Add(registration);
        db.Add(Entry(ev, request, registration.Id, request.TakenInBy is null ? AuditAct.SignedUp : AuditAct.TakenInByHand));
        if (registration.LetInKnowingly) db.Add(Entry(ev, request, registration.Id, AuditAct.LetInKnowingly));
        return new AdmissionOutcome.Admitted(registration);
    }

    private AdmissionOutcome.Repeated Repeat(Event ev, SignUpRequest request, Registration family, KnownSignUps known)
    {
        var repeated = new RepeatedSignUp
        {
            Id = request.Key,
            EventId = ev.Id,
            RegistrationId = family.Id,
            Reference = known.FreshReference(),
            ArrivedAt = request.ArrivedAt,
            Fingerprint = request.Fingerprint(),
        };
        db.Add(repeated);
        known.Add(repeated);
        db.Add(Entry(ev, request, family.Id, AuditAct.SignedUpAgain));
        return new AdmissionOutcome.Repeated(family, repeated.Reference, known.AgainToday(family.Id));
    }

    private static AuditEntry Entry(Event ev, SignUpRequest request, Guid registrationId, AuditAct act) => new()
    {
        At = request.ArrivedAt,
        Act = act,
        By = request.TakenInBy,
        EventId = ev.Id,
        RegistrationId = registrationId,
    };
}

/// <summary>What became of a sign-up.</summary>
public abstract record AdmissionOutcome
{
    private AdmissionOutcome()
    {
    }

    public sealed record Admitted(Registration Registration) : AdmissionOutcome;

    /// <summary>The same family under a new key: nothing is stored twice, the answer to the visitor is that of a first sign-up.</summary>
    /// <param name="Today">Repeats of this family within 24 hours, this one included.</param>
    public sealed record Repeated(Registration Registration, string Reference, int Today = 1) : AdmissionOutcome;

    /// <summary>The same key with the same content: a double click.</summary>
    public sealed record AlreadyIn(string Reference) : AdmissionOutcome;

    /// <summary>The same key with other content, or after a cancellation or an erasure.</summary>
    public sealed record KeyUsed(bool IsCancelled, bool IsErased = false) : AdmissionOutcome;

    /// <summary>The event asks something else by now than what was answered.</summary>
    public sealed record QuestionsChanged : AdmissionOutcome;

    public sealed record Refused(Refusal Reason) : AdmissionOutcome;

    /// <summary>This network has sent as many as an event takes from one within an hour.</summary>
    /// <param name="Until">System clock, UTC; <see cref="DateTime.MaxValue"/>: an hour from now.</param>
    public sealed record NetworkFull(DateTime Until) : AdmissionOutcome;
}
