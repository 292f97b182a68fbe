using Microsoft.AspNetCore.Mvc;

namespace Netzwerk.Features.Accounts;

internal static class LocalWay
{
    /// <summary>Only ways inside this site; the account's own pages are reached on foot (some of them only take forms).</summary>
    public static string? Inside(this IUrlHelper url, string? returnUrl) =>
        url.IsLocalUrl(returnUrl) && !returnUrl.StartsWith("/konto", StringComparison.OrdinalIgnoreCase) ? returnUrl : null;
}
