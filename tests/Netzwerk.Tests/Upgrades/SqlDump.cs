using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

#pragma warning disable CA2100 // The names come from the database's own schema.

namespace Netzwerk.Tests.Upgrades;

/// <summary>A database as text, and its rows for comparing.</summary>
internal static class SqlDump
{
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <returns>Statements that make the same database again: tables, rows, then indexes.</returns>
    public static string Write(SqliteConnection connection)
    {
        var script = new StringBuilder();
        foreach (var sql in Ask(connection, "SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")) script.Append(sql).Append(";\n");
        foreach (var (table, columns) in Tables(connection))
            foreach (var row in Rows(connection, table, columns)) script.Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{table}\" VALUES ({row});\n");
        foreach (var sql in Ask(connection, "SELECT sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL ORDER BY name")) script.Append(sql).Append(";\n");
        return script.ToString();
    }

    public static Dictionary<string, IReadOnlyList<string>> Tables(SqliteConnection connection) =>
        Ask(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            .ToDictionary(table => table, table => (IReadOnlyList<string>)Ask(connection, $"SELECT name FROM pragma_table_info('{table}')"), StringComparer.Ordinal);

    /// <returns>Each row as SQL literals, sorted.</returns>
    public static IReadOnlyList<string> Rows(SqliteConnection connection, string table, IEnumerable<string> columns) =>
        Ask(connection, $"SELECT {string.Join(" || ',' || ", columns.Select(column => $"quote(\"{column}\")"))} FROM \"{table}\" ORDER BY 1");

    public static long Count(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
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
