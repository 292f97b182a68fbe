using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>Database, turns, keys, ledger and backups: all that lies in the data directory, and the waiting in front of it.</summary>
public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, DataDirectory directory, StoredSettings stored)
    {
        // By a factory, so that the directory is let go of when the site has stopped.
        services.AddSingleton(_ => directory).AddSingleton(stored);
        var engine = Engine.From(configuration, directory.Database);
        services.AddSingleton(engine);
        engine.BeginModel();
        void Configure(DbContextOptionsBuilder options)
        {
            engine.Configure(options);
            options.AddInterceptors(new ActCount());
        }
        if (engine.Provider == DatabaseProvider.Sqlite)
        {
            directory.MakeDatabaseFile();
            services.AddDbContextPool<NetzwerkDb>(Configure);
        }
        else
        {
            services.AddDbContextPool<NetzwerkDb, PostgresDb>(Configure);
        }
        services.AddScoped<DbContext>(provider => provider.GetRequiredService<NetzwerkDb>());
        services.AddSingleton<TurnGate>().AddSingleton<SignUps>().AddSingleton<GuardedEvents>().AddSingleton<EventChanges>().AddSingleton<SeenEvents>().AddSingleton<Arrivals>().AddSingleton<NetworkCounts>();
        services.AddScoped<EventTurn>().AddScoped<CommonTurn>().AddScoped<Admission>().AddScoped<SettingEdits>();
        services.AddSingleton<ProcessPulse>().AddHostedService(provider => provider.GetRequiredService<ProcessPulse>()).AddHostedService<SettingsWatch>();
        services.AddSingleton<ErasureLedger>().AddSingleton<ClockGuard>().AddScoped<ClockMemory>();
        services.AddKeys(configuration, engine, directory);
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<BackupOptions>, BackupRecipientCheck>();
        services.AddSingleton(provider => new Backups(directory, engine, provider.GetRequiredService<IOptions<BackupOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        return services.AddHostedService<NightlyBackup>();
    }

    /// <summary>
    /// Called while no other process starts: of two that made the first key at once, each would close its cookies and forms with a key that
    /// the other does not look for before the next day.
    /// </summary>
    public static void MakeKeys(this IServiceProvider services)
    {
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Netzwerk.Start").Protect([]);
        // The first family might come while the database takes nothing.
        services.GetRequiredService<PersonalLinks>();
    }

    /// <summary>In files beside SQLite's one; in the database where several processes, perhaps on several machines, need the same keys.</summary>
    private static void AddKeys(this IServiceCollection services, IConfiguration configuration, Engine engine, DataDirectory directory)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptions.Check>();
        var protection = services.AddDataProtection().SetApplicationName("Netzwerk");
        if (engine.Provider == DatabaseProvider.Sqlite)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(directory.Keys));
            services.AddSingleton(new PersonalLinks(directory.LoadOrMakeKey("links.key")));
            return;
        }
        protection.PersistKeysToDbContext<NetzwerkDb>();
        if (KeyWrap.From(configuration) is { } wrap) services.AddSingleton(wrap).Configure<KeyManagementOptions>(keys => keys.XmlEncryptor = wrap);
        services.AddSingleton(provider =>
        {
            using var scope = provider.CreateScope();
            return new PersonalLinks(SharedKey.LoadOrMake(scope.ServiceProvider.GetRequiredService<NetzwerkDb>(), provider.GetService<KeyWrap>()));
        });
    }
}
