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

    private static async Task ForgetStaleMigrationLockAsync(NetzwerkDb db)
    {
        var hasLockTable = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync();
        if (hasLockTable > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock");
    }
}
