using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Access;

/// <summary>
/// Asks the database with every request, so that a role that is taken away is gone with the next click. An event for which the account has
/// no role is not found, like one that does not exist; on one that it knows, a missing role is refused.
/// </summary>
public sealed class AllowHandler(SignedIn signedIn, NetzwerkDb db) : AuthorizationHandler<AllowAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AllowAttribute requirement)
    {
        var roles = (IEnumerable<RoleAssignment>)await signedIn.RolesAsync();
        if (context.Resource is HttpContext http && http.GetRouteValue("slug") is string slug)
        {
            if (await ResolveAsync(http, slug) is not { } allowed)
            {
                context.Fail(new EventNotFound(this));
                return;
            }
            if (!requirement.Everywhere) roles = roles.Where(assignment => assignment.Covers(allowed.Event.Id));
        }
        if (requirement.Everywhere) roles = roles.Where(assignment => assignment.EventId is null);
        if (roles.Any(assignment => requirement.AnyOf.Contains(assignment.Role))) context.Succeed(requirement);
    }

    /// <summary>Resolves once, also where several requirements ask.</summary>
    private async Task<AllowedEvent?> ResolveAsync(HttpContext http, string slug)
    {
        if (http.Features.Get<AllowedEvent>() is { } resolved) return resolved;
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Slug == slug) is not { } ev) return null;
        var allowed = AllowedEvent.For(ev, await signedIn.RolesAsync());
        if (allowed is not null) http.Features.Set(allowed);
        return allowed;
    }
}

/// <summary>The account has no role for the event of the address, or there is no such event.</summary>
public sealed class EventNotFound(IAuthorizationHandler handler) : AuthorizationFailureReason(handler, "The account knows no such event.");
