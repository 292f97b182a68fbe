using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Shared.Access;

/// <summary>Behind the sign-in every form needs its antiforgery token; an action cannot forget it. Parents have no cookie to ride on.</summary>
public sealed class ClosedForms : IAsyncAuthorizationFilter
{
    public static async Task<bool> HoldsAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) return true;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method)) return true;
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
    }

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        // It asks the same, and shows the form again.
        if (context.Filters.OfType<KeepsInputAttribute>().Any()) return;
        if (await HoldsAsync(context.HttpContext)) return;
        SecurityLog.Of(context.HttpContext).RequestRefused(context.HttpContext, "no antiforgery token");
        context.Result = new BadRequestResult();
    }
}
