using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Backup;

namespace Netzwerk.Data.Engines;

/// <summary>One file. Its locks and its log are files beside it, so it lies on a local disk.</summary>
/// <param name="databaseFile">Of the data directory; the locks lie beside it, wherever the database itself may lie.</param>
public sealed class SqliteEngine(string connectionString, string databaseFile) : Engine(connectionString)
{
    private const int CheckpointTries = 40;

    private readonly SqlitePragmas _pragmas = new();

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    /// <summary>Where the database really lies.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    public override NetzwerkDb Open() => new(OptionsOutside<NetzwerkDb>());

    public override void Configure(DbContextOptionsBuilder options) => options
        // The same statement for a list of any length.
        .UseSqlite(ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(_pragmas);

    public override async Task<IAsyncDisposable> LockAsync(string name, Action? waiting = null) =>
        await DataDirectory.LockFileAsync(Path.Combine(Path.GetDirectoryName(databaseFile)!, name + ".lock"), waiting);

    public override async Task PrepareAsync(NetzwerkDb db)
    {
        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL");
        // A damaged page is told now, before it is copied into backups, and not by the first family that meets it.
        var found = await db.Database.SqlQuery<string>($"SELECT quick_check AS Value FROM pragma_quick_check").ToListAsync();
        if (found is not ["ok"]) throw new SqliteException(found.FirstOrDefault(), 11);
        // A killed migration leaves this row, and EF would wait for it forever. Whoever is here has the lock of the start.
        if (await HasTableAsync(db, "__EFMigrationsLock")) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock");
    }

    public override Task AssertAsync(NetzwerkDb db) => SqlitePragmas.AssertAsync(db);

    /// <summary>Without statistics SQLite looks up an event's rows one by one. It limits the work by itself.</summary>
    public override Task OptimizeAsync(NetzwerkDb db) => db.Database.ExecuteSqlAsync($"PRAGMA optimize=0x10002");

    public override Task CopyToAsync(string file)
    {
        DatabaseCopy.Make(ConnectionString, file);
        return Task.CompletedTask;
    }

    /// <summary>The driver begins each transaction with the lock of the whole database (BEGIN IMMEDIATE).</summary>
    public override Task HoldAsync(NetzwerkDb db, Guid eventId, CancellationToken cancel) => Task.CompletedTask;

    public override async Task<bool> HasTableAsync(NetzwerkDb db, string name) =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = {name}").SingleAsync() > 0;

    /// <summary>Takes the write lock and gives it back.</summary>
    public override async Task ProbeWriteAsync(NetzwerkDb db, int seconds, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandTimeout = seconds;
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync(cancel);
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>SQLite keeps older versions of a page in its log until everything is copied into the database file.</summary>
    public override async Task<bool> ForgetDeletedAsync(NetzwerkDb db)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            // While it waits for readers, SQLite holds the lock of the writers: nobody shall be kept from signing up by somebody's long download.
            command.CommandText = "PRAGMA busy_timeout=0";
            await command.ExecuteNonQueryAsync();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            for (var left = CheckpointTries; left > 0; left--)
            {
                // The first column of the answer says whether somebody was in the way.
                if (Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) == 0) return true;
                await Task.Delay(50);
            }
            return false;
        }
        finally
        {
            try
            {
                await SqlitePragmas.TellAsync(db.Database.GetDbConnection());
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }
    }
}
