using Microsoft.AspNetCore.Mvc.Filters;

namespace Netzwerk.Features.MyRegistration;

/// <summary>The address itself is the key: it must not leak through a referrer, a search engine or a cache.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PersonalPageAttribute : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
    }
}
