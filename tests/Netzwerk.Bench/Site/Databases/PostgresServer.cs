using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Netzwerk.Bench.Site.Databases;

/// <summary>
/// A PostgreSQL server of our own from Debian's package, on a port of this machine: every commit goes to the disk, as in earnest, and pages
/// carry checksums. It ends with us.
/// </summary>
public sealed partial class PostgresServer : IDisposable
{
    private const string Programs = "/usr/lib/postgresql";
    private readonly string _folder;
    private readonly ChildProcess _process;

    private PostgresServer(string folder, int port, ChildProcess process) => (_folder, Port, _process) = (folder, port, process);

    public int Port { get; }

    public int ProcessId => _process.Process.Id;

    /// <summary>All that it said; statements that failed stand in it.</summary>
    public string Log => Path.Combine(_folder, "postgres.log");

    public static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("netzwerk-bench-pg-").FullName;
        var data = Path.Combine(folder, "data");
        if (Environment.IsPrivilegedProcess) await ChildProcess.RunAsync("chown", "postgres", folder);
        await RunAsync("initdb", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums", "-U", "postgres", "-D", data);
        var port = Ports.Free();
        var (program, arguments) = AsPostgres("postgres", "-D", data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300");
        var process = ChildProcess.StartProgram(program, folder, new Dictionary<string, string>(), Path.Combine(folder, "postgres.log"), arguments);
        var server = new PostgresServer(folder, port, process);
        await server.ReadyAsync();
        return server;
    }

    public string ConnectionString(string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Database = database, Username = "postgres", Pooling = pooling }.ToString();

    public PostgresDatabase Create(string name)
    {
        using var connection = new NpgsqlConnection(ConnectionString("postgres", pooling: false));
        connection.Open();
        connection.Run($"CREATE DATABASE \"{name}\"");
        return new PostgresDatabase(this, name);
    }

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) StopAsync().GetAwaiter().GetResult();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Task<string> RunAsync(string program, params string[] arguments)
    {
        var (name, all) = AsPostgres(program, arguments);
        return ChildProcess.RunAsync(name, all);
    }

    /// <summary>It refuses to run as root.</summary>
    private static (string Program, string[] Arguments) AsPostgres(string program, params string[] arguments)
    {
        var newest = Directory.Exists(Programs) ? Directory.EnumerateDirectories(Programs).Order(StringComparer.Ordinal).LastOrDefault() : null;
        var path = newest is null ? program : Path.Combine(newest, "bin", program);
        return Environment.IsPrivilegedProcess ? ("runuser", ["-u", "postgres", "--", path, .. arguments]) : (path, arguments);
    }

    private async Task ReadyAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionString("postgres", pooling: false));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (tries < 300 && !_process.Process.HasExited)
            {
                await Task.Delay(100);
            }
            catch (NpgsqlException trouble)
            {
                throw new InvalidOperationException($"PostgreSQL did not start: {_process.LastWords}", trouble);
            }
        }
    }
}

public static class Ports
{
    public static int Free()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
