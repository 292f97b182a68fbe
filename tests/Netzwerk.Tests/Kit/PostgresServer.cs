using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Engines;
using Npgsql;

namespace Netzwerk.Tests.Kit;

/// <summary>
/// A server of Debian's package on loopback, for this test run only: started with the first test that needs it, ended with the run. It
/// forgets what a power cut would; nothing here outlives the run anyway.
/// </summary>
public sealed class PostgresServer
{
    private const string Template = "netzwerk_template";
    private static readonly Lazy<PostgresServer> One = new(() => new PostgresServer());
    private static int _databases;

    private readonly string _folder = Directory.CreateTempSubdirectory("netzwerk-postgres-").FullName;
    private readonly int _port = FreePort();

    private PostgresServer()
    {
        if (Environment.IsPrivilegedProcess) Run("chown", "postgres", _folder);
        Run(AsPostgres(Program("initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"));
        // It ends when this process does, however that happens: then "cat" has nothing more to read.
        var server = string.Join(' ', AsPostgres(
            Program("postgres"), "-D", Data, "-p", $"{_port}", "-k", "''", "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=400", "-c", "fsync=off", "-c", "synchronous_commit=on", "-c", "full_page_writes=off"));
        var shell = new ProcessStartInfo("sh", ["-c", $"{server} >'{_folder}/log' 2>&1 & cat; kill -INT $!; wait; rm -rf '{_folder}'"]) { RedirectStandardInput = true };
        Process.Start(shell);
        MakeTemplate();
    }

    /// <summary>Does this run stand on PostgreSQL? Said by the environment, so that the same tests run on both engines.</summary>
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("NETZWERK_TEST_ENGINE") == nameof(DatabaseProvider.PostgreSql);

    private string Data => Path.Combine(_folder, "data");

    /// <summary>A database of its own with the schema in it.</summary>
    /// <returns>Its connection string.</returns>
    public static string NewDatabase(bool empty = false)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}_{Environment.ProcessId}";
        One.Value.Ask($"CREATE DATABASE {name} TEMPLATE {(empty ? "template0" : Template)}");
        return One.Value.Connection(name);
    }

    public static void Drop(string connection)
    {
        using (var pool = new NpgsqlConnection(connection)) NpgsqlConnection.ClearPool(pool);
        One.Value.Ask($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    private void MakeTemplate()
    {
        Ask($"CREATE DATABASE {Template}");
        using var db = new PostgresEngine(Connection(Template) + ";Pooling=false").Open();
        db.Database.Migrate();
    }

    private void Ask(string sql)
    {
        using var connection = new NpgsqlConnection(Connection("postgres"));
        for (var left = 200; ; left--)
        {
            try
            {
                connection.Open();
                break;
            }
            catch (NpgsqlException) when (left > 0)
            {
                // Still starting.
                Thread.Sleep(50);
            }
        }
#pragma warning disable CA2100 // Names made above.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private string Connection(string database) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=30;Application Name=Netzwerk";

    private static string Program(string name) =>
        Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", name)).LastOrDefault(File.Exists) ?? name;

    /// <summary>The server refuses to run as root.</summary>
    private static string[] AsPostgres(params string[] command) => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static void Run(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)}: {said.Result} {complaint}");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
