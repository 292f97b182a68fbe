using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Upgrades;

namespace Netzwerk.Tests.Data.Backup;

/// <summary>What is no whole backup of this site changes nothing and says so.</summary>
[UnsupportedOSPlatform("windows")]
[Trait("Engine", "Sqlite")]
public sealed class RefusalTests
{
    [Fact]
    public async Task A_truncated_or_changed_file_is_refused_wherever_it_is_cut()
    {
        using var shelf = new Shelf();
        await using var app = await SiteAsync();
        var bytes = await File.ReadAllBytesAsync((await app.Backups().MakeAsync(BackupReason.Command, shelf.Path)).File);
        using var other = new Shelf();
        var random = new Random(2022);
        for (var i = 0; i < 40; i++)
        {
            var broken = bytes[..random.Next(1, bytes.Length - 8)];
            if (i % 2 == 0)
            {
                broken = [.. bytes];
                for (var hit = 0; hit < 200; hit++) broken[random.Next(bytes.Length)] ^= 0x55;
            }
            await File.WriteAllBytesAsync(shelf.In("broken.tar.gz"), broken);

            var refusal = await Assert.ThrowsAsync<DataDirectoryException>(() => Drill.RestoreAsync(other.Path, shelf.In("broken.tar.gz")));

            Assert.StartsWith("broken.tar.gz ist keine vollständige Sicherung dieser Seite: ", refusal.Message, StringComparison.Ordinal);
        }
        Assert.Empty(Drill.Contents(other.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Kein Archiv")]
    public async Task A_foreign_file_is_refused(string contents)
    {
        using var shelf = new Shelf();
        await File.WriteAllTextAsync(shelf.In("urlaub.jpg"), contents);

        await RefusesAsync(shelf.In("urlaub.jpg"), "Der Inhalt lässt sich nicht lesen");
    }

    [Fact]
    public async Task An_archive_that_writes_elsewhere_is_refused()
    {
        using var shelf = new Shelf();
        await using (var stream = File.Create(shelf.In("evil.tar.gz")))
        await using (var zip = new GZipStream(stream, CompressionLevel.Fastest))
        await using (var tar = new TarWriter(zip))
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "keys/../../evil") { DataStream = new MemoryStream([1]) });

        await RefusesAsync(shelf.In("evil.tar.gz"), "„keys/../../evil“ gehört nicht hinein");
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused()
    {
        using var shelf = new Shelf();
        await using var app = await SiteAsync();
        using (var db = SqlDump.Open(app.DatabaseFile)) SqlDump.Run(db, "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '10.0.0')");
        var made = await app.Backups().MakeAsync(BackupReason.Command, shelf.Path);

        await RefusesAsync(made.File, "Die Sicherung stammt von einer neueren Version der Seite");
        await Assert.ThrowsAsync<DataDirectoryException>(() => app.DbAsync(async db =>
        {
            await Storage.PrepareAsync(db, app.Services.GetRequiredService<Engine>(), app.Backups());
            return 0;
        }));
    }

    [Fact]
    public async Task A_running_site_keeps_its_data()
    {
        using var shelf = new Shelf();
        await using var app = await SiteAsync();
        var made = await app.Backups().MakeAsync(BackupReason.Command, shelf.Path);
        var before = await app.RegistrationsAsync();

        var refusal = await Assert.ThrowsAsync<DataDirectoryException>(() => app.RestoreAsync(made.File));

        Assert.Contains("läuft die Seite noch", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before.Count, (await app.RegistrationsAsync()).Count);
        using var second = new DataDirectory(app.DataFolder);
    }

    [Fact]
    public async Task A_site_does_not_start_on_half_a_restore_and_a_second_try_mends_it()
    {
        using var shelf = new Shelf();
        string file;
        await using (var app = await SiteAsync()) file = (await app.Backups().MakeAsync(BackupReason.Command, shelf.Path)).File;
        await using var again = new TestApp();
        await File.WriteAllTextAsync(Path.Combine(again.DataFolder, "restore.unfinished"), "");

        var refusal = Assert.Throws<DataDirectoryException>(() => new DataDirectory(again.DataFolder));
        Assert.Contains("unterbrochen", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(again.DatabaseFile));
        await again.RestoreAsync(file);

        Assert.Single(await again.RegistrationsAsync());
    }

    private static async Task RefusesAsync(string file, string sentence)
    {
        using var other = new Shelf();
        await File.WriteAllTextAsync(other.In("netzwerk.db"), "what is there");
        var before = Drill.Contents(other.Path);

        var refusal = await Assert.ThrowsAsync<DataDirectoryException>(() => Drill.RestoreAsync(other.Path, file));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Drill.Contents(other.Path));
    }

    private static async Task<TestApp> SiteAsync()
    {
        var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        return app;
    }
}
