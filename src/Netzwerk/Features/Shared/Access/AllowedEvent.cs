using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Access;

/// <summary>
/// The event of the address as the authorization resolved and allowed it: from the path alone, once per request (OWASP ASVS 5.0, V8.2.2 and
/// V8.3.1). Actions work on this object and never ask for an event by a name that a request may bring in another place.
/// </summary>
/// <param name="Event">Not tracked: what is changed is loaded again under the event's lock, by its id.</param>
/// <param name="Roles">What the account may do here.</param>
public sealed record AllowedEvent(Event Event, IReadOnlyList<Role> Roles)
{
    /// <returns>Null for an event that an account with these roles knows nothing of: it has none there, or it is a draft, which only organisers know.</returns>
    public static AllowedEvent? For(Event ev, IEnumerable<RoleAssignment> assignments)
    {
        var roles = assignments.Where(assignment => assignment.Covers(ev.Id)).Select(assignment => assignment.Role).ToList();
        return (ev.IsDraft ? roles.Contains(Role.Organizer) : roles.Count > 0) ? new AllowedEvent(ev, roles) : null;
    }

    public static AllowedEvent Of(HttpContext http) =>
        http.Features.Get<AllowedEvent>() ?? throw new InvalidOperationException("The action lacks [Allow], or its address has no {slug}.");
}
