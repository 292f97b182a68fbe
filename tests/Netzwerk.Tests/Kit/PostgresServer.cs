using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Engines;
using Npgsql;

namespace Netzwerk.Tests.Kit;

/// <summary>
/// A server for this test run only: started with the first test that needs it, ended with the run. Every test gets a database of its own,
/// copied from one that the migrations made.
/// </summary>
public sealed class PostgresServer
{
    private const string Template = "netzwerk_template";
    private static readonly Lazy<PostgresServer> One = new(() => new PostgresServer());
    private static int _databases;

    private readonly PostgresProcess _process = PostgresProcess.Start();
    private readonly string _strategy;

    private PostgresServer()
    {
        using (var connection = new NpgsqlConnection(Connection("postgres")))
        {
            connection.Open();
            // Copying files takes a third of the time; before 15 it is the only way, and has no name.
            _strategy = connection.PostgreSqlVersion.Major >= 15 ? "STRATEGY file_copy" : "";
        }
        Ask($"CREATE DATABASE {Template} TEMPLATE template0");
        using var db = new PostgresEngine(Connection(Template) + ";Pooling=false").Open();
        db.Database.Migrate();
    }

    /// <summary>Does this run stand on PostgreSQL? Said by the environment, so that the same tests run on both engines.</summary>
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("NETZWERK_TEST_ENGINE") == nameof(DatabaseProvider.PostgreSql);

    /// <summary>A database of its own with the schema in it.</summary>
    /// <param name="empty">Without the schema.</param>
    /// <param name="options">For an empty one, as CREATE DATABASE has them, for example <c>LOCALE_PROVIDER icu ICU_LOCALE 'de-DE'</c>.</param>
    /// <returns>Its connection string.</returns>
    public static string NewDatabase(bool empty = false, string options = "")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}_{Environment.ProcessId}");
        One.Value.Ask($"CREATE DATABASE {name} TEMPLATE {(empty ? "template0" : Template)} {One.Value._strategy} {options}");
        return One.Value.Connection(name);
    }

    public static void Drop(string connection)
    {
        using (var pool = new NpgsqlConnection(connection)) NpgsqlConnection.ClearPool(pool);
        One.Value.Ask($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    /// <param name="change">For example <c>SET synchronous_commit = off</c>, for connections from now on.</param>
    public static void Alter(string connection, string change) => One.Value.Ask($"ALTER DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} {change}");

    /// <summary>The tables that hold the word in any column, whatever its type.</summary>
    public static IReadOnlyList<string> TablesWith(string connection, params string[] words)
    {
        using var open = new NpgsqlConnection(connection);
        open.Open();
        return [.. Read(open, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").Where(table =>
            Read(open, $"SELECT 1::text FROM \"{table}\" AS r WHERE EXISTS (SELECT FROM unnest($1) AS word WHERE strpos(r::text, word) > 0) LIMIT 1", words).Count > 0)];
    }

    /// <returns>The first column.</returns>
    public static IReadOnlyList<string> Read(DbConnection connection, string sql, string[]? words = null)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names that the database itself gave.
        command.CommandText = sql;
#pragma warning restore CA2100
        if (words is not null) command.Parameters.Add(new NpgsqlParameter { Value = words });
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read()) found.Add(reader.GetString(0));
        return found;
    }

    private void Ask(string sql)
    {
        using var connection = new NpgsqlConnection(Connection("postgres"));
        connection.Open();
#pragma warning disable CA2100 // Names made above.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private string Connection(string database) => $"Host={_process.Folder};Username=postgres;Database={database};Maximum Pool Size=30;Application Name=Netzwerk";
}
