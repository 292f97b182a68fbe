using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Upgrades;

namespace Netzwerk.Tests.Data.Backup;

/// <summary>What the tests of backup and restore do again and again.</summary>
internal static class Drill
{
    public static Backups Backups(this TestApp app) => app.Services.GetRequiredService<Backups>();

    /// <summary>Into a site that was not started yet, on whichever engine the run stands.</summary>
    public static Task<Restored> RestoreAsync(this TestApp app, string file, string? identity = null, DateOnly? erasedUntil = null) => PostgresServer.IsWanted
        ? new Restoring(app.DataFolder, PostgresEngine.At(app.PostgresConnection), new BackupOptions(), TimeProvider.System, new KeyWrap(TestApp.Secret)).RestoreAsync(file, identity, erasedUntil)
        : RestoringTo(app.DataFolder).RestoreAsync(file, identity, erasedUntil);

    public static Task<Restored> RestoreAsync(string dataFolder, string file, string? identity = null) => RestoringTo(dataFolder).RestoreAsync(file, identity);

    /// <summary>Into a SQLite installation.</summary>
    public static Restoring RestoringTo(string dataFolder, string? database = null)
    {
        var file = database ?? Path.Combine(dataFolder, "netzwerk.db");
        return new Restoring(dataFolder, new SqliteEngine($"Data Source={file}", file), new BackupOptions(), TimeProvider.System);
    }

    /// <summary>All rows of all tables of a running site, in SQLite's words.</summary>
    public static async Task<Dictionary<string, IReadOnlyList<string>>> RowsAsync(this TestApp app)
    {
        using var shelf = new Shelf();
        await app.Services.GetRequiredService<Engine>().CopyToAsync(shelf.In("rows.db"));
        return Rows(shelf.In("rows.db"));
    }

    /// <summary>The same before the site starts on it.</summary>
    public static async Task<Dictionary<string, IReadOnlyList<string>>> StillRowsAsync(this TestApp app)
    {
        if (!PostgresServer.IsWanted) return Rows(app.DatabaseFile);
        using var shelf = new Shelf();
        await PostgresEngine.At(app.PostgresConnection).ForCommand().CopyToAsync(shelf.In("rows.db"));
        return Rows(shelf.In("rows.db"));
    }

    /// <returns>The database in a backup.</returns>
    public static async Task<string> UnpackAsync(string file, string folder)
    {
        await BackupArchive.UnpackAsync(file, Path.Combine(folder, "contents"));
        return Path.Combine(folder, "contents", BackupArchive.Database);
    }

    /// <summary>All rows of all tables, but for the notes that a restore makes: when it was, and what may have been mailed since (see <see cref="RestoredMailTests"/>).</summary>
    public static Dictionary<string, IReadOnlyList<string>> Rows(string database)
    {
        using var connection = SqlDump.Open(database);
        return SqlDump.Tables(connection).ToDictionary(table => table.Key, table => Kept(SqlDump.Rows(connection, table.Key, table.Value.Where(column => column != "PossiblyDuplicate"))), StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Kept(IReadOnlyList<string> rows) => [.. rows.Where(row => !row.Contains($"'{StoredSetting.Restored}'", StringComparison.Ordinal))];

    public static long Count(string database, string sql)
    {
        using var connection = SqlDump.Open(database);
        return SqlDump.Count(connection, sql);
    }

    /// <summary>Every file below a folder with what is in it, to see that nothing changed.</summary>
    public static Dictionary<string, string> Contents(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)), StringComparer.Ordinal);

    /// <summary>The driver keeps files open behind a site that has stopped.</summary>
    public static void LetGo() => SqliteConnection.ClearAllPools();
}

/// <summary>A folder for backups that goes with the test.</summary>
internal sealed class Shelf : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("netzwerk-shelf-").FullName;

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
