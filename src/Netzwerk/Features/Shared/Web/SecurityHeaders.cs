namespace Netzwerk.Features.Shared.Web;

/// <summary>The same protective headers on every answer, errors and assets included (OWASP ASVS 5.0, chapter V3.4).</summary>
public static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private const string NoFeatures =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), "
        + "hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), "
        + "serial=(), usb=(), web-share=(), xr-spatial-tracking=(), ";

    private const string Nothing = NoFeatures + "publickey-credentials-get=(), publickey-credentials-create=()";
    private const string OnlyPasskeys = NoFeatures + "publickey-credentials-get=(self), publickey-credentials-create=(self)";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
            headers["X-Content-Type-Options"] = "nosniff";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers["Permissions-Policy"] = context.Request.Path.StartsWithSegments("/konto", StringComparison.Ordinal) ? OnlyPasskeys : Nothing;
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            // Style sheets and scripts too say in which signs they are written (OWASP ASVS 5.0, V4.1.1).
            if (headers.ContentType.ToString() is "text/css" or "text/javascript" or "text/plain") headers.ContentType += "; charset=utf-8";
            // Pages are personal unless they say otherwise.
            if (string.IsNullOrEmpty(headers.CacheControl)) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
