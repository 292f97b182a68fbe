namespace Netzwerk.Features.Accounts;

/// <summary>Where a form leads whose sender is no longer signed in: to the sign-in page, which says that nothing was stored.</summary>
public static class LoggedOut
{
    public const string Path = "/konto/anmelden", SignOut = "/konto/ausloggen";

    /// <summary>Values of the query's <c>hinweis</c>.</summary>
    public const string Done = "ausgeloggt", NothingStored = "nicht-gespeichert", TooLate = "zu-spaet", NoPasskey = "passkey", Everywhere = "ueberall";

    public static string PathAfter(HttpRequest request)
    {
        if (request.Path == SignOut) return $"{Path}?hinweis={Done}";
        // The form's own address may take nothing but forms; the page on which it stood can be opened again.
        var page = Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var before)
            && string.Equals(before.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase) ? before.AbsolutePath : "/verwaltung";
        return $"{Path}?hinweis={NothingStored}&returnUrl={Uri.EscapeDataString(page)}";
    }
}
