using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data.Engines;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Upgrades;

namespace Netzwerk.Tests.Start;

public sealed class MigrationLockTests
{
    /// <summary>A process that was killed while it migrated leaves this row, and EF Core would wait for it forever.</summary>
    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task A_stale_migration_lock_never_blocks_a_start()
    {
        await using var app = new TestApp();
        Sample.All[0].PutInto(app.DataFolder);
        using (var db = SqlDump.Open(app.DatabaseFile))
        {
            SqlDump.Run(db, """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            SqlDump.Run(db, "INSERT INTO __EFMigrationsLock VALUES (1, '2022-10-24 08:00:00')");
        }
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "start.lock"), "");

        Assert.NotEmpty(await app.RegistrationsAsync().WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Who_waits_for_another_process_says_so_and_goes_on_when_it_ends()
    {
        await using var app = new TestApp();
        var engine = app.Services.GetRequiredService<Engine>();
        var told = new TaskCompletionSource();
        var other = await engine.LockAsync("start");
        await (await engine.LockAsync("another")).DisposeAsync();

        await using var second = new TestApp(("Site:DataDirectory", app.DataFolder));
        var start = Task.Run(() => second.Services);
        var mine = engine.LockAsync("start", told.SetResult);
        await told.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.False(mine.IsCompleted);
        Assert.False(start.IsCompleted);
        await other.DisposeAsync();

        await (await mine.WaitAsync(TimeSpan.FromMinutes(1))).DisposeAsync();
        await start.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.NotNull(await second.EventAsync());
    }
}
