using System.Collections.Concurrent;
using Netzwerk.Data;

namespace Netzwerk.Features.Shared.Web;

/// <summary>The answer is the same for everybody and carries nothing of a person, no token and no cookie.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicPageAttribute : Attribute;

/// <summary>
/// Public pages are kept ready for one second of the event clock or until something changes: what they show is right with the next request
/// in this process, and within a second after a change in another one. Nothing else is ever compressed: an answer that holds something of a
/// person and something that was typed tells by its compressed length what is in it (BREACH).
/// </summary>
public sealed class PublicPages(EventChanges changes)
{
    /// <summary>Far more than a site has; whoever asks under every spelling of an address shall not fill the memory.</summary>
    private const int Most = 200;

    private readonly ConcurrentDictionary<string, Kept> _pages = new(StringComparer.Ordinal);

    /// <summary>In front of everything that decides who may see what, which a public page does not ask.</summary>
    public Task AnswerAsync(HttpContext http, RequestDelegate next) =>
        HttpMethods.IsGet(http.Request.Method) && _pages.TryGetValue(http.Request.Path.Value!, out var kept) && kept.AsOf == changes.AsOf ? kept.Page.SendAsync(http) : next(http);

    /// <summary>Behind it: keeps what a visitor was shown who is nobody in particular.</summary>
    public async Task KeepAsync(HttpContext http, RequestDelegate next)
    {
        var asOf = changes.AsOf;
        var (response, body) = (http.Response, http.Response.Body);
        using var made = new MemoryStream();
        response.Body = made;
        try
        {
            await next(http);
        }
        finally
        {
            response.Body = body;
        }
        if (response.StatusCode != StatusCodes.Status200OK)
        {
            // Not a byte where there is none: the friendly error page comes after this.
            if (made.Length > 0) await body.WriteAsync(made.GetBuffer().AsMemory(0, (int)made.Length));
            return;
        }
        var path = http.Request.Path.Value!;
        var page = _pages.TryGetValue(path, out var earlier) && earlier.Page.Is(response, made) ? earlier.Page : PublicPage.Of(response, made);
        if (_pages.Count >= Most) _pages.Clear();
        _pages[path] = new Kept(asOf, page);
        await page.SendAsync(http);
    }

    public static bool MayKeep(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null && http.User.Identity is not { IsAuthenticated: true };

    private sealed record Kept((long Changes, long Second) AsOf, PublicPage Page);
}

public static class PublicPagesSetup
{
    public static IApplicationBuilder UseKeptPages(this IApplicationBuilder app)
    {
        var pages = app.ApplicationServices.GetRequiredService<PublicPages>();
        return app.Use(pages.AnswerAsync);
    }

    public static IApplicationBuilder UsePageKeeping(this IApplicationBuilder app)
    {
        var pages = app.ApplicationServices.GetRequiredService<PublicPages>();
        return app.UseWhen(PublicPages.MayKeep, publicly => publicly.Use(pages.KeepAsync));
    }
}
