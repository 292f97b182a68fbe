using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;
using Netzwerk.Features.Accounts;
using Netzwerk.Features.Demo;
using Netzwerk.Features.Legal;
using Netzwerk.Features.MyRegistration;
using Netzwerk.Features.Network;
using Netzwerk.Features.Operation;
using Netzwerk.Features.Organizer.ClosingReports;
using Netzwerk.Features.Organizer.Events;
using Netzwerk.Features.Organizer.Events.Editing;
using Netzwerk.Features.Organizer.NetworkTexts;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Features.Organizer.Reminders;
using Netzwerk.Features.Organizer.Settings;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Legal;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Features.Shared.Privacy;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Features.SignUp;
using Netzwerk.Mail;

AppDomain.CurrentDomain.UnhandledException += StartTrouble.End;
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = SiteOptions.ContentRoot(args) });
if (await OperatorCommands.RunAsync(args, builder) is { } exitCode) return exitCode;

// The address of a parent's own page is a key: no setting of the log may bring it to light.
builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
var services = builder.Services;
var configuration = builder.Configuration;
services.AddSystemd();
if (string.IsNullOrEmpty(configuration["urls"])) builder.WebHost.UseUrls(SiteOptions.DefaultAddress);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = 64 * 1024;
    kestrel.Limits.MaxConcurrentConnections = 5_000;
});

// Where and when
var stored = new StoredSettings();
((IConfigurationBuilder)configuration).Add(stored);
var site = SiteOptions.From(configuration, builder.Environment);
var demo = DemoOptions.From(configuration, builder.Environment);
var directory = new DataDirectory(site.DataDirectory);
// By a factory, so that the directory is let go of when the site has stopped.
services.AddSingleton(site).AddSingleton(demo).AddSingleton(_ => directory);
services.AddSingleton(TimeProvider.System);
services.AddSingleton(provider => demo.Start(new EventClock(provider.GetRequiredService<TimeProvider>())));
services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();

// Data
var connection = configuration.GetConnectionString("Netzwerk") ?? $"Data Source={directory.Database}";
services.AddDbContextPool<NetzwerkDb>(options => options
    .UseSqlite(connection)
    .AddInterceptors(new SqlitePragmas(), new ActCount()));
services.AddScoped<DbContext>(provider => provider.GetRequiredService<NetzwerkDb>());
services.AddSingleton<TurnGate>().AddSingleton<EventChanges>().AddSingleton<Arrivals>().AddSingleton(stored);
services.AddScoped<EventTurn>().AddScoped<Admission>().AddScoped<SettingEdits>();
services.AddSingleton<ErasureLedger>().AddScoped<Erasure>().AddScoped<ErasedAgain>();
services.AddSingleton(new PersonalLinks(directory.LoadOrMakeKey("links.key")));
services.AddDataProtection().SetApplicationName("Netzwerk").PersistKeysToFileSystem(new DirectoryInfo(directory.Keys));
services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
services.AddSingleton<IValidateOptions<BackupOptions>, BackupRecipientCheck>();
services.AddSingleton(provider => new Backups(directory, connection, provider.GetRequiredService<IOptions<BackupOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
services.AddHostedService<NightlyBackup>();

// Web
services.AddKnownProxies(configuration);
services.AddLocalization();
services.AddHttpContextAccessor();
services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
services.Configure<FormOptions>(form => form.ValueCountLimit = 200);
services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new FeatureFolders()));
services.AddControllersWithViews(mvc =>
{
    mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    mvc.Filters.Add<SameOrigin>();
    mvc.Filters.Add<ClosedForms>();
    GermanBindingMessages.Set(mvc.ModelBindingMessageProvider);
});
services.AddFluentValidationAutoValidation(auto => auto.DisableDataAnnotationsValidation = true);
services.AddValidatorsFromAssemblyContaining<Program>(ServiceLifetime.Singleton);
services.AddOutputCache(PublicPages.Configure);
services.AddResponseCompression();
services.AddOperating(configuration);
services.AddSingleton<AddressLimits>().AddSingleton<Seal>();
services.AddOptions<LegalOptions>().BindConfiguration(LegalOptions.Section);
services.AddSingleton<EventCalendar>().AddSingleton<RegistrationMails>().AddSingleton<EventMails>();
services.AddSingleton<GoLive>().AddScoped<KeptDays>();
services.AddSingleton<LinkRequests>().AddHostedService(provider => provider.GetRequiredService<LinkRequests>());

// Mail
services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
if (demo.Enabled) services.PostConfigure<MailOptions>(mail => mail.StayOnThisMachine());
services.AddOptions<MailLimits>().BindConfiguration(MailLimits.Section).ValidateDataAnnotations().ValidateOnStart();
services.AddKeyedSingleton<TimeProvider>("event", (provider, _) => provider.GetRequiredService<EventClock>());
services.AddSingleton<PersonalLink>(provider => (registration, generation) => site.Url("/anmeldung/" + provider.GetRequiredService<PersonalLinks>().Token(registration, generation)));
services.AddSingleton<AccountLink>(provider => PasswordLink.InMails(provider.GetRequiredService<IServiceScopeFactory>())).AddSingleton<AccountMails>();
services.AddSingleton<IMailTransport>(provider => new ChosenTransport(provider.GetRequiredService<IOptionsMonitor<MailOptions>>(), directory.Mails, provider.GetRequiredService<TimeProvider>()));
services.AddSingleton(provider => new MailTrial(provider.GetRequiredService<IOptionsMonitor<MailOptions>>(), directory.Mails, provider.GetRequiredService<TimeProvider>()));
services.AddSingleton<WriteTurn>(provider => provider.GetRequiredService<TurnGate>().WaitAsync);
// Long enough for a slow server's last word; cutting it off would make a second copy.
services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(90));
services.AddSingleton<OutboxSignal>().AddSingleton<OutboxClaims>().AddSingleton<MessageComposer>().AddSingleton<Outbox>();
services.AddSingleton<OutboxWorker>().AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());

// The organiser's rooms
services.AddScoped<EventNumbers>().AddScoped<EventEdit>().AddScoped<NewEvents>();
services.AddScoped<Sections>().AddScoped<GoLiveChecklist>().AddSingleton<TrialMails>();
services.AddScoped<NetworkContents>().AddScoped<EntryStore>();
services.AddScoped<ClosingReport>().AddSingleton<ClosingReportMails>().AddHostedService<ClosingReportWorker>();
services.AddScoped<DueReminders>().AddHostedService<ReminderWorker>();
services.AddScoped<RetentionRun>().AddSingleton<RetentionPace>().AddHostedService<RetentionWorker>();

// Who may do what: closed unless an endpoint says otherwise
services.AddAccounts(builder.Environment, site);
services.AddScoped<DemoAccounts>().AddSingleton<DemoMailbox>();
services.AddScoped<SignedIn>().AddScoped<Disclosures>().AddScoped<IAuthorizationHandler, AllowHandler>();
services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

var app = builder.Build();

app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseExceptionHandler("/fehler/500");
app.UseStatusCodePagesWithReExecute("/fehler/{0}");
if (app.Environment.IsProduction()) app.UseHttpsOnly(site);
// Messengers and link checkers ask with HEAD first: the same answer, of which Kestrel leaves out the body. Not in the organiser's rooms,
// where a look at a list is written down.
app.Use((context, next) =>
{
    if (HttpMethods.IsHead(context.Request.Method) && !context.Request.Path.StartsWithSegments("/verwaltung", StringComparison.OrdinalIgnoreCase)) context.Request.Method = HttpMethods.Get;
    return next(context);
});
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
if (app.Environment.IsProduction()) app.UseSecondFactorGate();
app.UseOutputCache();
app.UsePublicPageCompression();
app.MapStaticAssets().AllowAnonymous();
app.MapControllers().WithStaticAssets();
app.MapHealth();
// An unknown address is nobody's secret: 404 for everyone instead of the way to the sign-in.
app.MapFallback("{**path}", context => { context.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; }).AllowAnonymous();

await using (var scope = app.Services.CreateAsyncScope())
{
    var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
    if (await Storage.HasSettingsAsync(db)) await stored.LoadAsync(db, app.Services.GetRequiredService<IDataProtectionProvider>());
    // Not before: what the configuration lacks, an organiser may have filled in. And not later: who does not start touches nothing.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    await Storage.PrepareAsync(db, directory, app.Services.GetRequiredService<Backups>());
    await scope.ServiceProvider.GetRequiredService<ErasedAgain>().RunAsync();
    await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync();
    await scope.ServiceProvider.GetRequiredService<DemoAccounts>().PrepareAsync();
    await FirstStart.OfferSetupAsync(db, app.Services.GetRequiredService<SetupCode>(), site);
}
app.WarnWithoutHttps();
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Netzwerk läuft: {string.Join(" ", app.Urls)}{(demo.Enabled ? " (Uhr, Konten und Postfach der Demo: /demo)" : "")}"));
await app.RunAsync();
return 0;

/// <summary>The composition root; public so that tests can start the whole site.</summary>
public partial class Program;
