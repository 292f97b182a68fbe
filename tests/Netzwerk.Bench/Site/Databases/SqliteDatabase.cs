using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Netzwerk.Bench.Site.Databases;

public sealed class SqliteDatabase(string dataDirectory) : Database
{
    public string File { get; } = Path.Combine(dataDirectory, "netzwerk.db");

    public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Database__Provider"] = "Sqlite" };

    public override DbConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false, DefaultTimeout = 60 }.ToString());
        connection.Open();
        return connection;
    }

    public override void TurnBlind(DbConnection connection) => connection.Run("PRAGMA foreign_keys=OFF");

    public override IReadOnlyList<string> Faults(DbConnection connection) =>
    [
        .. connection.Rows("PRAGMA integrity_check", row => row.GetString(0)).Where(said => said != "ok"),
        .. connection.Rows("PRAGMA foreign_key_check", row => $"{row.GetString(0)} points to a missing row of {row.GetString(2)}"),
    ];
}
