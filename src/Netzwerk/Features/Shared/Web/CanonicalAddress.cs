namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// An event's address that somebody wrote with capitals (on paper, in a message) leads to the one that is kept: slugs are small. Nothing but
/// the case of this site's own words changes, so that it leads nowhere else, and only one spelling is cached.
/// </summary>
public static class CanonicalAddress
{
    private const string Public = "/veranstaltungen/";
    private const string Rooms = "/verwaltung/veranstaltungen/";

    public static IApplicationBuilder UseCanonicalAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || Canonical(request.Path.Value!) is not { } canonical) return next(context);
        context.Response.Redirect(new PathString(canonical).ToUriComponent() + request.QueryString.ToUriComponent(), permanent: true);
        return Task.CompletedTask;
    });

    /// <returns>Null where the address is as it must be. What follows the slug (a receipt, an id) stays as it is.</returns>
    internal static string? Canonical(string path)
    {
        foreach (var prefix in (string[])[Public, Rooms])
        {
            if (!path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            var end = path.IndexOf('/', prefix.Length);
            var words = end < 0 ? path : path[..end];
            return words.Length > prefix.Length && words.Any(char.IsAsciiLetterUpper) ? words.ToLowerInvariant() + path[words.Length..] : null;
        }
        return null;
    }
}
