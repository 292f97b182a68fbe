using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Npgsql;

namespace Netzwerk.Features.Operation;

/// <summary>A PostgreSQL database and what lies in it where SQLite has files beside it: the keys, and when the last backup was made.</summary>
internal static class PostgresExam
{
    private const string Keys = "Schlüssel";
    private const int LockSeconds = 3;

    public static async Task<IReadOnlyList<Finding>> LookAsync(PostgresEngine site, KeyWrap? wrap, string folder, StoredSettings stored)
    {
        var engine = site.ForCommand();
        await using var db = engine.Open();
        await db.Database.OpenConnectionAsync();
        await engine.AssertAsync(db);
        var server = (NpgsqlConnection)db.Database.GetDbConnection();
        var where = $"PostgreSQL {server.PostgreSqlVersion} auf {server.Host}, Datenbank {server.Database}";
        if (!await engine.HasTableAsync(db, "Settings")) return [new("Datenbank", HealthStatus.Healthy, $"{where}: erreichbar und noch leer; der erste Start legt die Tabellen an."), .. Secret(wrap)];
        await engine.ProbeWriteAsync(db, LockSeconds, CancellationToken.None);
        var findings = new List<Finding> { new("Datenbank", HealthStatus.Healthy, $"{where}: liest und schreibt."), await DatabaseExam.SchemaAsync(db) };
        findings.AddRange(Secret(wrap));
        findings.AddRange(await KeysAsync(db, engine, wrap, stored));
        findings.Add(await BackupAsync(db, folder));
        findings.AddRange(Left(folder));
        return findings;
    }

    private static IEnumerable<Finding> Secret(KeyWrap? wrap)
    {
        if (wrap is null) yield return new(Keys, HealthStatus.Degraded, SharedKey.Unwrapped);
    }

    private static async Task<IReadOnlyList<Finding>> KeysAsync(NetzwerkDb db, PostgresEngine engine, KeyWrap? wrap, StoredSettings stored)
    {
        var links = DoctorCommand.Examined(Keys, () => SharedKey.Load(db, wrap) is null
            ? new(Keys, HealthStatus.Healthy, "Der Schlüssel der persönlichen Links fehlt noch; der nächste Start macht ihn.")
            : new(Keys, HealthStatus.Healthy, "Der Schlüssel der persönlichen Links ist da."));
        if (links.Status != HealthStatus.Healthy) return [links];
        try
        {
            await StoredKeys.AssertAsync(db, wrap);
        }
        catch (DataDirectoryException closed)
        {
            return [links, new(Keys, HealthStatus.Unhealthy, closed.Message)];
        }
        await using var services = Protection(engine, wrap);
        var protection = services.GetRequiredService<IDataProtectionProvider>();
        return [links, .. await OpenAsync(db, wrap), KeysExam.Protection(() => protection, "der Datenbank"), .. await DatabaseExam.SettingsAsync(db, protection, stored)];
    }

    private static async Task<IReadOnlyList<Finding>> OpenAsync(NetzwerkDb db, KeyWrap? wrap) => wrap is not null && await StoredKeys.CountOpenAsync(db) is > 0 and var open
        ? [new(Keys, HealthStatus.Degraded, $"{open} Schlüssel in der Datenbank liegen offen, weil sie vor Database:Secret entstanden. Der nächste Start mit Database:Secret verschließt sie.")]
        : [];

    /// <summary>Makes no key: looking changes nothing.</summary>
    private static ServiceProvider Protection(PostgresEngine engine, KeyWrap? wrap)
    {
        var services = new ServiceCollection().AddLogging().AddScoped(_ => engine.Open());
        services.AddDataProtection().SetApplicationName("Netzwerk").DisableAutomaticKeyGeneration().PersistKeysToDbContext<NetzwerkDb>();
        if (wrap is not null) services.AddSingleton(wrap);
        return services.BuildServiceProvider();
    }

    private static async Task<Finding> BackupAsync(NetzwerkDb db, string folder)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var failure = BackupFailure.Read(Path.Combine(folder, "backup-failed"));
        return DoctorCommand.Find("Sicherung", BackupCheck.Judge(await Backups.LastNotedAsync(db, now), failure, await Backups.BegunAsync(db) ?? now, now));
    }

    private static IEnumerable<Finding> Left(string folder)
    {
        var file = Path.Combine(folder, "netzwerk.db");
        if (File.Exists(file) && new FileInfo(file).Length > 0)
            yield return new("Umzug", HealthStatus.Degraded, $"{file} liegt noch da, und darin stehen alle Angaben der Familien von vor dem Umzug. Ist auf PostgreSQL alles angekommen, löschen Sie von Hand {file}* und {Path.Combine(folder, "keys")}.");
    }
}
