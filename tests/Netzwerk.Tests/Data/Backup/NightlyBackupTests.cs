using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data.Backup;

public sealed class NightlyBackupTests
{
    /// <summary>2 March 2026, 10:00 in Berlin.</summary>
    [Fact]
    public async Task One_each_night_at_three_in_Berlin_and_made_up_after_a_night_off()
    {
        await using var app = new ClockedApp();
        var night = ActivatorUtilities.CreateInstance<NightlyBackup>(app.Services);

        await night.TurnAsync();
        var first = app.Backups().Last!;
        Assert.Equal(new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc), first.MadeAt);

        app.SystemClock.Advance(new TimeSpan(16, 59, 59));
        await night.TurnAsync();
        Assert.Equal(first, app.Backups().Last);
        app.SystemClock.Advance(TimeSpan.FromSeconds(1));
        await night.TurnAsync();
        await night.TurnAsync();
        Assert.Equal(new DateTime(2026, 3, 3, 2, 0, 0, DateTimeKind.Utc), app.Backups().Last!.MadeAt);

        app.SystemClock.Advance(TimeSpan.FromHours(60));
        await night.TurnAsync();
        Assert.Equal(3, Directory.GetFiles(app.Backups().Folder).Length);
        Assert.Equal(3, (await app.DbAsync(db => Task.FromResult(db.Audit.Count(entry => entry.Act == AuditAct.BackupMade)))));
    }

    [Fact]
    public async Task Two_processes_make_one()
    {
        await using var app = new ClockedApp();
        var nights = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<NightlyBackup>(app.Services)).ToList();

        await Task.WhenAll(nights.Select(night => Task.Run(night.TurnAsync)));

        Assert.Single(Directory.GetFiles(app.Backups().Folder));
    }

    [Fact]
    public async Task After_a_failure_it_rests_for_an_hour()
    {
        await using var app = new ClockedApp();
        var night = ActivatorUtilities.CreateInstance<NightlyBackup>(app.Services);
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "backups"), "in the way");

        await Assert.ThrowsAsync<DataDirectoryException>(night.TurnAsync);
        await night.TurnAsync();
        File.Delete(Path.Combine(app.DataFolder, "backups"));
        await night.TurnAsync();
        Assert.Null(app.Backups().Last);
        app.SystemClock.Advance(TimeSpan.FromHours(1));
        await night.TurnAsync();

        Assert.NotNull(app.Backups().Last);
        Assert.Null(app.Backups().Failure);
    }

    [Fact]
    public async Task A_file_from_the_future_keeps_no_night_from_its_backup_and_the_work_of_a_killed_restore_goes()
    {
        await using var app = new ClockedApp();
        await app.EventAsync();
        var night = ActivatorUtilities.CreateInstance<NightlyBackup>(app.Services);
        Directory.CreateDirectory(app.Backups().Folder);
        await File.WriteAllTextAsync(Path.Combine(app.Backups().Folder, "netzwerk-2099-01-01-000000Z.tar.gz"), "");
        var work = Directory.CreateDirectory(Path.Combine(app.DataFolder, "restore-work", "contents"));
        await File.WriteAllTextAsync(Path.Combine(work.FullName, "netzwerk.db"), "in the clear");

        await night.TurnAsync();

        Assert.Equal(app.SystemClock.GetUtcNow().UtcDateTime, app.Backups().Last!.MadeAt);
        Assert.False(Directory.Exists(Path.Combine(app.DataFolder, "restore-work")));
    }

    [Fact]
    public async Task Nothing_is_kept_longer_than_thirty_days_and_the_newest_longer_than_set()
    {
        await using var app = new ClockedApp(("Backup:KeepDays", "7"));
        var backups = app.Backups();
        await app.EventAsync();
        await backups.MakeAsync(BackupReason.Night);
        app.SystemClock.Advance(TimeSpan.FromDays(1));
        var newest = await backups.MakeAsync(BackupReason.Night);
        var aside = Directory.CreateDirectory(Path.Combine(app.DataFolder, "before-restore-2026-03-02-090000Z"));

        app.SystemClock.Advance(TimeSpan.FromDays(6));
        backups.ForgetOld(new ClockGuard(app.SystemClock));
        Assert.Equal(2, Directory.GetFiles(backups.Folder).Length);
        app.SystemClock.Advance(TimeSpan.FromSeconds(1));
        backups.ForgetOld(new ClockGuard(app.SystemClock));
        Assert.Equal(newest.File, Assert.Single(Directory.GetFiles(backups.Folder)));
        Assert.False(Directory.Exists(aside.FullName));
        app.SystemClock.Advance(TimeSpan.FromDays(23));
        backups.ForgetOld(new ClockGuard(app.SystemClock));
        Assert.Single(Directory.GetFiles(backups.Folder));
        app.SystemClock.Advance(TimeSpan.FromDays(1));
        backups.ForgetOld(new ClockGuard(app.SystemClock));
        Assert.Empty(Directory.GetFiles(backups.Folder));
    }
}
