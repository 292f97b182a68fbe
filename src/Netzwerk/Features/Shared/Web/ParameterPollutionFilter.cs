using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// Refuses a POST that names a part of its address once more, in its body or its query and in whatever spelling. Nothing would read it there,
/// and no form of this site sends it (OWASP ASVS 5.0, V15.3.7).
/// </summary>
public sealed class ParameterPollutionFilter : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (await RefusalAsync(context) is { } status)
        {
            SecurityLog.Of(context.HttpContext).RequestRefused(context.HttpContext, "address named twice");
            context.Result = new StatusCodeResult(status);
            return;
        }
        await next();
    }

    private static async Task<int?> RefusalAsync(ActionExecutingContext context)
    {
        var request = context.HttpContext.Request;
        // The page of an error must not read once more what may have been wrong.
        if (context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null) return null;
        var (inPath, inQuery) = (NamesFrom(context, BindingSource.Path), NamesFrom(context, BindingSource.Query));
        // A template can name what no parameter binds, because the authorization asks for it.
        if (context.HttpContext.GetEndpoint() is RouteEndpoint endpoint) inPath.UnionWith(endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name));
        if (!HttpMethods.IsPost(request.Method) || inPath.Count + inQuery.Count == 0) return null;
        if (request.Query.Any(pair => inPath.Contains(RootOf(pair.Key)) || (inQuery.Contains(pair.Key) && pair.Value.Count > 1))) return StatusCodes.Status400BadRequest;
        if (!request.HasFormContentType) return null;
        // FormBodies has read it.
        var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
        return form.Keys.Concat(form.Files.Select(file => file.Name)).Select(RootOf).Any(name => inPath.Contains(name) || inQuery.Contains(name)) ? StatusCodes.Status400BadRequest : null;
    }

    private static HashSet<string> NamesFrom(ActionExecutingContext context, BindingSource source) => context.ActionDescriptor.Parameters
        .Where(parameter => parameter.BindingInfo?.BindingSource == source).Select(parameter => parameter.BindingInfo!.BinderModelName ?? parameter.Name)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>slug</c> of <c>slug[0]</c>, <c>Slug.Value</c> and <c> slug </c>.</summary>
    private static string RootOf(string key) => key.AsSpan().Trim().ToString() is var name && name.IndexOfAny(['[', '.']) is >= 0 and var end ? name[..end].TrimEnd() : name;
}
