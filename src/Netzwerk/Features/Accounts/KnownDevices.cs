using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Netzwerk.Data;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// A cookie that says which accounts signed in on this device before: wrong passwords that strangers type in the same network do not close
/// the account for it. It opens nothing; it dies with the account's next password, and when nobody signs in here for half a year.
/// </summary>
public sealed class KnownDevices(PageSeal seal, IOptions<KnownDevices.Settings> settings)
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(180);

    /// <summary>Accounts that share a device, as in an office.</summary>
    private const int MostAccounts = 5;

    private CookieBuilder Cookie => settings.Value.Cookie;

    public void Remember(HttpContext http, ClaimsPrincipal? user)
    {
        var stampType = http.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        if (!Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out var account) || user.FindFirstValue(stampType) is not { } stamp) return;
        var earlier = Read(http.Request);
        var device = earlier.FirstOrDefault(entry => entry.Account == account)?.Device ?? Guid.NewGuid();
        Entry[] entries = [new(account, stamp, device), .. earlier.Where(entry => entry.Account != account).Take(MostAccounts - 1)];
        var options = Cookie.Build(http);
        options.MaxAge = ValidFor;
        http.Response.Cookies.Append(Cookie.Name!, seal.Close(new Device(entries)), options);
    }

    /// <returns>Null for a device on which this account did not sign in with its present password.</returns>
    public Guid? IdOf(Account? account, HttpRequest request) =>
        Read(request).FirstOrDefault(entry => account is not null && entry.Account == account.Id && entry.Stamp == account.SecurityStamp)?.Device;

    private IReadOnlyList<Entry> Read(HttpRequest request) => seal.Open<Device>(request.Cookies[Cookie.Name!], ValidFor)?.Accounts ?? [];

    private sealed record Device(IReadOnlyList<Entry> Accounts);

    private sealed record Entry(Guid Account, string Stamp, Guid Device);

    public sealed class Settings
    {
        public CookieBuilder Cookie { get; } = new();
    }
}

/// <summary>Whose wrong passwords and codes count together: those of one network, or of one known device.</summary>
public sealed class SignInOrigin(IHttpContextAccessor accessor, KnownDevices devices)
{
    public string Network => ClientNetwork.Of(accessor.HttpContext)?.ToString() ?? "";

    public bool IsKnown(Account? account) => accessor.HttpContext is { } http && devices.IdOf(account, http.Request) is not null;

    /// <param name="account">Null for a name that nobody has; it is counted all the same.</param>
    public string KeyOf(string name, Account? account) =>
        accessor.HttpContext is { } http && devices.IdOf(account, http.Request) is { } device ? $"{name} device {device:N}" : $"{name} network {Network}";
}
