using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Shared;

/// <summary>A page of the organiser's area. Its menu shows only what the account may open.</summary>
public abstract class DeskController(SignedIn signedIn) : Controller
{
    protected SignedIn SignedIn { get; } = signedIn;

    /// <summary>The item of the menu under which the page is found.</summary>
    protected abstract string Nav { get; }

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ViewData["Nav"] = Nav;
        ViewData["IsOrganizer"] = (await SignedIn.RolesAsync()).Any(assignment => assignment is { Role: Role.Organizer, EventId: null });
        await next();
    }

    /// <summary>What a POST did, for the page to which it redirects to say. Not in the address: there it would be said again on every reload.</summary>
    protected void Tell<T>(T done)
        where T : struct, Enum => TempData["Done"] = done.ToString();

    /// <summary>What was told, once; null when there is nothing to say.</summary>
    protected T? Told<T>()
        where T : struct, Enum => Enum.TryParse<T>(TempData["Done"] as string, out var done) ? done : null;
}
