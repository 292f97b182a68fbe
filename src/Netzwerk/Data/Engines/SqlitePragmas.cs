using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Netzwerk.Data.Engines;

/// <summary>
/// What every connection needs, because SQLite forgets it with each: a commit is on the disk before it is answered, foreign keys hold,
/// and what is deleted is overwritten. Waiting for another process's write, SQLite looks again after milliseconds, later ten times a second; the driver
/// alone would look every 150 ms from the start, and a process that starts beside a busy one would hardly ever get in.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA busy_timeout=2000;";

    /// <summary>The driver keeps connections to SQLite open behind ours; those that were told once remember it.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> _told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (_told.TryGetValue(handle, out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        _told.TryAdd(handle, this);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (_told.TryGetValue(handle, out _)) return;
        await TellAsync(connection, cancellationToken);
        _told.TryAdd(handle, this);
    }

    public static async Task TellAsync(DbConnection connection, CancellationToken cancel = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Write-ahead log, full sync, foreign keys: without them the promises do not hold, so the site does not start.</summary>
    public static async Task AssertAsync(NetzwerkDb db)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await ExpectAsync(db, "journal_mode", "wal");
            await ExpectAsync(db, "synchronous", "2");
            await ExpectAsync(db, "foreign_keys", "1");
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task ExpectAsync(NetzwerkDb db, string pragma, string expected)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        var actual = Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        if (actual != expected)
            throw new InvalidOperationException($"SQLite meldet {pragma}={actual} statt {expected}. Liegt die Datenbank auf einem lokalen Laufwerk? Siehe README, Abschnitt Daten.");
    }
}
