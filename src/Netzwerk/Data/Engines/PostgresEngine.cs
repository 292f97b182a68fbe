using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Backup;
using Npgsql;

namespace Netzwerk.Data.Engines;

/// <summary>A server that several processes share. Locks are the server's own and end with the connection that took them.</summary>
public sealed class PostgresEngine(string connectionString) : Engine(connectionString)
{
    public const string ApplicationName = "Netzwerk";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Ten minutes.</summary>
    private const int MostTries = 6_000;

    private readonly RealSigns _realSigns = new();

    /// <param name="connection">As an operator writes it.</param>
    /// <exception cref="DataDirectoryException">It names no database.</exception>
    public static PostgresEngine At(string? connection)
    {
        const string HowTo = "Nennen Sie den Server, zum Beispiel Host=127.0.0.1;Database=netzwerk;Username=netzwerk;Password=…. Siehe README, Abschnitt PostgreSQL.";
        if (string.IsNullOrEmpty(connection)) throw new DataDirectoryException($"ConnectionStrings:Netzwerk fehlt. {HowTo}");
        try
        {
            // So that the server's own list of who is connected says whose connections these are.
            var named = new NpgsqlConnectionStringBuilder(connection);
            named.ApplicationName ??= ApplicationName;
            return new PostgresEngine(named.ToString());
        }
        catch (ArgumentException)
        {
            throw new DataDirectoryException($"Diese Verbindung passt nicht zu PostgreSQL. {HowTo}");
        }
    }

    /// <summary>The same database for a command, whose connections are not taken for the site's.</summary>
    public PostgresEngine ForCommand() => new(new NpgsqlConnectionStringBuilder(ConnectionString) { ApplicationName = ApplicationName + " (Befehl)", Pooling = false }.ToString());

    /// <summary>Is a process of the site connected, from whichever machine, or has it said just now that it lives?</summary>
    public async Task<bool> IsInUseAsync(NetzwerkDb db)
    {
        var alive = TimeProvider.System.GetUtcNow().UtcDateTime - ProcessPulse.Patience;
        if (await HasTableAsync(db, "Processes") && await db.Processes.AnyAsync(process => process.SeenAt > alive)) return true;
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).ApplicationName;
        return await db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = {name}) AS \"Value\"").SingleAsync();
    }

    public override Task CopyToAsync(string file) => PostgresCopy.MakeAsync(this, file);

    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    public override NetzwerkDb Open() => new PostgresDb(OptionsOutside<PostgresDb>());

    public override void Configure(DbContextOptionsBuilder options) =>
        options.UseNpgsql(ConnectionString, npgsql => npgsql.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(_realSigns);

    public override async Task<IAsyncDisposable> LockAsync(string name, Action? waiting = null)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, KeepAlive = 30 }.ToString());
        try
        {
            await connection.OpenAsync();
            await using var take = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtext('Netzwerk'), hashtext($1))", connection) { Parameters = { new() { Value = name } } };
            for (var tries = 1; await take.ExecuteScalarAsync() is not true; tries++)
            {
                if (tries == MostTries) throw new DataDirectoryException($"Ein anderer Prozess hält die Sperre {name} seit zehn Minuten. Beenden Sie ihn und starten Sie die Seite noch einmal.");
                if (tries == 30) waiting?.Invoke();
                await Task.Delay(Pause);
            }
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override Task PrepareAsync(NetzwerkDb db) => Task.CompletedTask;

    public override async Task AssertAsync(NetzwerkDb db)
    {
        await AssertWritableAsync(db);
        await ExpectAsync(db, "server_encoding", "UTF8");
        await ExpectAsync(db, "synchronous_commit", "on", "local", "remote_write", "remote_apply");
    }

    public override Task HoldAsync(NetzwerkDb db, Guid eventId, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT FROM \"Events\" WHERE \"Id\" = {eventId} FOR NO KEY UPDATE", cancel);

    public override async Task<bool> HasTableAsync(NetzwerkDb db, string name) =>
        await db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema() AND tablename = {name}) AS \"Value\"").SingleAsync();

    /// <summary>Takes the weakest lock that writers need. A standby gives it too, so it is asked whether it is one.</summary>
    public override async Task ProbeWriteAsync(NetzwerkDb db, int seconds, CancellationToken cancel)
    {
        await AssertWritableAsync(db);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT set_config('lock_timeout', {seconds + "s"}, true)", cancel);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE \"Registrations\" IN ROW EXCLUSIVE MODE", cancel);
    }

    /// <summary>What no transaction sees any more is taken out of the tables.</summary>
    public override async Task<bool> ForgetDeletedAsync(NetzwerkDb db)
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"VACUUM \"Registrations\", \"Children\", \"RepeatedSignUps\", \"OutboxMails\", \"AskedMails\", \"AspNetUsers\"");
            return true;
        }
        catch (Exception storage) when (StorageTrouble.Is(storage))
        {
            // The erasure itself is done; nobody shall be told otherwise.
            return false;
        }
    }

    private static async Task AssertWritableAsync(NetzwerkDb db)
    {
        if (await db.Database.SqlQuery<string>($"SELECT current_setting('transaction_read_only') AS \"Value\"").SingleAsync() == "on")
            throw new DataDirectoryException("PostgreSQL nimmt hier nichts an: Der Server ist ein Standby, oder er oder die Datenbank ist schreibgeschützt. Nennen Sie in ConnectionStrings:Netzwerk den Hauptserver, oder heben Sie den Schutz auf.");
    }

    private static async Task ExpectAsync(NetzwerkDb db, string setting, params string[] expected)
    {
        var actual = await db.Database.SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").SingleAsync();
        if (!expected.Contains(actual))
            throw new DataDirectoryException($"PostgreSQL meldet {setting}={actual} statt {expected[0]}. Damit gelten die Zusagen der Seite nicht. Siehe README, Abschnitt PostgreSQL.");
    }
}
