using System.Data.Common;
using Npgsql;

namespace Netzwerk.Bench.Site.Databases;

public sealed class PostgresDatabase(PostgresServer server, string name) : Database
{
    private const string ForeignKeys = """
        SELECT conrelid::regclass::text, confrelid::regclass::text,
          (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]),
          (SELECT attname FROM pg_attribute WHERE attrelid = confrelid AND attnum = confkey[1])
        FROM pg_constraint WHERE contype = 'f'
        """;

    private const string Damage = """
        SELECT c.oid::regclass::text || ': ' || damage.msg
        FROM pg_class c CROSS JOIN LATERAL verify_heapam(c.oid) damage WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        """;

    public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Database__Provider"] = "PostgreSql",
        ["ConnectionStrings__Netzwerk"] = server.ConnectionString(name, pooling: true),
        ["Database__Secret"] = "secret of the bench, long enough for a key",
    };

    public string Name => name;

    /// <summary>Holds the server's data, and belongs to whom it runs as.</summary>
    public string ServerFolder => Path.GetDirectoryName(server.Data)!;

    /// <summary>Destroys it; an empty one has its name.</summary>
    public void Recreate()
    {
        using var connection = new NpgsqlConnection(server.ConnectionString("postgres", pooling: false));
        connection.Open();
        connection.Run($"DROP DATABASE \"{name}\" WITH (FORCE)");
        connection.Run($"CREATE DATABASE \"{name}\"");
    }

    public override DbConnection Open()
    {
        var connection = new NpgsqlConnection(server.ConnectionString(name, pooling: false));
        connection.Open();
        return connection;
    }

    public override void TurnBlind(DbConnection connection) => connection.Run("SET session_replication_role = replica");

    /// <summary>Heap pages and B-trees against each other (amcheck), then every foreign key by hand.</summary>
    public override IReadOnlyList<string> Faults(DbConnection connection)
    {
        connection.Run("CREATE EXTENSION IF NOT EXISTS amcheck");
        var faults = connection.Rows(Damage, row => row.GetString(0)).ToList();
        foreach (var index in connection.Rows("SELECT c.oid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'btree' AND c.relnamespace = 'public'::regnamespace", row => row.GetString(0)).ToList())
        {
            try
            {
                connection.Run($"SELECT bt_index_check('{index}', true)");
            }
            catch (PostgresException damaged)
            {
                faults.Add(damaged.MessageText);
            }
        }
        foreach (var (from, to, key, target) in connection.Rows(ForeignKeys, row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3))).ToList())
        {
            var orphans = connection.Number($"SELECT COUNT(*) FROM {from} f WHERE f.\"{key}\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {to} t WHERE t.\"{target}\" = f.\"{key}\")");
            if (orphans > 0) faults.Add($"{orphans} rows of {from} point to missing rows of {to}");
        }
        return faults;
    }
}
