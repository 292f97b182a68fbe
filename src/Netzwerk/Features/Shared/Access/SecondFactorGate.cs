using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Netzwerk.Features.Shared.Access;

/// <summary>
/// Where real people's data lies, nobody who signs in sees anything of it before a second factor was shown in this very session, whatever the
/// role. Closed by default: everything behind the sign-in but the account's own pages, where the second factor is set up.
/// </summary>
public static class SecondFactorGate
{
    public const string SetUp = "/konto/zweiter-faktor";

    public static IApplicationBuilder UseSecondFactorGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (LetsPass(http)) await next(http);
        else http.Response.Redirect(SetUp);
    });

    private static bool LetsPass(HttpContext http) =>
        http.GetEndpoint() is not { } endpoint
        || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || http.Request.Path.StartsWithSegments("/konto", StringComparison.OrdinalIgnoreCase)
        || SecondFactorProof.IsIn(http.User);
}

/// <summary>That a second factor was shown, as the session's cookie says it (RFC 8176). A session from before has no such claim.</summary>
public static class SecondFactorProof
{
    private const string Method = "amr", MoreThanOne = "mfa";

    public static readonly IReadOnlyList<Claim> Claims = [new(Method, MoreThanOne)];

    public static bool IsIn(ClaimsPrincipal user) => user.HasClaim(Method, MoreThanOne);

    /// <summary>What a session showed, to carry it over when its cookie is renewed.</summary>
    public static IReadOnlyList<Claim> Of(ClaimsPrincipal? user) => user is not null && IsIn(user) ? Claims : [];
}
