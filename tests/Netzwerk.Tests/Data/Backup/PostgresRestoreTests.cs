using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Tests.Kit;
using Npgsql;

namespace Netzwerk.Tests.Data.Backup;

/// <summary>What is different where the database is a server that several processes share.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class PostgresRestoreTests : IDisposable
{
    private readonly string _database = PostgresServer.NewDatabase();
    private readonly Shelf _shelf = new();

    [Fact]
    public async Task What_was_there_lies_in_a_backup_and_whom_it_knew_as_erased_stays_erased()
    {
        string file;
        Guid erased;
        await using (var app = On(_database))
        {
            erased = (await app.RegisterAsync(Cast.Bernd)).Id;
            file = (await app.Backups().MakeAsync(BackupReason.Command, _shelf.Path)).File;
            await Forms.SubmitAsync(await (await app.SignInAsync(Cast.Organizer)).OpenAsync($"/verwaltung/veranstaltungen/{TestApp.Anniversary}/anmeldungen/{erased}/loeschen"), "Ja, endgültig löschen");
            await app.RegisterAsync(Cast.Canan);
        }
        LetGo();
        // Another machine: its data directory has no ledger of what the first one erased.
        using var elsewhere = new Shelf();

        var restored = await Restoring(elsewhere.Path).RestoreAsync(file, null);

        var aside = Assert.Single(MadeBackup.In(restored.Aside!));
        Assert.Equal(2, Drill.Count(await Drill.UnpackAsync(aside.File, _shelf.In("aside")), "SELECT COUNT(*) FROM Registrations"));
        await using var again = new TestApp([.. Settings(_database), ("Site:DataDirectory", elsewhere.Path)]);
        var only = Assert.Single(await again.RegistrationsAsync());
        Assert.Equal((erased, null), (only.Id, only.Email));
        await again.RegisterAsync(Cast.Canan);
    }

    [Fact]
    public async Task While_a_process_is_connected_from_anywhere_nothing_comes_back()
    {
        await using var app = On(_database);
        await app.RegisterAsync(Cast.Anna);
        var made = await app.Backups().MakeAsync(BackupReason.Command, _shelf.Path);
        using var elsewhere = new Shelf();

        var refusal = await Assert.ThrowsAsync<DataDirectoryException>(() => Restoring(elsewhere.Path).RestoreAsync(made.File, null));

        Assert.Contains("noch ein Prozess der Seite verbunden", refusal.Message, StringComparison.Ordinal);
        Assert.Single(await app.RegistrationsAsync());
    }

    [Fact]
    public async Task Another_secret_another_engine_or_a_row_that_does_not_fit_changes_nothing()
    {
        string file;
        await using (var app = On(_database))
        {
            await app.RegisterAsync(Cast.Anna);
            file = (await app.Backups().MakeAsync(BackupReason.Command, _shelf.Path)).File;
            await app.RegisterAsync(Cast.Bernd);
        }
        LetGo();
        using var elsewhere = new Shelf();

        await RefusesAsync(Restoring(elsewhere.Path, new KeyWrap(new string('x', 40))), file, "Setzen Sie Database:Secret auf den Wert");
        await RefusesAsync(Restoring(elsewhere.Path, null), file, "Setzen Sie Database:Secret auf den Wert");
        await RefusesAsync(Drill.RestoringTo(elsewhere.Path), file, "stammt von PostgreSQL, eingestellt ist SQLite");
        await using (var old = new TestApp(("Database:Provider", "Sqlite"), ("ConnectionStrings:Netzwerk", $"Data Source={_shelf.In("sqlite.db")}")))
        {
            await old.EventAsync();
            file = (await old.Backups().MakeAsync(BackupReason.Command, _shelf.In("sqlite"))).File;
        }
        Drill.LetGo();
        await RefusesAsync(Restoring(elsewhere.Path), file, "stammt von SQLite, eingestellt ist PostgreSQL");
        await using var still = On(_database);
        Assert.Equal(2, (await still.RegistrationsAsync()).Count);
    }

    [Fact]
    public async Task Processes_with_data_directories_of_their_own_make_one_backup_a_night()
    {
        await using var one = On(_database);
        await using var other = On(_database);
        var nights = new[] { one, other, one, other }.Select(app => ActivatorUtilities.CreateInstance<NightlyBackup>(app.Services)).ToList();

        await Task.WhenAll(nights.Select(night => Task.Run(night.TurnAsync)));

        Assert.Single(new[] { one, other }.SelectMany(app => MadeBackup.In(app.Backups().Folder)));
        Assert.NotNull(await one.Backups().LastMadeAsync());
        Assert.Equal(await one.Backups().LastMadeAsync(), await other.Backups().LastMadeAsync());
    }

    /// <summary>A backup before an upgrade is a copy of the older schema in SQLite's words.</summary>
    [Fact]
    public async Task From_the_first_one_on_each_change_has_a_migration_of_the_same_name_on_both_engines()
    {
        await using var there = PostgresEngine.At(_database).Open();
        await using var here = PostgresCopy.Sqlite(_shelf.In("none.db"));
        var migrations = there.Database.GetMigrations().ToList();

        Assert.EndsWith("_SharedState", MigratedTables.OnSqlite(there, here, migrations[0]), StringComparison.Ordinal);
        foreach (var migration in migrations.Skip(1)) Assert.Equal(Name(migration), Name(MigratedTables.OnSqlite(there, here, migration)));
        foreach (var migration in migrations)
            Assert.Equal(Columns(there, migration), Columns(here, MigratedTables.OnSqlite(there, here, migration)));
    }

    [Fact]
    public async Task While_a_process_says_that_it_lives_nothing_comes_back()
    {
        string file;
        await using (var app = On(_database)) file = (await app.Backups().MakeAsync(BackupReason.Command, _shelf.Path)).File;
        LetGo();
        using var elsewhere = new Shelf();
        // Its connections may have another name, or just be closed.
        await SeeProcessAsync(TimeProvider.System.GetUtcNow().UtcDateTime);
        await RefusesAsync(Restoring(elsewhere.Path), file, "noch ein Prozess der Seite verbunden");

        await SeeProcessAsync(TimeProvider.System.GetUtcNow().UtcDateTime - ProcessPulse.Patience);

        await Restoring(elsewhere.Path).RestoreAsync(file, null);
    }

    private async Task SeeProcessAsync(DateTime at)
    {
        await using var db = PostgresEngine.At(_database).ForCommand().Open();
        await db.Processes.ExecuteDeleteAsync();
        db.Add(new SiteProcess { StartedAt = at, SeenAt = at, DecidedUntil = at });
        await db.SaveChangesAsync();
    }

    public void Dispose()
    {
        ClosePool();
        PostgresServer.Drop(_database);
        _shelf.Dispose();
    }

    private static string Name(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static IEnumerable<string> Columns(NetzwerkDb db, string migration) =>
        MigratedTables.Of(db, migration).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {column.IsNullable}")).Order(StringComparer.Ordinal);

    private static (string, string)[] Settings(string database) => [("Database:Provider", "PostgreSql"), ("ConnectionStrings:Netzwerk", database), ("Database:Secret", TestApp.Secret)];

    private static TestApp On(string database) => new(Settings(database));

    private Restoring Restoring(string folder) => Restoring(folder, new KeyWrap(TestApp.Secret));

    private Restoring Restoring(string folder, KeyWrap? wrap) => new(folder, PostgresEngine.At(_database), new BackupOptions(), TimeProvider.System, wrap);

    /// <summary>As a process of its own does at its end; here the site's workers, who say so, are off.</summary>
    private void LetGo()
    {
        ClosePool();
        using var db = PostgresEngine.At(_database).ForCommand().Open();
        db.Processes.ExecuteDelete();
    }

    /// <summary>The driver keeps connections open behind a site that has stopped, as no process of its own would.</summary>
    private void ClosePool()
    {
        using var pool = new NpgsqlConnection(PostgresEngine.At(_database).ConnectionString);
        NpgsqlConnection.ClearPool(pool);
    }

    private static async Task RefusesAsync(Restoring restoring, string file, string sentence) =>
        Assert.Contains(sentence, (await Assert.ThrowsAsync<DataDirectoryException>(() => restoring.RestoreAsync(file, null))).Message, StringComparison.Ordinal);
}
