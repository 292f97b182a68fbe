namespace Netzwerk.Features.Shared.Access;

/// <summary>
/// What the journal says of the doors (OWASP ASVS 5.0, V16.3): who came in, who did not, what was tried. Accounts by their id, addresses by
/// their pattern; never a name, an address of a visitor or what was typed.
/// </summary>
public sealed partial class SecurityLog(ILogger<SecurityLog> log)
{
    [LoggerMessage(1, LogLevel.Information, "Session begun or renewed for account {Account}, second factor shown: {SecondFactor}")]
    public partial void SessionBegun(Guid? account, bool secondFactor);

    [LoggerMessage(2, LogLevel.Warning, "Sign-in refused at {Step} for account {Account} (none: unknown), closed for a while: {Closed}")]
    public partial void SignInRefused(string step, Guid? account, bool closed);

    [LoggerMessage(3, LogLevel.Warning, "Door closed: {Method} {Pattern} for account {Account}")]
    private partial void DoorClosed(string method, string? pattern, Guid? account);

    [LoggerMessage(4, LogLevel.Warning, "Request refused: {Method} {Pattern}, {Reason}")]
    private partial void RequestRefused(string method, string? pattern, string reason);

    public void DoorClosed(HttpContext http, Guid? account) => DoorClosed(http.Request.Method, PatternOf(http), account);

    /// <param name="reason">Why: a fixed word, nothing of the request.</param>
    public void RequestRefused(HttpContext http, string reason) => RequestRefused(http.Request.Method, PatternOf(http), reason);

    public static SecurityLog Of(HttpContext http) => http.RequestServices.GetRequiredService<SecurityLog>();

    private static string? PatternOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
}
