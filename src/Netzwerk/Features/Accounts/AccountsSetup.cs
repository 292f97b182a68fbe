using Microsoft.AspNetCore.Identity;
using Netzwerk.Data;

namespace Netzwerk.Features.Accounts;

/// <summary>How accounts sign in: ASP.NET Core Identity with pages of our own.</summary>
public static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(identity =>
        {
            // With passkeys from the start, so that the second factor needs no migration of everybody.
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddSignInManager().AddEntityFrameworkStores<NetzwerkDb>().AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/konto/anmelden";
            cookie.AccessDeniedPath = "/fehler/403";
            cookie.Cookie.Name = environment.IsProduction() ? "__Host-netzwerk" : "netzwerk";
        });
        return services;
    }
}
