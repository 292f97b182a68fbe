using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;

namespace Netzwerk.Features.SignUp;

/// <summary>What is true of a registration when its last page is opened.</summary>
public enum ReceiptStatus
{
    Registered,
    Cancelled,

    /// <summary>Nothing of the person is stored; the places are still kept.</summary>
    Erased,
    CancelledAndErased,

    /// <summary>Not stored (any more): the database is an older copy.</summary>
    NotFound,

    /// <summary>It was stored when the receipt was made; the database does not answer now.</summary>
    Unknown,
}

/// <summary>
/// Looks a receipt up by its reference. That of a repeated sign-up shows what became of the registration that was there before, as it would if it
/// were its own: whoever typed somebody else's name learns from it nothing else, nor from the time that it takes.
/// </summary>
/// <param name="IsEventCancelled">By the database; what this process saw of the event may be a second old.</param>
public sealed record ReceiptLookup(ReceiptStatus Status, bool IsEventCancelled)
{
    // One statement that always looks into both tables.
    private static readonly Func<NetzwerkDb, Guid, string, Task<Found?>> Query = EF.CompileAsyncQuery((NetzwerkDb db, Guid eventId, string reference) =>
        db.Registrations.Where(r => r.EventId == eventId && r.Reference == reference)
            .Select(r => new { Cancelled = r.CancelledAt != null, Erased = r.ErasedAt != null })
            .Concat(db.RepeatedSignUps.Where(again => again.EventId == eventId && again.Reference == reference)
                .Join(db.Registrations, again => again.RegistrationId, r => r.Id, (again, r) => new { Cancelled = r.CancelledAt != null, Erased = r.ErasedAt != null }))
            .Select(r => new Found(r.Cancelled, r.Erased, db.Events.Any(ev => ev.Id == eventId && ev.CancelledAt != null)))
            .SingleOrDefault());

    public static async Task<ReceiptLookup> FindAsync(NetzwerkDb db, Guid eventId, string reference) => await Query(db, eventId, reference) switch
    {
        null => new(ReceiptStatus.NotFound, false),
        { Cancelled: true, Erased: true, EventCancelled: var off } => new(ReceiptStatus.CancelledAndErased, off),
        { Cancelled: true, EventCancelled: var off } => new(ReceiptStatus.Cancelled, off),
        { Erased: true, EventCancelled: var off } => new(ReceiptStatus.Erased, off),
        { EventCancelled: var off } => new(ReceiptStatus.Registered, off),
    };

    private sealed record Found(bool Cancelled, bool Erased, bool EventCancelled);
}
