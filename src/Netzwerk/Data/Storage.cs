using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;

namespace Netzwerk.Data;

/// <summary>Brings the data directory up before the site listens: folder, schema, first contents.</summary>
public static class Storage
{
    /// <summary>The caller holds the lock of the start.</summary>
    public static async Task PrepareAsync(NetzwerkDb db, Engine engine, Backups backups)
    {
        await engine.PrepareAsync(db);
        await MigrateAsync(db, backups);
        await engine.AssertAsync(db);
        await FirstContents.AddAsync(db);
        await AddressKeys.RenewAsync(db);
        await engine.OptimizeAsync(db);
    }

    /// <summary>False on the very first start, and on the first one after an upgrade from a version without stored settings.</summary>
    public static Task<bool> HasSettingsAsync(NetzwerkDb db, Engine engine) => engine.HasTableAsync(db, "Settings");

    /// <summary>
    /// Before data protection looks for its keys and, finding none that it can open, makes new ones: then every sign-in and the mail server's
    /// password would be lost.
    /// </summary>
    /// <exception cref="DataDirectoryException">The keys in the database were wrapped under another secret.</exception>
    public static async Task AssertKeysAsync(NetzwerkDb db, Engine engine, KeyWrap? wrap, ILogger log)
    {
        if (engine.Provider == DatabaseProvider.Sqlite) return;
        if (await HasSettingsAsync(db, engine)) await StoredKeys.AssertAsync(db, wrap);
        if (wrap is null) log.LogWarning("BITTE ANSEHEN: {Trouble}", SharedKey.Unwrapped);
    }

    /// <summary>A secret that came after the first start protects what was made before it too.</summary>
    public static async Task CloseKeysAsync(NetzwerkDb db, Engine engine, KeyWrap? wrap, ILogger log)
    {
        if (engine.Provider == DatabaseProvider.Sqlite || wrap is null) return;
        if (await StoredKeys.CloseAsync(db, wrap) > 0) log.LogWarning("BITTE ANSEHEN: {What}", StoredKeys.ClosedNow);
    }

    /// <summary>Most starts find the schema as it must be, and ask no more: EF's own look costs a tenth of a start.</summary>
    private static async Task MigrateAsync(NetzwerkDb db, Backups backups)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).LastOrDefault() is { } unknown)
            throw new DataDirectoryException($"Die Datenbank stammt von einer neueren Version der Seite (Schema {unknown}). Starten Sie diese, oder spielen Sie eine Sicherung von vor dem Upgrade zurück. Siehe README, Abschnitt Upgrade.");
        if (db.Database.GetMigrations().All(applied.Contains)) return;
        if (applied.Count > 0) await KeepAsync(backups);
        await db.Database.MigrateAsync();
    }

    /// <summary>A database that is about to change can be had back. An empty one has nothing to lose.</summary>
    private static async Task KeepAsync(Backups backups)
    {
        try
        {
            await backups.MakeAsync(BackupReason.Migration);
        }
        catch (DataDirectoryException trouble)
        {
            throw new DataDirectoryException($"Vor dem Upgrade ließ sich die Datenbank nicht sichern, deshalb blieb sie, wie sie war. {trouble.Message}", trouble);
        }
    }
}
