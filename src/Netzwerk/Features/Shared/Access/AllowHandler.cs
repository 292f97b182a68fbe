using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;

namespace Netzwerk.Features.Shared.Access;

/// <summary>Asks the database with every request, so that a role that is taken away is gone with the next click.</summary>
public sealed class AllowHandler(SignedIn signedIn, NetzwerkDb db) : AuthorizationHandler<AllowAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AllowAttribute requirement)
    {
        var roles = (await signedIn.RolesAsync()).Where(assignment => requirement.AnyOf.Contains(assignment.Role)).ToList();
        if (roles.Count == 0) return;
        if (requirement.Everywhere) roles.RemoveAll(assignment => assignment.EventId is not null);
        else if (context.Resource is HttpContext http && http.GetRouteValue("slug") is string slug)
        {
            var eventId = await db.Events.Where(ev => ev.Slug == slug).Select(ev => (Guid?)ev.Id).SingleOrDefaultAsync();
            // An unknown event is the action's to answer with 404; it shows nothing.
            if (eventId is not null) roles.RemoveAll(assignment => !assignment.Covers(eventId));
        }
        if (roles.Count > 0) context.Succeed(requirement);
    }
}
