using System.Runtime.Versioning;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data.Backup;

[UnsupportedOSPlatform("windows")]
public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_taken_while_families_sign_up_is_one_consistent_moment()
    {
        using var shelf = new Shelf();
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        using var busy = new CancellationTokenSource();
        var crowd = Enumerable.Range(0, 4).Select(who => Task.Run(async () =>
        {
            for (var i = 0; !busy.IsCancellationRequested; i++) await app.RegisterAsync(new Parent($"Vorname {who}", $"Name {i}", $"{who}-{i}@example.org", null), i % 3);
        })).ToList();

        var files = new List<string>();
        try
        {
            for (var i = 0; i < 5; i++) files.Add((await app.Backups().MakeAsync(BackupReason.Command, shelf.Path)).File);
        }
        finally
        {
            await busy.CancelAsync();
            await Task.WhenAll(crowd);
        }

        var counts = new List<long>();
        foreach (var file in files)
        {
            using var folder = new Shelf();
            var database = await Drill.UnpackAsync(file, folder.Path);
            Assert.Equal(Drill.Count(database, "SELECT SUM(SeatsTaken) FROM Events"), Drill.Count(database, "SELECT SUM(1 + FurtherAdults + ChildrenInCare) FROM Registrations WHERE CancelledAt IS NULL"));
            Assert.Equal(0, Drill.Count(database, "SELECT COUNT(*) FROM Registrations r WHERE (SELECT COUNT(*) FROM OutboxMails m WHERE m.RegistrationId = r.Id AND m.Kind = 'confirmation') <> 1"));
            counts.Add(Drill.Count(database, "SELECT COUNT(*) FROM Registrations"));
        }
        Assert.Equal(counts.Order(), counts);
        Assert.True(counts[^1] > counts[0], "Nobody signed up meanwhile.");
    }

    [Fact]
    public async Task The_file_is_the_owner_s_alone_and_nothing_else_stays_behind()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);

        var made = await app.Backups().MakeAsync(BackupReason.Command);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made.File));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(app.Backups().Folder));
        Assert.Equal(made.File, Assert.Single(Directory.EnumerateFileSystemEntries(app.Backups().Folder)));
        Assert.False(Directory.Exists(Path.Combine(app.DataFolder, "backup-work")));
        Assert.Equal(made.File, app.Backups().Last!.File);
    }

    [Fact]
    public async Task A_backup_that_fails_says_why_until_one_succeeds()
    {
        using var shelf = new Shelf();
        await using var app = new TestApp(("Backup:Directory", shelf.In("own/below")));
        await app.RegisterAsync(Cast.Anna);
        await File.WriteAllTextAsync(shelf.In("own"), "");

        var failed = await Assert.ThrowsAsync<DataDirectoryException>(() => app.Backups().MakeAsync(BackupReason.Night));

        Assert.Contains("ist nicht gelungen", failed.Message, StringComparison.Ordinal);
        Assert.Equal(failed.Message, app.Backups().Failure!.Why);
        Assert.Null(app.Backups().Last);
        await app.Backups().MakeAsync(BackupReason.Command, shelf.In("elsewhere"));
        Assert.NotNull(app.Backups().Failure);
        File.Delete(shelf.In("own"));
        await app.Backups().MakeAsync(BackupReason.Command);
        Assert.Null(app.Backups().Failure);
        await File.WriteAllTextAsync(shelf.In("mistyped"), "");
        await Assert.ThrowsAsync<DataDirectoryException>(() => app.Backups().MakeAsync(BackupReason.Command, shelf.In("mistyped/below")));
        Assert.Null(app.Backups().Failure);
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task A_damaged_database_makes_no_backup_and_the_good_one_stays()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var good = await app.Backups().MakeAsync(BackupReason.Command);
        using (var db = Upgrades.SqlDump.Open(app.DatabaseFile)) Upgrades.SqlDump.Run(db, "PRAGMA foreign_keys=OFF; UPDATE Registrations SET EventId = '00000000-0000-0000-0000-000000000001'");

        await Assert.ThrowsAsync<DataDirectoryException>(() => app.Backups().MakeAsync(BackupReason.Command));

        Assert.Equal(good.File, app.Backups().Last!.File);
        Assert.Contains("fehlen Zeilen", app.Backups().Failure!.Why, StringComparison.Ordinal);
    }
}
