using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.Options;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// In front of every action that takes a form: its length is judged before a byte of it is read, also where it comes in chunks; few large
/// ones are in memory at once; and one that nobody can read is refused here, so that no action fails over it.
/// </summary>
public sealed class FormBodies(IOptionsMonitor<LimitOptions> options, Arrivals arrivals) : IDisposable
{
    /// <summary>What fits into this waits for nobody; a sign-up hardly ever is larger.</summary>
    private const int Small = 8 * 1024;

    private const int LargePerNetwork = 32, WaitingPerNetwork = 256, LargeAtOnce = 8;

    /// <summary>How much of what was refused is still swallowed, so that a browser which sends before it listens gets to read the answer.</summary>
    private const int Swallowed = 4 * 1024 * 1024;

    /// <summary>A network that sends slowly holds up nobody but itself.</summary>
    private readonly PartitionedRateLimiter<IPAddress> _perNetwork = PartitionedRateLimiter.Create<IPAddress, IPAddress>(network => RateLimitPartition.GetConcurrencyLimiter(
        network, _ => new ConcurrencyLimiterOptions { PermitLimit = LargePerNetwork, QueueLimit = WaitingPerNetwork }));

    /// <summary>Decoding one and showing it again takes many times its length.</summary>
    private readonly ConcurrencyLimiter _atOnce = new(new ConcurrencyLimiterOptions { PermitLimit = LargeAtOnce, QueueLimit = int.MaxValue });

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (!BringsBody(http) || IsErrorPage(http))
        {
            await next(http);
            return;
        }
        var (request, largest) = (http.Request, LargestFor(http));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Swallowed;
        if (request.ContentLength > largest) http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else if (http.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is null) await next(http);
        else if (!request.HasFormContentType) http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        else if (request.ContentLength is > Small or null) await InTurnAsync(http, largest, next);
        else if (await IsReadAsync(http)) await next(http);
    }

    public void Dispose()
    {
        _perNetwork.Dispose();
        _atOnce.Dispose();
    }

    private static bool BringsBody(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method)
        && http.Request.ContentLength is not 0 && http.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false };

    /// <summary>The refusal itself is being shown.</summary>
    private static bool IsErrorPage(HttpContext http) => http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    private long LargestFor(HttpContext http) =>
        Math.Max(options.CurrentValue.FormKilobytes * 1024L, http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? 0);

    private async Task InTurnAsync(HttpContext http, long largest, RequestDelegate next)
    {
        using var place = await _perNetwork.AcquireAsync(ClientNetwork.Of(http) ?? IPAddress.Loopback, cancellationToken: http.RequestAborted);
        if (!place.IsAcquired)
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        if (await ReadAsync(http, largest) is not { } body) return;
        http.Request.Body = new MemoryStream(body, writable: false);
        // A sign-up had fully arrived before it began to wait; the closing report waits for it.
        using var arrived = http.GetEndpoint()?.Metadata.GetMetadata<KeepsInputAttribute>() is null ? null : arrivals.Begin();
        if (arrived is not null) http.Features.Set(arrived);
        using var turn = await _atOnce.AcquireAsync(cancellationToken: http.RequestAborted);
        // Whoever listens slowly to the answer holds up nobody either.
        await using var patience = new Timer(static turn => ((IDisposable)turn!).Dispose(), turn, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        if (!await IsReadAsync(http)) return;
        // A sign-in may now wait for its hash, and shows no long text again.
        if (arrived is null) turn.Dispose();
        await next(http);
    }

    /// <returns>Null when it was refused.</returns>
    private static async Task<byte[]?> ReadAsync(HttpContext http, long largest)
    {
        using var read = new MemoryStream();
        var piece = new byte[Small];
        try
        {
            for (int count; (count = await http.Request.Body.ReadAsync(piece, http.RequestAborted)) > 0;)
            {
                if (read.Length + count > largest)
                {
                    http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    return null;
                }
                read.Write(piece, 0, count);
            }
            return read.ToArray();
        }
        catch (IOException broken)
        {
            Refuse(http, broken);
            return null;
        }
    }

    private static async Task<bool> IsReadAsync(HttpContext http)
    {
        try
        {
            await ReadableForm.ReadAsync(http.Request, http.RequestAborted);
            return true;
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException or IOException or ArgumentException)
        {
            // No browser sends this; there is nothing in it to show again.
            Refuse(http, broken);
            return false;
        }
    }

    private static void Refuse(HttpContext http, Exception broken) => http.Response.StatusCode = (broken as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
}

public static class FormBodiesSetup
{
    /// <summary>Behind everything that decides who may send a form.</summary>
    public static IApplicationBuilder UseFormBodies(this IApplicationBuilder app)
    {
        var bodies = app.ApplicationServices.GetRequiredService<FormBodies>();
        return app.Use(bodies.InvokeAsync);
    }
}
