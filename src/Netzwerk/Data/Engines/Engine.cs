using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Data.Engines;

/// <summary>Where SQLite and PostgreSQL differ. Whatever is not here is said once, in EF Core, and means the same on both.</summary>
public abstract class Engine(string connectionString)
{
    public string ConnectionString { get; } = connectionString;

    public abstract DatabaseProvider Provider { get; }

    /// <summary>Outside the site nobody else tells Identity which tables it has, and contexts of one process share their model.</summary>
    private static readonly ServiceProvider Outside = new ServiceCollection().Configure<IdentityOptions>(SetSchema).BuildServiceProvider();

    /// <summary>A context on this database, outside the site: for commands, examinations and tools.</summary>
    public abstract NetzwerkDb Open();

    /// <summary>Of all that a start needs the model takes longest, and it waits for nothing. Whoever asks for it meanwhile waits for it; what fails, fails there again.</summary>
    public void BeginModel() => _ = Task.Run(() =>
    {
        using var db = Open();
        return db.Model;
    });

    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>Waits until no other process that shares this database holds the lock. It ends with the returned object or with the process, never later.</summary>
    /// <param name="waiting">Called once when somebody else has held it for three seconds.</param>
    public abstract Task<IAsyncDisposable> LockAsync(string name, Action? waiting = null);

    /// <summary>Under the lock of the start, before the schema is looked at.</summary>
    public abstract Task PrepareAsync(NetzwerkDb db);

    /// <summary>The settings without which the promises do not hold.</summary>
    public abstract Task AssertAsync(NetzwerkDb db);

    /// <summary>Lets the engine know how its tables have grown, where it does not see to that itself. At start and every hour.</summary>
    public virtual Task OptimizeAsync(NetzwerkDb db) => Task.CompletedTask;

    /// <summary>All rows of one moment as a SQLite file, while others go on writing.</summary>
    /// <exception cref="DataDirectoryException">There is nothing of this site to copy.</exception>
    public abstract Task CopyToAsync(string file);

    /// <summary>First in a transaction: from here to its end nobody else changes this event or its registrations.</summary>
    public abstract Task HoldAsync(NetzwerkDb db, Guid eventId, CancellationToken cancel);

    public abstract Task<bool> HasTableAsync(NetzwerkDb db, string name);

    /// <summary>Could somebody write now? Asked without writing anything.</summary>
    /// <param name="seconds">How long to wait for whoever writes.</param>
    public abstract Task ProbeWriteAsync(NetzwerkDb db, int seconds, CancellationToken cancel);

    /// <summary>What was deleted shall not lie on the disk until the next busy hour.</summary>
    /// <returns>False when somebody was in the way; the database then does it later by itself.</returns>
    public abstract Task<bool> ForgetDeletedAsync(NetzwerkDb db);

    /// <summary>With passkeys from the start.</summary>
    public static void SetSchema(IdentityOptions identity) => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    protected DbContextOptions<T> OptionsOutside<T>()
        where T : NetzwerkDb
    {
        var options = new DbContextOptionsBuilder<T>().UseApplicationServiceProvider(Outside);
        Configure(options);
        return options.Options;
    }

    /// <exception cref="DataDirectoryException">The settings name no database.</exception>
    public static Engine From(IConfiguration configuration, string databaseFile)
    {
        var provider = configuration.GetValue<DatabaseProvider>($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}");
        var connection = configuration.GetConnectionString("Netzwerk");
        return provider == DatabaseProvider.Sqlite
            ? new SqliteEngine(connection is { Length: > 0 } ? connection : $"Data Source={databaseFile}", databaseFile)
            : PostgresEngine.At(connection);
    }
}
