using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>What each page about an event's registrations needs first: which event, and what this account may see of it.</summary>
[Allow(Role.Organizer, Role.Staff)]
[Route("verwaltung/veranstaltungen/{slug}/anmeldungen")]
public abstract class AttendeesRoom(NetzwerkDb db, SignedIn signedIn) : RoomController(db, signedIn)
{
    protected Event? Enter() => Enter(RoomBar.Attendees);

    protected async Task<Desk> DeskAsync(Event ev) => new(EventFacts.Of(ev), await IsOrganizerAsync(ev));

    /// <summary>What every question about one registration shows of it; null when it belongs to another event.</summary>
    protected Task<AttendeeFacts?> FindAsync(Guid eventId, Guid id) => Db.Registrations.Where(r => r.Id == id && r.EventId == eventId)
        .Select(r => new AttendeeFacts(r.Id, r.GivenName, r.FamilyName, r.Email, r.Phone, r.PhoneE164, 1 + r.FurtherAdults, r.ChildrenInCare,
            r.Question, r.Reference, r.ArrivedAt, r.TakenInBy, r.LetInKnowingly, r.CancelledAt, r.ErasedAt, r.CalledAt))
        .SingleOrDefaultAsync();

    /// <summary>Back to the registration, whose page opens with what was done.</summary>
    protected RedirectResult BackTo(Guid id, Done done)
    {
        Tell(done);
        return Redirect($"{Overview}/anmeldungen/{id}");
    }

    protected static AuditEntry Entry(Registration registration, AuditAct act, string by, DateTime at) =>
        new() { At = at, Act = act, By = by, EventId = registration.EventId, RegistrationId = registration.Id };
}

/// <summary>The event whose registrations are looked at, by whom.</summary>
/// <param name="IsOrganizer">Organisers see children's names and may export and erase; staff see only how many children come.</param>
public sealed record Desk(EventFacts Event, bool IsOrganizer)
{
    public string Path => $"/verwaltung/veranstaltungen/{Event.Slug}/anmeldungen";

    public string PathOf(Guid registrationId) => $"{Path}/{registrationId}";
}

/// <summary>What was done with the request before this page; its sentence stands in <c>_Done.cshtml</c>.</summary>
public enum Done
{
    TakenIn,
    AlreadyTakenIn,
    Cancelled,
    AlreadyCancelled,
    Erased,
    CallNoted,
    AddressCorrected,
    ManyCancelled,
}

/// <summary>One registration as staff may see it; of the children only how many. All of the person is null once erased.</summary>
public sealed record AttendeeFacts(
    Guid Id, string? GivenName, string? FamilyName, string? Email, string? Phone, string? PhoneE164, int Adults, int Children,
    string? Question, string Reference, DateTime ArrivedAt, string? TakenInBy, bool LetInKnowingly, DateTime? CancelledAt, DateTime? ErasedAt, DateTime? CalledAt)
{
    public bool IsErased => ErasedAt is not null;

    public bool IsActive => CancelledAt is null;

    public int Seats => Adults + Children;

    public string Title => IsErased ? Reference : $"{GivenName} {FamilyName}";
}
