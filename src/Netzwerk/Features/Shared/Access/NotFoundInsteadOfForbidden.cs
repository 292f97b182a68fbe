using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Netzwerk.Features.Shared.Access;

/// <summary>A foreign event answers 404 like one that does not exist, so that nobody learns by the status which events there are.</summary>
public sealed class NotFoundInsteadOfForbidden : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden || authorizeResult.AuthorizationFailure?.FailureReasons.OfType<EventNotFound>().Any() is not true)
            return _usual.HandleAsync(next, context, policy, authorizeResult);
        SecurityLog.Of(context).DoorClosed(context, context.RequestServices.GetRequiredService<SignedIn>().AccountId);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
