using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>A hash of all rows of each table, whatever their order, to see that nothing was lost or changed.</summary>
public static class RowHashes
{
    public static IReadOnlyDictionary<string, string> Of(Database database)
    {
        using var connection = database.Open();
        var tables = connection.Rows(database is SqliteDatabase
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'", row => row.GetString(0)).Where(name => name != "__EFMigrationsLock").ToList();
        return tables.ToDictionary(table => table, table => Hash(connection, table));
    }

    /// <returns>The tables that are not the same in both.</returns>
    public static IReadOnlyList<string> Differences(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right) =>
        [.. left.Keys.Union(right.Keys).Where(table => left.GetValueOrDefault(table) != right.GetValueOrDefault(table))];

    private static string Hash(DbConnection connection, string table)
    {
        // Only a restore notes when it was.
        var restored = table == "Settings" ? " WHERE \"Key\" <> 'Done:Restored'" : "";
        var rows = connection.Rows($"SELECT * FROM \"{table}\"{restored}", row => string.Join('\u001F', Enumerable.Range(0, row.FieldCount).Select(column => row.IsDBNull(column) ? "\0" : Text(row.GetValue(column))))).Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001E', rows))));
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
