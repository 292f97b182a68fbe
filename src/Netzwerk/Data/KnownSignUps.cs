using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// What one event has stored of those who ask now: the same form sent before, the same family. Looked up for a whole group at once, and
/// kept up to date while its members are decided one after the other.
/// </summary>
public sealed class KnownSignUps
{
    private static readonly Func<NetzwerkDb, Guid[], string[], IAsyncEnumerable<Sent>> FindSent = EF.CompileAsyncQuery((NetzwerkDb db, Guid[] keys, string[] references) =>
        db.Registrations.Where(r => keys.Contains(r.Id) || references.Contains(r.Reference))
            .Select(r => new Sent(r.Id, r.EventId, r.Reference, r.Fingerprint, r.CancelledAt, r.ErasedAt)));

    private static readonly Func<NetzwerkDb, Guid[], string[], IAsyncEnumerable<Sent>> FindSentAgain = EF.CompileAsyncQuery((NetzwerkDb db, Guid[] keys, string[] references) =>
        db.RepeatedSignUps.Where(again => keys.Contains(again.Id) || references.Contains(again.Reference))
            .Join(db.Registrations, again => again.RegistrationId, r => r.Id, (again, r) => new Sent(again.Id, again.EventId, again.Reference, again.Fingerprint, r.CancelledAt, r.ErasedAt)));

    private static readonly Func<NetzwerkDb, Guid, string[], IAsyncEnumerable<Registration>> FindFamilies = EF.CompileAsyncQuery((NetzwerkDb db, Guid eventId, string[] families) =>
        db.Registrations.AsNoTracking().Where(r => r.EventId == eventId && families.Contains(r.FamilyKey!)));

    private static readonly Func<NetzwerkDb, Guid[], DateTime, IAsyncEnumerable<Guid>> FindAgainSince = EF.CompileAsyncQuery((NetzwerkDb db, Guid[] families, DateTime since) =>
        db.RepeatedSignUps.Where(again => families.Contains(again.RegistrationId) && again.ArrivedAt > since).Select(again => again.RegistrationId));

    private readonly Dictionary<Guid, Sent> _byKey = [];
    private readonly Dictionary<Guid, int> _againToday = [];
    private readonly Dictionary<string, Registration> _byFamily = new(StringComparer.Ordinal);
    private readonly HashSet<string> _takenReferences = new(StringComparer.Ordinal);
    private readonly Queue<string> _freeReferences = new();
    private readonly Dictionary<string, (byte[] Key, int Accepted)> _accepted = new(StringComparer.Ordinal);
    private Dictionary<string, NetworkCount> _networks = new(StringComparer.Ordinal);

    private KnownSignUps()
    {
    }

    /// <summary>In the event's turn, so that it stays true until the commit.</summary>
    /// <param name="counts">Null where nobody counts.</param>
    public static async Task<KnownSignUps> LookUpAsync(NetzwerkDb db, Guid eventId, IReadOnlyList<SignUpRequest> requests, NetworkCounts? counts = null)
    {
        var known = new KnownSignUps();
        if (counts is not null) known._networks = await counts.LookUpAsync(db, [.. requests.Select(request => request.Network?.Key).OfType<byte[]>().DistinctBy(Convert.ToHexString, StringComparer.Ordinal)]);
        var drawn = requests.Select(_ => Reference.Next()).ToArray();
        Guid[] keys = [.. requests.Select(request => request.Key)];
        foreach (var find in (Func<NetzwerkDb, Guid[], string[], IAsyncEnumerable<Sent>>[])[FindSentAgain, FindSent])
        {
            await foreach (var sent in find(db, keys, drawn))
            {
                known._takenReferences.Add(sent.Reference);
                if (sent.EventId == eventId) known._byKey[sent.Key] = sent;
            }
        }
        await foreach (var family in FindFamilies(db, eventId, [.. requests.Select(request => request.FamilyKey)])) known._byFamily[family.FamilyKey!] = family;
        if (known._byFamily.Count > 0)
        {
            Guid[] families = [.. known._byFamily.Values.Select(family => family.Id)];
            await foreach (var again in FindAgainSince(db, families, requests.Max(request => request.ArrivedAt).AddDays(-1))) known.CountAgain(again);
        }
        foreach (var reference in drawn.Where(known._takenReferences.Add)) known._freeReferences.Enqueue(reference);
        return known;
    }

    /// <summary>One that nobody has. Each request has one drawn; one that is taken meanwhile fails at the unique index, and another is drawn.</summary>
    public string FreshReference() => _freeReferences.TryDequeue(out var reference) ? reference : Reference.Next();

    public Sent? ByKey(Guid key) => _byKey.GetValueOrDefault(key);

    public Registration? ByFamily(string familyKey) => _byFamily.GetValueOrDefault(familyKey);

    public void Add(Registration fresh)
    {
        _byKey[fresh.Id] = new Sent(fresh.Id, fresh.EventId, fresh.Reference, fresh.Fingerprint, null, null);
        _byFamily[fresh.FamilyKey!] = fresh;
    }

    public void Add(RepeatedSignUp again)
    {
        _byKey[again.Id] = new Sent(again.Id, again.EventId, again.Reference, again.Fingerprint, null, null);
        CountAgain(again.RegistrationId);
    }

    /// <summary>How often the family signed up again within a day, this time included once it was added.</summary>
    public int AgainToday(Guid registrationId) => _againToday.GetValueOrDefault(registrationId);

    private void CountAgain(Guid registrationId) => _againToday[registrationId] = AgainToday(registrationId) + 1;

    /// <summary>When this network's sign-ups are accepted again; null where they are now.</summary>
    public DateTime? FullUntil(NetworkQuota? network)
    {
        if (network is null) return null;
        var key = Convert.ToHexString(network.Key);
        var before = _networks.GetValueOrDefault(key);
        // Full by this very group: the window begins with it.
        return (before?.Count ?? 0) + _accepted.GetValueOrDefault(key).Accepted < network.Most ? null : before?.Until ?? DateTime.MaxValue;
    }

    public void Accept(NetworkQuota? network)
    {
        if (network is null) return;
        var key = Convert.ToHexString(network.Key);
        _accepted[key] = (network.Key, _accepted.GetValueOrDefault(key).Accepted + 1);
    }

    /// <summary>In the transaction that stores what was accepted.</summary>
    public async Task StoreCountsAsync(NetzwerkDb db, Guid eventId, NetworkCounts counts)
    {
        foreach (var (key, accepted) in _accepted.Values) await counts.AddAsync(db, key, accepted, NetworkCounts.SignUpWindow, eventId);
    }

    /// <summary>A form that was stored under its key.</summary>
    public sealed record Sent(Guid Key, Guid EventId, string Reference, byte[]? Fingerprint, DateTime? CancelledAt, DateTime? ErasedAt);
}
