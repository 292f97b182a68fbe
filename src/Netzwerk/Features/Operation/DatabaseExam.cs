using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Operation;

/// <summary>Opens the database without making or changing one: whole, as it should be set, of this program's schema.</summary>
internal static class DatabaseExam
{
    private const string What = "Datenbank";

    /// <param name="stored">Gets what organisers edited, so that the other exams look at the settings as the site has them.</param>
    public static async Task<IReadOnlyList<Finding>> LookAsync(string folder, IConfiguration configuration, StoredSettings stored)
    {
        try
        {
            return Engine.From(configuration, Path.Combine(folder, "netzwerk.db")) is PostgresEngine server
                ? await PostgresExam.LookAsync(server, KeyWrap.From(configuration), folder, stored)
                : await LookAsync(folder, configuration.GetConnectionString("Netzwerk"), stored);
        }
        catch (Exception trouble)
        {
            return [new(What, HealthStatus.Unhealthy, StartTrouble.Explain(trouble) ?? $"Sie lässt sich nicht lesen ({trouble.Message}). Halten Sie die Seite an, heben Sie den Datenordner auf und holen Sie die letzte Sicherung zurück.")];
        }
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(string folder, string? connection, StoredSettings stored)
    {
        if (Existing(folder, connection) is not { } engine) return [new(What, HealthStatus.Healthy, "Noch keine; der erste Start legt sie an.")];
        await using var db = engine.Open();
        await db.Database.OpenConnectionAsync();
        var findings = new List<Finding> { await WholeAsync(db), await SchemaAsync(db) };
        if (await Storage.HasSettingsAsync(db, engine)) findings.AddRange(await SettingsAsync(db, DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(folder, "keys")), protection => protection.SetApplicationName("Netzwerk").DisableAutomaticKeyGeneration()), stored));
        return findings;
    }

    /// <summary>What the site remembers of its clock; nothing where it cannot be read, which a finding of its own says.</summary>
    public static async Task<ClockGuard> ClockAsync(string folder, IConfiguration configuration)
    {
        try
        {
            var engine = Engine.From(configuration, Path.Combine(folder, "netzwerk.db")) is PostgresEngine server ? server.ForCommand() : (Engine?)Existing(folder, configuration.GetConnectionString("Netzwerk"));
            return engine is null ? new ClockGuard(TimeProvider.System) : await ClockMemory.GuardOfAsync(engine, TimeProvider.System);
        }
        catch (Exception)
        {
            return new ClockGuard(TimeProvider.System);
        }
    }

    /// <summary>Opens none that is not there.</summary>
    private static SqliteEngine? Existing(string folder, string? connection)
    {
        var text = new SqliteConnectionStringBuilder(connection is { Length: > 0 } ? connection : $"Data Source={Path.Combine(folder, "netzwerk.db")}") { Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        return File.Exists(text.DataSource) && new FileInfo(text.DataSource).Length > 0 ? new SqliteEngine(text.ToString(), text.DataSource) : null;
    }

    private static async Task<Finding> WholeAsync(NetzwerkDb db)
    {
        var (whole, orphans, journal) = (await AskAsync(db, "integrity_check(1)"), await AskAsync(db, "foreign_key_check"), await AskAsync(db, "journal_mode"));
        if (whole != "ok" || orphans is not null)
            return new(What, HealthStatus.Unhealthy, $"Sie ist beschädigt ({whole}{(orphans is null ? "" : $", {orphans} ohne Bezug")}). Halten Sie die Seite an, heben Sie den Datenordner auf und holen Sie die letzte Sicherung zurück.");
        return journal == "wal"
            ? new(What, HealthStatus.Healthy, "Sie ist lesbar und unbeschädigt.")
            : new(What, HealthStatus.Degraded, $"Sie ist unbeschädigt, läuft aber mit journal_mode={journal}. Der nächste Start stellt das um; gelingt es nicht, liegt sie nicht auf einem lokalen Laufwerk.");
    }

    public static async Task<Finding> SchemaAsync(NetzwerkDb db)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        if (applied.Except(known, StringComparer.Ordinal).Any())
            return new("Schema", HealthStatus.Unhealthy, "Die Datenbank gehört zu einer neueren Fassung des Programms. Nehmen Sie diese, oder holen Sie die Sicherung zurück, die vor dem Wechsel gemacht wurde.");
        var pending = known.Except(applied, StringComparer.Ordinal).Count();
        return new("Schema", HealthStatus.Healthy, pending == 0 ? "Es passt zum Programm." : $"{pending} Schritte stehen aus; der nächste Start macht eine Sicherung und holt sie nach.");
    }

    public static async Task<IReadOnlyList<Finding>> SettingsAsync(NetzwerkDb db, IDataProtectionProvider protection, StoredSettings stored)
    {
        await stored.LoadAsync(db, protection);
        var lost = (await db.Settings.Select(setting => setting.Key).ToListAsync()).FindAll(key => StoredSettings.IsSecret(key) && !stored.Holds(key));
        return [.. lost.Select(key => new Finding("Einstellungen", HealthStatus.Unhealthy,
            $"{key} liegt in der Datenbank, ihr Schlüssel fehlt aber. Tragen Sie das Passwort unter „Einstellungen“, „E-Mail“ neu ein oder holen Sie die Schlüssel aus der Sicherung zurück."))];
    }

    /// <returns>The first answer; null when there is none.</returns>
    private static async Task<string?> AskAsync(NetzwerkDb db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The constants above.
        command.CommandText = "PRAGMA " + pragma;
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } answer ? answer : null;
    }
}
