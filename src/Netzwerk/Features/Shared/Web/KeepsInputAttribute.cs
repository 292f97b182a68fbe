using Microsoft.AspNetCore.Mvc.Filters;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// For forms whose input must survive whatever is wrong with the request: notes the moment at which the body was complete, and leaves the
/// trouble (foreign page, too often) to the action, which shows the form again, filled. <see cref="FormBodies"/> has read the body.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeepsInputAttribute : Attribute, IAsyncResourceFilter, IFilterMetadata
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var trouble = SameOrigin.Holds(http.Request) ? null : (RequestTrouble?)RequestTrouble.ForeignPage;
        // A large form noted it before it waited for its turn, and is noted until its answer is written.
        var noted = http.Features.Get<Arrivals.Undecided>();
        using var arrived = noted is null ? services.GetRequiredService<Arrivals>().Begin() : null;
        if (!await ClosedForms.HoldsAsync(http)) trouble ??= RequestTrouble.ForeignPage;
        if (!services.GetRequiredService<AddressLimits>().Allows(http)) trouble ??= RequestTrouble.TooMany;
        if (trouble is not null) SecurityLog.Of(http).RequestRefused(http, trouble.Value.ToString());
        if (http.GetEndpoint()?.Metadata.GetMetadata<OnlyLiveAttribute>() is not null && !services.GetRequiredService<GoLive>().TakesSignUps) trouble ??= RequestTrouble.NotLive;
        http.Features.Set(new Arrival((noted ?? arrived)!.At, trouble));
        await next();
    }
}

/// <summary>When a form had fully arrived (UTC, event clock), and what is wrong with the request that brought it.</summary>
public sealed record Arrival(DateTime At, RequestTrouble? Trouble)
{
    public static Arrival Of(HttpContext http) => http.Features.Get<Arrival>() ?? throw new InvalidOperationException("The action lacks [KeepsInput].");
}

/// <summary>What keeps a form from being taken although its content may be fine. The value is the HTTP status.</summary>
public enum RequestTrouble
{
    ForeignPage = StatusCodes.Status400BadRequest,
    NotLive = StatusCodes.Status409Conflict,
    Broken = StatusCodes.Status422UnprocessableEntity,
    TooMany = StatusCodes.Status429TooManyRequests,
    StorageDown = StatusCodes.Status503ServiceUnavailable,
}
