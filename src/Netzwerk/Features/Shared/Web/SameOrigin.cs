using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// Did a page of this site send this request? Asked of every unsafe request (Fetch Metadata, W3C; else the Origin header). Parents have no
/// cookie that a foreign page could ride on, and very old phones send neither header, so nothing known against a request lets it pass.
/// </summary>
public sealed class SameOrigin : IAuthorizationFilter
{
    public static bool Holds(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return true;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        // A page that sends no referrer posts with „null“; that says nothing, as little as no header at all.
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == "null") return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsThisSite(from.Authority, request);
    }

    /// <summary>By the name that the browser used, or by the public one where a proxy changes the Host.</summary>
    private static bool IsThisSite(string authority, HttpRequest request) =>
        string.Equals(authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        || string.Equals(authority, new Uri(request.HttpContext.RequestServices.GetRequiredService<SiteOptions>().BaseUrl).Authority, StringComparison.OrdinalIgnoreCase);

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        // The refusal itself is being shown.
        if (context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null) return;
        var answersItself = context.Filters.OfType<KeepsInputAttribute>().Any();
        if (answersItself || Holds(context.HttpContext.Request)) return;
        SecurityLog.Of(context.HttpContext).RequestRefused(context.HttpContext, "foreign page");
        context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
    }
}
