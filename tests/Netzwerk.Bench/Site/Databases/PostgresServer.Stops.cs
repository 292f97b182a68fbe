using Npgsql;

namespace Netzwerk.Bench.Site.Databases;

public sealed partial class PostgresServer
{
    /// <summary>Where its files lie.</summary>
    public string Data => Path.Combine(_folder, "data");

    /// <param name="crashing">Nothing is written any more, as when the machine loses its power.</param>
    public Task StopAsync(bool crashing = false) => RunAsync("pg_ctl", "stop", "-D", Data, "-w", "-m", crashing ? "immediate" : "fast");

    /// <summary>A database with the table space in which it lies.</summary>
    public void Drop(string database, string tableSpace)
    {
        using var connection = new NpgsqlConnection(ConnectionString("postgres", pooling: false));
        connection.Open();
        connection.Run($"DROP DATABASE \"{database}\" WITH (FORCE)");
        connection.Run($"DROP TABLESPACE \"{tableSpace}\"");
    }

    /// <summary>With the options of its first start, which it keeps in its folder.</summary>
    public async Task StartAgainAsync()
    {
        // What we wrote down for it so far belongs to us.
        if (Environment.IsPrivilegedProcess) await ChildProcess.RunAsync("chown", "postgres", Log);
        await RunAsync("pg_ctl", "restart", "-D", Data, "-w", "-l", Log);
        await ReadyAsync();
    }
}
