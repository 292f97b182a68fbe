using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>What one signs in with is changed only by somebody who signed in, or gave the password again, a short while ago.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecentlyProvedAttribute : Attribute, IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (!http.RequestServices.GetRequiredService<SessionEnds>().IsRecent(session.Properties)) context.Result = new RedirectResult(ConfirmationController.Path);
    }
}
