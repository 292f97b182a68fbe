using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// For forms whose input must survive whatever is wrong with the request: reads the body, notes the moment at which it was complete, and
/// leaves the trouble (foreign page, too much, too often) to the action, which shows the form again, filled.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeepsInputAttribute : Attribute, IAsyncResourceFilter, IFilterMetadata
{
    /// <summary>Above this nothing is read at all.</summary>
    private const int HardBodyLimit = 1024 * 1024;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = HardBodyLimit;
        var trouble = SameOrigin.Holds(http.Request) ? null : (RequestTrouble?)RequestTrouble.ForeignPage;
        if (http.Request.HasFormContentType)
        {
            try
            {
                await ReadableForm.ReadAsync(http.Request, http.RequestAborted);
            }
            catch (Exception broken) when (broken is InvalidDataException or NotSupportedException or IOException)
            {
                // No browser sends this; there is nothing in it to show again.
                context.Result = new StatusCodeResult((broken as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
                return;
            }
        }
        using var arrived = services.GetRequiredService<Arrivals>().Begin();
        if (!await ClosedForms.HoldsAsync(http)) trouble ??= RequestTrouble.ForeignPage;
        if (http.Request.ContentLength > services.GetRequiredService<IOptionsMonitor<LimitOptions>>().CurrentValue.FormKilobytes * 1024) trouble ??= RequestTrouble.TooLarge;
        if (!services.GetRequiredService<AddressLimits>().Allows(http)) trouble ??= RequestTrouble.TooMany;
        if (trouble is not null) SecurityLog.Of(http).RequestRefused(http, trouble.Value.ToString());
        if (http.GetEndpoint()?.Metadata.GetMetadata<OnlyLiveAttribute>() is not null && !services.GetRequiredService<GoLive>().TakesSignUps) trouble ??= RequestTrouble.NotLive;
        http.Features.Set(new Arrival(arrived.At, trouble));
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
    TooLarge = StatusCodes.Status413PayloadTooLarge,
    TooMany = StatusCodes.Status429TooManyRequests,
    StorageDown = StatusCodes.Status503ServiceUnavailable,
}
