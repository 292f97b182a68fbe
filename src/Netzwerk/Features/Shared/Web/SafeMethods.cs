using Microsoft.AspNetCore.Http.Features;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// Content in a GET, HEAD or OPTIONS request has no meaning (RFC 9110, 9.3.1). Nothing behind this sees it: neither binding, nor antiforgery,
/// nor a page that is kept for everybody, nor the page of an error.
/// </summary>
public static class SafeMethods
{
    public static IApplicationBuilder UseNoContentOnSafeMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (Are(request.Method) && (request.ContentLength is not null || request.ContentType is not null || request.Headers.TransferEncoding.Count > 0))
        {
            request.Body = Stream.Null;
            request.ContentLength = null;
            request.ContentType = null;
            request.Headers.Remove("Transfer-Encoding");
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        }
        return next(context);
    });

    public static bool Are(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
