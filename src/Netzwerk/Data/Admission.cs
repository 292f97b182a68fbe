using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// Decides one sign-up against an event that holds its turn (<see cref="EventTurn"/>), and adds what has to be stored. The caller adds the
/// mail and the turn saves both together.
/// </summary>
public sealed class Admission(NetzwerkDb db, PersonalLinks links)
{
    public async Task<AdmissionOutcome> DecideAsync(Event ev, SignUpRequest request)
    {
        if (await FindByKeyAsync(ev, request) is { } known) return known;
        if (ev.WhyNot(request.ArrivedAt, request.Party, request.Knowingly) is { } refusal) return new AdmissionOutcome.Refused(refusal);
        if (!ev.IsAnsweredBy(request.Answers)) return new AdmissionOutcome.QuestionsChanged();

        var familyKey = FamilyIdentity.KeyOf(request.Email, request.GivenName, request.FamilyName);
        var family = await db.Registrations.SingleOrDefaultAsync(r => r.EventId == ev.Id && r.FamilyKey == familyKey);
        return family is null ? await AdmitAsync(ev, request, familyKey) : await RepeatAsync(ev, request, family);
    }

    private async Task<AdmissionOutcome?> FindByKeyAsync(Event ev, SignUpRequest request)
    {
        var stored = await db.Registrations.Where(r => r.Id == request.Key && r.EventId == ev.Id)
            .Select(r => new { r.Reference, r.Fingerprint, r.CancelledAt }).SingleOrDefaultAsync()
            ?? await db.RepeatedSignUps.Where(repeated => repeated.Id == request.Key && repeated.EventId == ev.Id)
            .Join(db.Registrations, repeated => repeated.RegistrationId, r => r.Id, (repeated, r) => new { repeated.Reference, Fingerprint = (byte[]?)repeated.Fingerprint, r.CancelledAt })
            .SingleOrDefaultAsync();
        if (stored is null) return null;
        return stored.CancelledAt is null && request.Fingerprint().AsSpan().SequenceEqual(stored.Fingerprint)
            ? new AdmissionOutcome.AlreadyIn(stored.Reference)
            : new AdmissionOutcome.KeyUsed(stored.CancelledAt is not null);
    }

    private async Task<AdmissionOutcome> AdmitAsync(Event ev, SignUpRequest request, string familyKey)
    {
        var registration = new Registration
        {
            Id = request.Key,
            EventId = ev.Id,
            Reference = await FreshReferenceAsync(),
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
            FamilyKey = familyKey,
            Fingerprint = request.Fingerprint(),
            EmailKey = FamilyIdentity.EmailKeyOf(request.Email),
            SortKey = Folding.SortKey(request.FamilyName, request.GivenName),
        };
        registration.SearchKey = Registration.SearchKeyOf(request.GivenName, request.FamilyName, request.Email, registration.Reference);
        registration.LinkHash = links.HashFor(registration);
        ev.Take(registration.Party);
        db.Add(registration);
        db.Add(Entry(ev, request, registration.Id, request.TakenInBy is null ? AuditAct.SignedUp : AuditAct.TakenInByHand));
        if (registration.LetInKnowingly) db.Add(Entry(ev, request, registration.Id, AuditAct.LetInKnowingly));
        return new AdmissionOutcome.Admitted(registration);
    }

    private async Task<AdmissionOutcome> RepeatAsync(Event ev, SignUpRequest request, Registration family)
    {
        var repeated = new RepeatedSignUp
        {
            Id = request.Key,
            EventId = ev.Id,
            RegistrationId = family.Id,
            Reference = await FreshReferenceAsync(),
            ArrivedAt = request.ArrivedAt,
            Fingerprint = request.Fingerprint(),
        };
        db.Add(repeated);
        db.Add(Entry(ev, request, family.Id, AuditAct.SignedUpAgain));
        return new AdmissionOutcome.Repeated(family, repeated.Reference);
    }

    private async Task<string> FreshReferenceAsync()
    {
        while (true)
        {
            var reference = Reference.Next();
            var taken = await db.Registrations.AnyAsync(r => r.Reference == reference) || await db.RepeatedSignUps.AnyAsync(r => r.Reference == reference);
            if (!taken) return reference;
        }
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
    public sealed record Repeated(Registration Registration, string Reference) : AdmissionOutcome;

    /// <summary>The same key with the same content: a double click.</summary>
    public sealed record AlreadyIn(string Reference) : AdmissionOutcome;

    /// <summary>The same key with other content, or after a cancellation.</summary>
    public sealed record KeyUsed(bool IsCancelled) : AdmissionOutcome;

    /// <summary>The event asks something else by now than what was answered.</summary>
    public sealed record QuestionsChanged : AdmissionOutcome;

    public sealed record Refused(Refusal Reason) : AdmissionOutcome;
}
