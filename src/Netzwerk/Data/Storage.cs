using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Backup;

namespace Netzwerk.Data;

/// <summary>Brings the data directory up before the site listens: folder, schema, first contents.</summary>
public static class Storage
{
    public static async Task PrepareAsync(NetzwerkDb db, DataDirectory directory, Backups backups)
    {
        // The operating system lets go of this lock when a process is killed; a row in the database would stay and block every later start.
        await using (await directory.LockAsync("migration.lock", () => Console.WriteLine($"Ein anderer Prozess bereitet gerade die Datenbank in {directory.Path} vor. Der Start wartet, bis er fertig ist.")))
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL");
            await ForgetStaleMigrationLockAsync(db);
            await KeepBeforeMigrationAsync(db, backups);
            await db.Database.MigrateAsync();
            await SqlitePragmas.AssertAsync(db);
            await FirstContents.AddAsync(db);
        }
    }

    /// <summary>False on the very first start, and on the first one after an upgrade from a version without stored settings.</summary>
    public static Task<bool> HasSettingsAsync(NetzwerkDb db) => HasTableAsync(db, "Settings");

    /// <summary>A database that is about to change can be had back. An empty one has nothing to lose.</summary>
    private static async Task KeepBeforeMigrationAsync(NetzwerkDb db, Backups backups)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).LastOrDefault() is { } unknown)
            throw new DataDirectoryException($"Die Datenbank stammt von einer neueren Version der Seite (Schema {unknown}). Starten Sie diese, oder spielen Sie eine Sicherung von vor dem Upgrade zurück. Siehe README, Abschnitt Upgrade.");
        if (applied.Count == 0 || !(await db.Database.GetPendingMigrationsAsync()).Any()) return;
        try
        {
            await backups.MakeAsync(BackupReason.Migration);
        }
        catch (DataDirectoryException trouble)
        {
            throw new DataDirectoryException($"Vor dem Upgrade ließ sich die Datenbank nicht sichern, deshalb blieb sie, wie sie war. {trouble.Message}", trouble);
        }
    }

    private static async Task ForgetStaleMigrationLockAsync(NetzwerkDb db)
    {
        if (await HasTableAsync(db, "__EFMigrationsLock")) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock");
    }

    private static async Task<bool> HasTableAsync(NetzwerkDb db, string name) =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = {name}").SingleAsync() > 0;
}
