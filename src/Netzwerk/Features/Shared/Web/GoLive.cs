using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using Netzwerk.Features.Shared.Legal;

namespace Netzwerk.Features.Shared.Web;

/// <summary>Has the operator said all that the law asks for? Until then Production takes no sign-ups, from nobody.</summary>
/// <remarks>Asked anew each time: an organiser may be filling in the last text right now.</remarks>
public sealed class GoLive(IOptionsMonitor<LegalOptions> legal, IHostEnvironment environment)
{
    /// <summary>Names of the settings that are still missing.</summary>
    public IReadOnlyList<string> Missing => environment.IsProduction() ? legal.CurrentValue.Missing : [];

    public bool TakesSignUps => Missing.Count == 0;
}

/// <summary>On everything that would take a sign-up in. A form that was sent meanwhile keeps what was typed (<see cref="KeepsInputAttribute"/>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyLiveAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var metadata = context.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<KeepsInputAttribute>().Any() || metadata.OfType<AllowNotLiveAttribute>().Any()) return;
        var services = context.HttpContext.RequestServices;
        if (services.GetRequiredService<GoLive>().TakesSignUps) return;
        context.Result = new ViewResult
        {
            ViewName = "NotLive",
            StatusCode = StatusCodes.Status503ServiceUnavailable,
            ViewData = new ViewDataDictionary(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()),
        };
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

/// <summary>Takes nothing in: who is registered may read so, whatever is missing by now.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowNotLiveAttribute : Attribute;
