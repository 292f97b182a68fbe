using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Netzwerk.Domain;

#pragma warning disable CA2100 // The only names that are put into a statement come from the database's own schema.

namespace Netzwerk.Data.Backup;

/// <summary>A copy of the database that lies apart from the running site.</summary>
internal static class DatabaseCopy
{
    /// <summary>SQLite's online backup: one consistent moment, while others go on writing.</summary>
    public static void Make(string connectionString, string file)
    {
        using var from = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        using var to = Open(file, SqliteOpenMode.ReadWriteCreate);
        from.Open();
        from.BackupDatabase(to);
        // One file and no log beside it.
        Ask(to, "PRAGMA journal_mode=DELETE");
    }

    /// <returns>What is wrong with it, in words; null when all is well.</returns>
    public static string? Fault(string file)
    {
        using var db = Open(file, SqliteOpenMode.ReadOnly);
        if (Ask(db, "PRAGMA integrity_check") is not ["ok"]) return "Die Datenbank darin ist beschädigt";
        return Ask(db, "PRAGMA foreign_key_check").Count > 0 ? "In der Datenbank darin fehlen Zeilen, auf die andere sich beziehen" : null;
    }

    /// <returns>Count per table.</returns>
    public static SortedDictionary<string, long> Rows(string file)
    {
        using var db = Open(file, SqliteOpenMode.ReadOnly);
        return new(Ask(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .ToDictionary(table => table, table => long.Parse(Ask(db, $"SELECT COUNT(*) FROM \"{table}\"")[0], CultureInfo.InvariantCulture), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>
    /// Notes in the copy that it is being put back: what waits in its outbox may have been sent since it was made, and what was due until now may
    /// have been written.
    /// </summary>
    /// <param name="madeAt">When the copy was made.</param>
    public static void MarkRestored(string file, DateTime madeAt, DateTime now)
    {
        using var db = Open(file, SqliteOpenMode.ReadWrite);
        Run(db, "UPDATE OutboxMails SET PossiblyDuplicate = 1 WHERE State IN ('Waiting', 'Sending', 'Unknown')");
        // A copy from before the first settings has no table for them.
        if (Ask(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'Settings'").Count == 0) return;
        Run(db, "INSERT OR REPLACE INTO Settings (Key, Value, ChangedAt, ChangedBy) VALUES ($key, $value, $now, $by)",
            ("$key", StoredSetting.Restored), ("$value", madeAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)), ("$now", DateTime.SpecifyKind(now, DateTimeKind.Unspecified)), ("$by", "restore"));
    }

    /// <summary>The migrations that made it, oldest first; none when the site has never started on it.</summary>
    public static IReadOnlyList<string> Migrations(string file)
    {
        using var db = Open(file, SqliteOpenMode.ReadOnly);
        return Ask(db, "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0 ? [] : Ask(db, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");
    }

    /// <summary>The migrations that this program knows.</summary>
    public static IReadOnlySet<string> KnownMigrations { get; } = typeof(NetzwerkDb).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(NetzwerkDb))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    private static List<string> Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read()) answers.Add(reader.GetString(0));
        return answers;
    }
}
