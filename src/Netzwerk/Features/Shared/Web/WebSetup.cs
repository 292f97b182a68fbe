using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Legal;
using Netzwerk.Features.Shared.Mails;

namespace Netzwerk.Features.Shared.Web;

/// <summary>How the site takes requests and answers them, and what all features share for it.</summary>
public static class WebSetup
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        // The address of a parent's own page is a key: no setting of the log may bring it to light.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(SiteOptions.DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // For what is no form; FormBodies sets its own.
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 5_000;
        });
        var services = builder.Services;
        services.AddKnownProxies(builder.Configuration);
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LegalOptions>().BindConfiguration(LegalOptions.Section);
        services.AddSingleton<AddressLimits>().AddSingleton<FormBodies>().AddSingleton<GoLive>();
        services.AddForms().AddSingleton<PublicPages>();
        services.AddSingleton<EventCalendar>().AddSingleton<RegistrationMails>().AddSingleton<EventMails>().AddSingleton<AccountMails>();
    }

    /// <summary>Messengers and link checkers ask with HEAD first: the same answer, of which Kestrel leaves out the body. Not in the organiser's
    /// rooms, where a look at a list is written down.</summary>
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method) && !context.Request.Path.StartsWithSegments("/verwaltung", StringComparison.OrdinalIgnoreCase)) context.Request.Method = HttpMethods.Get;
        return next(context);
    });

    /// <summary>An unknown address is nobody's secret: 404 for everyone instead of the way to the sign-in.</summary>
    public static void MapUnknown(this WebApplication app) => app.MapFallback("{**path}", context =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }).AllowAnonymous();

    private static IServiceCollection AddForms(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        services.Configure<FormOptions>(form => form.ValueCountLimit = 200);
        services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new FeatureFolders()));
        services.AddControllersWithViews(mvc =>
        {
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            TextBinderProvider.Insert(mvc.ModelBinderProviders);
            mvc.Filters.Add<SameOrigin>();
            mvc.Filters.Add<ClosedForms>();
            mvc.Filters.Add<ParameterPollutionFilter>();
            mvc.Conventions.Add(new SingleSourceBinding());
            GermanBindingMessages.Set(mvc.ModelBindingMessageProvider);
        });
        services.AddFluentValidationAutoValidation(auto => auto.DisableDataAnnotationsValidation = true);
        return services.AddValidatorsFromAssemblyContaining<Program>(ServiceLifetime.Singleton);
    }
}
