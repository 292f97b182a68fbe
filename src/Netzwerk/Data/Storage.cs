using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Data;

/// <summary>Brings the data directory up before the site listens: folder, schema, first contents.</summary>
public static class Storage
{
    public static async Task PrepareAsync(NetzwerkDb db, DataDirectory directory)
    {
        // The operating system lets go of this lock when a process is killed; a row in the database would stay and block every later start.
        await using (await directory.LockAsync("migration.lock"))
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL");
            await ForgetStaleMigrationLockAsync(db);
            await db.Database.MigrateAsync();
            await SqlitePragmas.AssertAsync(db);
            await FirstContents.AddAsync(db);
        }
    }

    /// <summary>False on the very first start, and on the first one after an upgrade from a version without stored settings.</summary>
    public static Task<bool> HasSettingsAsync(NetzwerkDb db) => HasTableAsync(db, "Settings");

    private static async Task ForgetStaleMigrationLockAsync(NetzwerkDb db)
    {
        if (await HasTableAsync(db, "__EFMigrationsLock")) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock");
    }

    private static async Task<bool> HasTableAsync(NetzwerkDb db, string name) =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = {name}").SingleAsync() > 0;
}
