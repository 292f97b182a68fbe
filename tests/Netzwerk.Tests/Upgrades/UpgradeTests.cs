using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Tests.Data.Backup;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Upgrades;

/// <summary>A database of each schema that was ever released comes up with all its data.</summary>
[Trait("Engine", "Sqlite")]
public sealed class UpgradeTests
{
    public static TheoryData<string> Released => [.. Sample.All.Select(sample => sample.Migration)];

    [Theory]
    [MemberData(nameof(Released))]
    public async Task An_older_installation_comes_up_with_all_its_rows(string migration)
    {
        var sample = Sample.All.Single(candidate => candidate.Migration == migration);
        await using var app = new TestApp();
        sample.PutInto(app.DataFolder);
        var columns = Columns(app.DatabaseFile);
        // Made of the others, and made anew; looked at below.
        columns["Registrations"] = [.. columns["Registrations"].Where(column => column != "SearchKey")];
        var before = Rows(app.DatabaseFile, columns);

        Assert.Contains(Cast.Anna.GivenName, (await app.OpenAsync(sample.Link)).Text, StringComparison.Ordinal);

        var after = Rows(app.DatabaseFile, columns);
        // A lock and a heartbeat end with the process that held them.
        foreach (var (table, rows) in before.Where(table => table.Key is not ("__EFMigrationsLock" or "Processes"))) Assert.Empty(rows.Except(after[table], StringComparer.Ordinal));
        Assert.All((await app.RegistrationsAsync()).Where(r => r.ErasedAt is null), r => Assert.Equal(Registration.SearchKeyOf(r.GivenName!, r.FamilyName!, r.Email!, r.Reference), r.SearchKey));
        Assert.All(await app.DbAsync(db => db.Events.AsNoTracking().ToListAsync()), ev => Assert.Equal((null, ev.Date), (ev.EndsOn, ev.LastDay)));
        Assert.Empty(await app.DbAsync(db => db.Database.GetPendingMigrationsAsync()));
        await app.SignInAsync(Cast.Organizer);
        await app.RegisterAsync(Cast.Canan);
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task Before_it_changes_the_database_a_start_keeps_a_backup_from_which_the_old_one_comes_back(string migration)
    {
        var sample = Sample.All.Single(candidate => candidate.Migration == migration);
        await using var app = new TestApp();
        sample.PutInto(app.DataFolder);
        var before = Drill.Rows(app.DatabaseFile);
        var isCurrent = await app.DbAsync(async db => (await db.Database.GetAppliedMigrationsAsync()).Last()) == migration;

        if (isCurrent)
        {
            Assert.Null(app.Backups().Last);
            return;
        }
        using var folder = new Shelf();
        var restored = await Drill.RestoreAsync(folder.Path, app.Backups().Last!.File);
        Assert.Equal(migration, restored.Manifest.Schema);
        Assert.Equal(Netzwerk.Data.Backup.BackupReason.Migration, restored.Manifest.Reason);
        Assert.Equal(before, Drill.Rows(folder.In("netzwerk.db")));
    }

    [Fact]
    public async Task Without_that_backup_the_database_stays_as_it_was()
    {
        await using var app = new TestApp();
        Sample.All[0].PutInto(app.DataFolder);
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "backups"), "in the way");
        var before = Drill.Rows(app.DatabaseFile);

        var refusal = Assert.ThrowsAny<Exception>(() => app.Services);

        Assert.Contains("Vor dem Upgrade ließ sich die Datenbank nicht sichern", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, Drill.Rows(app.DatabaseFile));
    }

    /// <summary>The newest may still be on its way; whoever adds the next one first keeps a sample of it (see <see cref="SampleMaking"/>).</summary>
    [Fact]
    public async Task Every_released_schema_has_a_sample()
    {
        await using var app = new TestApp();
        var migrations = await app.DbAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()));

        Assert.Empty(migrations.SkipLast(1).Except(Sample.All.Select(sample => sample.Migration), StringComparer.Ordinal));
        Assert.Empty(Sample.All.Select(sample => sample.Migration).Except(migrations, StringComparer.Ordinal));
    }

    private static Dictionary<string, IReadOnlyList<string>> Columns(string database)
    {
        using var connection = SqlDump.Open(database);
        return SqlDump.Tables(connection);
    }

    private static Dictionary<string, IReadOnlyList<string>> Rows(string database, Dictionary<string, IReadOnlyList<string>> columns)
    {
        using var connection = SqlDump.Open(database);
        return columns.ToDictionary(table => table.Key, table => SqlDump.Rows(connection, table.Key, table.Value), StringComparer.Ordinal);
    }
}
