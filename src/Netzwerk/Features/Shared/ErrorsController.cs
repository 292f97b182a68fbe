using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;

namespace Netzwerk.Features.Shared;

/// <summary>
/// One friendly page for everything that goes wrong, reached by re-execution and so with whatever method the request had. It asks no
/// database and shows nothing of what happened inside.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorsController : Controller
{
    [Route("/fehler/{status:int:range(400,599)}")]
    public IActionResult Show()
    {
        // No parameter: binding one would read the request's form once more, which may be what went wrong.
        var status = IsStorageDown ? StatusCodes.Status503ServiceUnavailable : int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        Response.StatusCode = status;
        if (IsStorageDown) Response.Headers.RetryAfter = "60";
        return View("Error", new ErrorPage(status, PageBefore()));
    }

    /// <summary>Nothing is wrong with the program: the same request will do when the database is back.</summary>
    private bool IsStorageDown => HttpContext.Features.Get<IExceptionHandlerFeature>() is { Error: var trouble } && StorageTrouble.IsPassing(trouble);

    /// <summary>Where the visitor came from, when that was a page of this site: there the browser may still have what was typed.</summary>
    private string? PageBefore() =>
        Uri.TryCreate(Request.Headers.Referer.ToString(), UriKind.Absolute, out var before)
        && string.Equals(before.Authority, Request.Host.Value, StringComparison.OrdinalIgnoreCase) && Url.IsLocalUrl(before.PathAndQuery)
            ? before.PathAndQuery
            : null;
}

/// <param name="PageBefore">Path of the page before, on this site; null when it is unknown.</param>
public sealed record ErrorPage(int Status, string? PageBefore);
