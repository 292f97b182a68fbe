using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Legal;

namespace Netzwerk.Features.Shared.Web;

/// <summary>Has the operator said all that the law asks for? Until then Production takes no sign-ups, from nobody.</summary>
/// <remarks>Asked anew each time: an organiser may be filling in the last text right now.</remarks>
public sealed class GoLive(IOptionsMonitor<LegalOptions> legal, IHostEnvironment environment)
{
    /// <summary>Names of the settings that are still missing.</summary>
    public IReadOnlyList<string> Missing => environment.IsHardened() ? legal.CurrentValue.Missing : [];

    public bool TakesSignUps => Missing.Count == 0;
}

/// <summary>On everything that would take a sign-up in. A form that was sent meanwhile keeps what was typed (<see cref="KeepsInputAttribute"/>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyLiveAttribute : Attribute, IAsyncResourceFilter
{
    /// <summary>Staff, who let families in although registration is closed.</summary>
    public bool Knowingly { get; init; }

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var keepsInput = context.ActionDescriptor.EndpointMetadata.OfType<KeepsInputAttribute>().Any();
        if (keepsInput || services.GetRequiredService<GoLive>().TakesSignUps || await ShowsSomethingElseAsync(context))
        {
            await next();
            return;
        }
        context.Result = new ViewResult
        {
            ViewName = "NotLive",
            StatusCode = StatusCodes.Status503ServiceUnavailable,
            ViewData = new ViewDataDictionary(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()),
        };
    }

    /// <summary>A page to look at that takes nobody in: the last page of who is registered, or why this event takes nobody anyway („opens soon“ would be untrue).</summary>
    private async Task<bool> ShowsSomethingElseAsync(ResourceExecutingContext context)
    {
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method)) return false;
        if (context.RouteData.Values.ContainsKey("receipt")) return true;
        var services = context.HttpContext.RequestServices;
        var slug = context.RouteData.Values["slug"] as string;
        var ev = await services.GetRequiredService<NetzwerkDb>().Events.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Slug == slug);
        return ev?.WhyNot(services.GetRequiredService<EventClock>().Now, Party.Smallest, Knowingly) is not null;
    }
}
