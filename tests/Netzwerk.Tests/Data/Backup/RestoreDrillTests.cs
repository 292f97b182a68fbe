using System.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data.Backup;

/// <summary>Everything is destroyed and comes back.</summary>
public sealed class RestoreDrillTests
{
    [Fact]
    public async Task After_a_loss_of_everything_rows_links_and_sessions_are_there_again_and_the_erased_are_not()
    {
        using var shelf = new Shelf();
        string file, link, session;
        Dictionary<string, IReadOnlyList<string>> rows;
        await using (var app = new TestApp())
        {
            await app.RegisterAsync(Cast.Anna, 1, new ChildInCare("Ömer", 4, false));
            var erased = await app.RegisterAsync(Cast.Bernd);
            await app.CancelAsync((await app.RegisterAsync(Cast.Dilan)).Id);
            await app.DeliverMailAsync();
            link = app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink!;
            session = await app.SessionAsync(Cast.Organizer);
            await Forms.SubmitAsync(await (await app.SignInAsync(Cast.Organizer)).OpenAsync($"/verwaltung/veranstaltungen/{TestApp.Anniversary}/anmeldungen/{erased.Id}/loeschen"), "Ja, endgültig löschen");
            rows = await app.RowsAsync();
            file = (await app.Backups().MakeAsync(Netzwerk.Data.Backup.BackupReason.Command, shelf.Path)).File;
        }

        await using var again = new TestApp();
        var restored = await again.RestoreAsync(file);

        Assert.Equal(3, restored.Manifest.Rows["Registrations"]);
        Assert.Equal(rows, await again.StillRowsAsync());
        Assert.Contains("Anna", (await again.OpenAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(again, session));
        Assert.Single(await again.RegistrationsAsync(), registration => registration.ErasedAt is not null);
        Assert.DoesNotContain(await again.RegistrationsAsync(), registration => registration.Email == Cast.Bernd.Email);
        await again.RegisterAsync(Cast.Canan);
    }

    [Fact]
    public async Task Who_was_erased_after_the_backup_is_erased_again_before_the_site_listens()
    {
        using var shelf = new Shelf();
        string file, ledger, link;
        await using (var app = new TestApp())
        {
            await app.RegisterAsync(Cast.Anna);
            var erased = await app.RegisterAsync(Cast.Bernd);
            await app.DeliverMailAsync();
            link = app.Inbox.SingleTo(Cast.Bernd.Email).PersonalLink!;
            file = (await app.Backups().MakeAsync(Netzwerk.Data.Backup.BackupReason.Command, shelf.Path)).File;
            await Forms.SubmitAsync(await (await app.SignInAsync(Cast.Organizer)).OpenAsync($"/verwaltung/veranstaltungen/{TestApp.Anniversary}/anmeldungen/{erased.Id}/loeschen"), "Ja, endgültig löschen");
            ledger = await File.ReadAllTextAsync(Path.Combine(app.DataFolder, "erased.ledger"));
        }

        await using var again = new TestApp();
        await File.WriteAllTextAsync(Path.Combine(again.DataFolder, "erased.ledger"), ledger);
        await again.RestoreAsync(file);
        Assert.Single((await again.StillRowsAsync())["Registrations"], row => row.Contains(Cast.Bernd.Email, StringComparison.Ordinal));

        Assert.Equal(Cast.Anna.Email, Assert.Single(await again.RegistrationsAsync(), registration => registration.ErasedAt is null).Email);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await again.OpenAsync(link)).Response.StatusCode);
    }

    [Fact]
    public async Task Signing_in_needs_the_keys_and_links_too()
    {
        using var shelf = new Shelf();
        await using var app = new TestApp();
        var session = await app.SessionAsync(Cast.Organizer);
        await using var stranger = new TestApp();

        Assert.NotEqual(HttpStatusCode.OK, await AskAsync(stranger, session));
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task What_was_there_is_put_aside_and_both_ledgers_hold()
    {
        using var shelf = new Shelf();
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "erased.ledger"), "one\ntwo\n");
        var made = await app.Backups().MakeAsync(Netzwerk.Data.Backup.BackupReason.Command, shelf.Path);
        var folder = Directory.CreateTempSubdirectory("netzwerk-test-").FullName;
        try
        {
            await Drill.RestoreAsync(folder, made.File);
            await File.WriteAllTextAsync(Path.Combine(folder, "erased.ledger"), "two\nthree\n");
            await File.WriteAllTextAsync(Path.Combine(folder, "netzwerk.db-wal"), "of the old database");
            var before = await File.ReadAllBytesAsync(Path.Combine(folder, "netzwerk.db"));

            var restored = await Drill.RestoreAsync(folder, made.File);

            Assert.Equal(["one", "two", "three"], await File.ReadAllLinesAsync(Path.Combine(folder, "erased.ledger")));
            Assert.False(File.Exists(Path.Combine(folder, "netzwerk.db-wal")));
            Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(restored.Aside!, "netzwerk.db")));
            Assert.True(File.Exists(Path.Combine(restored.Aside!, "keys", "links.key")));
            Assert.False(Directory.Exists(Path.Combine(folder, "restore-work")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task A_restore_that_is_cut_off_forgets_nobody_and_the_ledger_beside_the_backups_counts()
    {
        using var shelf = new Shelf();
        using var data = new Shelf();
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "erased.ledger"), "in the backup\n");
        var made = await app.Backups().MakeAsync(Netzwerk.Data.Backup.BackupReason.Command, shelf.Path);
        await File.WriteAllTextAsync(shelf.In("erased.ledger"), "beside it\n");
        await Drill.RestoreAsync(data.Path, made.File);
        await File.WriteAllTextAsync(data.In("erased.ledger"), "here\n");

        // Where the database belongs there is no folder: it ends after everything was put aside.
        await Assert.ThrowsAnyAsync<IOException>(() => Drill.RestoringTo(data.Path, data.In("missing/netzwerk.db")).RestoreAsync(made.File, null));
        Assert.Equal(["beside it", "here", "in the backup"], (await File.ReadAllLinesAsync(data.In("erased.ledger"))).Order(StringComparer.Ordinal));
        await Drill.RestoreAsync(data.Path, made.File);

        Assert.Equal(["beside it", "here", "in the backup"], (await File.ReadAllLinesAsync(data.In("erased.ledger"))).Order(StringComparer.Ordinal));
    }

    private static async Task<HttpStatusCode> AskAsync(TestApp app, string session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/verwaltung");
        request.Headers.Add("Cookie", session);
        using var answer = await app.Browser(followRedirects: false).SendAsync(request);
        return answer.StatusCode;
    }
}
