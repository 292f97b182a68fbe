using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>Database, turns, keys, ledger and backups: all that lies in the data directory, and the waiting in front of it.</summary>
public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, DataDirectory directory, StoredSettings stored)
    {
        // By a factory, so that the directory is let go of when the site has stopped.
        services.AddSingleton(_ => directory).AddSingleton(stored);
        var connection = configuration.GetConnectionString("Netzwerk") ?? $"Data Source={directory.Database}";
        services.AddDbContextPool<NetzwerkDb>(options => options
            .UseSqlite(connection)
            .AddInterceptors(new SqlitePragmas(), new ActCount()));
        services.AddScoped<DbContext>(provider => provider.GetRequiredService<NetzwerkDb>());
        services.AddSingleton<TurnGate>().AddSingleton<EventChanges>().AddSingleton<Arrivals>();
        services.AddScoped<EventTurn>().AddScoped<Admission>().AddScoped<SettingEdits>();
        services.AddSingleton<ErasureLedger>();
        services.AddSingleton(new PersonalLinks(directory.LoadOrMakeKey("links.key")));
        services.AddDataProtection().SetApplicationName("Netzwerk").PersistKeysToFileSystem(new DirectoryInfo(directory.Keys));
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<BackupOptions>, BackupRecipientCheck>();
        services.AddSingleton(provider => new Backups(directory, connection, provider.GetRequiredService<IOptions<BackupOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        return services.AddHostedService<NightlyBackup>();
    }
}
