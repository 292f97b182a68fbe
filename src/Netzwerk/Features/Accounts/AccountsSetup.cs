using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Features.Accounts.SecondFactor;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Accounts;

/// <summary>How accounts sign in: ASP.NET Core Identity with pages of our own (values: OWASP ASVS 5.0, chapters V6 and V7).</summary>
public static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IHostEnvironment environment, SiteOptions site)
    {
        services.AddSingleton<PasswordHashing>().AddSingleton<PasswordHasher<Account>>().AddScoped<IPasswordHasher<Account>, QueuedPasswordHasher>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddSingleton<ILookupNormalizer, AddressNormalizer>();
        services.AddIdentityCore<Account>(identity =>
        {
            Engine.SetSchema(identity);
            identity.User.RequireUniqueEmail = true;
            // The user name is the address, which EmailAddress has checked.
            identity.User.AllowedUserNameCharacters = "";
            // PasswordRules says it all, and in German.
            identity.Password.RequiredLength = 1;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Password.RequiredUniqueChars = 1;
        }).AddSignInManager().AddEntityFrameworkStores<NetzwerkDb>().AddDefaultTokenProviders().AddPasswordValidator<PasswordRules>().AddTokenProvider<LostPasswordTokens>(LostPasswordTokens.Name);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 220_000);
        services.Configure<DataProtectionTokenProviderOptions>(token => token.TokenLifespan = PasswordLink.ValidFor);
        services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            stamp.ValidationInterval = TimeSpan.FromSeconds(30);
            stamp.OnRefreshingPrincipal = KeepSecondFactor;
        });
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            passkey.ServerDomain = new Uri(site.BaseUrl).IdnHost;
            // A passkey alone signs in, so it has to say whose it is and who holds it.
            passkey.UserVerificationRequirement = passkey.ResidentKeyRequirement = "required";
        });
        services.AddSingleton<SecurityLog>().AddScoped<PasswordSignIn>().AddScoped<AccountTransaction>().AddScoped<PasswordChange>().AddScoped<PasswordLink>().AddSingleton<SignInAttempts>().AddSingleton<SessionEnds>().AddSingleton<DecoyHash>().AddSingleton<CommonPasswords>().AddScoped<SetupCode>();
        services.AddSingleton<LostPasswords>().AddHostedService(provider => provider.GetRequiredService<LostPasswords>());
        services.AddSingleton<PageSeal>().AddSingleton<KnownDevices>().AddScoped<SignInOrigin>().AddScoped<Factors>().AddScoped<SecondStep>().AddScoped<CodeGuesses>().AddScoped<CodeCheck>().AddScoped<AuthenticatorApp>().AddScoped<RecoveryCodes>().AddScoped<Passkeys>().AddScoped<FactorChange>();
        return services.AddCookies(environment);
    }

    /// <summary>Identity builds the session anew after each look at the security stamp, and would forget what it showed.</summary>
    private static Task KeepSecondFactor(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.NewPrincipal?.Identity is ClaimsIdentity identity) identity.AddClaims(SecondFactorProof.Of(context.CurrentPrincipal));
        return Task.CompletedTask;
    }

    /// <summary>Only who signs in gets cookies. The prefix binds them to this host and to HTTPS; plain http is for the demo on localhost.</summary>
    private static IServiceCollection AddCookies(this IServiceCollection services, IHostEnvironment environment)
    {
        void Guard(CookieBuilder cookie, string name, SameSiteMode sameSite)
        {
            cookie.Name = environment.IsHardened() ? "__Host-" + name : name;
            cookie.SecurePolicy = environment.IsHardened() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.HttpOnly = true;
            cookie.SameSite = sameSite;
            cookie.Path = "/";
        }
        services.ConfigureApplicationCookie(options =>
        {
            // Lax: a link in a mail leads a signed-in organiser to the page, not to the sign-in form.
            Guard(options.Cookie, "netzwerk", SameSiteMode.Lax);
            options.LoginPath = "/konto/anmelden";
            options.AccessDeniedPath = "/fehler/403";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.SlidingExpiration = true;
            SessionEnds.Guard(options.Events);
            options.Events.OnRedirectToLogin = context =>
            {
                SecurityLog.Of(context.HttpContext).DoorClosed(context.HttpContext, account: null);
                context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) ? context.RedirectUri : LoggedOut.PathAfter(context.Request));
                return Task.CompletedTask;
            };
            // No redirect: the address stays and the answer has its own status.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                SecurityLog.Of(context.HttpContext).DoorClosed(context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<SignedIn>().AccountId);
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        // Lax like the session, so that a link in a mail finds the device known.
        services.Configure<KnownDevices.Settings>(options => Guard(options.Cookie, "netzwerk-device", SameSiteMode.Lax));
        services.Configure<AntiforgeryOptions>(options => Guard(options.Cookie, "netzwerk-form", SameSiteMode.Strict));
        services.Configure<CookieTempDataProviderOptions>(options => Guard(options.Cookie, "netzwerk-note", SameSiteMode.Strict));
        return services;
    }
}
