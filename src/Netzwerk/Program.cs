using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Features.Accounts;
using Netzwerk.Features.Demo;
using Netzwerk.Features.Legal;
using Netzwerk.Features.MyRegistration;
using Netzwerk.Features.Network;
using Netzwerk.Features.Operation;
using Netzwerk.Features.Organizer;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Privacy;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Features.SignUp;
using Netzwerk.Mail;

AppDomain.CurrentDomain.UnhandledException += StartTrouble.End;
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = SiteOptions.ContentRoot(args) });
Hardening.AssertKnown(builder.Environment);
if (await OperatorCommands.RunAsync(args, builder) is { } exitCode) return exitCode;

var services = builder.Services;
var configuration = builder.Configuration;
services.AddSystemd();

// Where and when
var stored = new StoredSettings();
((IConfigurationBuilder)configuration).Add(stored);
var site = SiteOptions.From(configuration, builder.Environment);
var demo = DemoOptions.From(configuration, builder.Environment);
var directory = new DataDirectory(site.DataDirectory);
services.AddSingleton(site).AddSingleton(demo).AddSingleton(TimeProvider.System);
services.AddSingleton(provider => demo.Start(new EventClock(provider.GetRequiredService<TimeProvider>())));

// The ground: what is kept, requests, whether all is well
services.AddStorage(configuration, directory, stored);
builder.AddWeb();
services.AddOperating(configuration);

// What people can do
services.AddSingleton<Seal>().AddSingleton<SignUpQuotas>().AddSingleton<ConfirmationOrigins>().AddScoped<NetworkContents>().AddScoped<KeptDays>().AddScoped<Erasure>().AddScoped<ErasedAgain>();
services.AddSingleton<LinkRequests>().AddHostedService(provider => provider.GetRequiredService<LinkRequests>());
services.AddScoped<DemoAccounts>().AddSingleton<DemoMailbox>().AddSingleton<DemoClock>();
if (demo.Enabled) services.AddHostedService(provider => provider.GetRequiredService<DemoClock>());

// Mail, and what it asks others for
services.AddMail(directory.Mails);
if (demo.Enabled) services.PostConfigure<MailOptions>(mail => mail.StayOnThisMachine());
services.AddSingleton<PersonalLink>(provider => (registration, generation) => site.Url("/anmeldung/" + provider.GetRequiredService<PersonalLinks>().Token(registration, generation)));
services.AddSingleton<AccountLink>(provider => PasswordLink.InMails(provider.GetRequiredService<IServiceScopeFactory>()));
services.AddSingleton<WriteTurn>(provider => provider.GetRequiredService<TurnGate>().WaitAsync);

// Who signs in, and who may do what: closed unless an endpoint says otherwise
services.AddRooms();
services.AddAccounts(builder.Environment, site);
services.AddScoped<SignedIn>().AddScoped<Disclosures>().AddScoped<IAuthorizationHandler, AllowHandler>().AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundInsteadOfForbidden>();
services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

var app = builder.Build();
// Meanwhile, because both take their time: which request goes where.
var prepared = Task.Run(() => PrepareAsync(app.Services, stored, site, demo));

app.UseNoContentOnSafeMethods();
app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseExceptionHandler("/fehler/500");
app.UseStatusCodePagesWithReExecute("/fehler/{0}");
if (app.Environment.IsHardened()) app.UseHttpsOnly(site);
app.UseHeadAsGet();
app.UseCanonicalAddresses();
app.UseKeptPages();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
if (app.Environment.IsHardened()) app.UseSecondFactorGate();
app.UseFormBodies();
app.UsePageKeeping();
app.MapStaticAssets().AllowAnonymous();
app.MapControllers().WithStaticAssets();
app.MapHealth();
app.MapUnknown();

await prepared;
app.WarnWithoutHttps();
if (demo is { Enabled: true, AllowRemote: true }) app.Logger.LogWarning("Demo:AllowRemote ist an: Wer diese Adresse erreicht, liest unter /demo das Passwort aller Demo-Konten. Setzen Sie es nur in einem Netz, dem Sie trauen.");
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Netzwerk läuft: {string.Join(" ", app.Urls)}{(demo.Enabled ? " (Uhr, Konten und Postfach der Demo: /demo)" : "")}"));
await app.RunAsync();
return 0;

// Before the site listens: settings that fit, the schema, nobody who has to be gone, accounts.
static async Task PrepareAsync(IServiceProvider services, StoredSettings stored, SiteOptions site, DemoOptions demo)
{
    await using var scope = services.CreateAsyncScope();
    var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
    var engine = services.GetRequiredService<Engine>();
    // Several processes start one after the other: the second finds the schema, the keys, the code and the clock of the first. The lock goes
    // with the process that holds it; a row in the database would stay and block every later start.
    await using var alone = await engine.LockAsync("start", () => Console.WriteLine("Ein anderer Prozess der Seite startet gerade. Dieser wartet, bis er fertig ist."));
    var (wrap, log) = (services.GetService<KeyWrap>(), services.GetRequiredService<ILogger<Engine>>());
    await Storage.AssertKeysAsync(db, engine, wrap, log);
    var accounts = scope.ServiceProvider.GetRequiredService<DemoAccounts>();
    if (await Storage.HasSettingsAsync(db, engine))
    {
        await accounts.AssertDemoDatabaseAsync();
        await stored.LoadAsync(db, services.GetRequiredService<IDataProtectionProvider>());
    }
    // Not before: what the configuration lacks, an organiser may have filled in. Not later: with settings that do not fit, nothing that is
    // stored changes. (Folder, empty database and key may be new by then.)
    SettingsCheck.Run(services, stored);
    await Storage.PrepareAsync(db, engine, services.GetRequiredService<Backups>());
    await Storage.CloseKeysAsync(db, engine, wrap, log);
    services.MakeKeys();
    // Before anything is erased. A demo begins with the same day at each start, however long it was off.
    var memory = scope.ServiceProvider.GetRequiredService<ClockMemory>();
    if (demo.Enabled) await memory.ResetAsync(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, entry: null);
    else await memory.BeginAsync();
    await scope.ServiceProvider.GetRequiredService<ErasedAgain>().RunAsync();
    await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync();
    await accounts.PrepareAsync();
    if (demo.Enabled) await services.GetRequiredService<DemoClock>().PrepareAsync(db);
    await FirstStart.OfferSetupAsync(db, scope.ServiceProvider.GetRequiredService<SetupCode>(), site);
    await services.GetRequiredService<ProcessPulse>().BeginAsync();
}

/// <summary>The composition root; public so that tests can start the whole site.</summary>
public partial class Program;
