using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Engines;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Tests.Data;

[Trait("Engine", "Sqlite")]
public sealed class SqlitePragmasTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netzwerk-pragmas-").FullName;

    [Fact]
    public async Task Every_connection_is_durable_also_one_that_comes_back_from_the_pool()
    {
        var file = Path.Combine(_folder, "netzwerk.db");
        var engine = new SqliteEngine($"Data Source={file}", file);
        await using var first = engine.Open();
        await using var second = engine.Open();
        await first.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL");

        for (var again = 0; again < 3; again++)
        {
            await first.Database.OpenConnectionAsync();
            await SqlitePragmas.AssertAsync(first);
            await SqlitePragmas.AssertAsync(second);
            await first.Database.CloseConnectionAsync();
        }
    }

    [Fact]
    public async Task A_page_that_turned_to_noise_is_found_by_the_start()
    {
        var file = Path.Combine(_folder, "netzwerk.db");
        var engine = new SqliteEngine($"Data Source={file};Pooling=False", file);
        await using (var db = engine.Open()) await db.Database.ExecuteSqlAsync($"CREATE TABLE \"Guests\" (\"Name\" TEXT)");
        await using (var sound = engine.Open()) await engine.PrepareAsync(sound);
        await using (var stream = new FileStream(file, FileMode.Open))
        {
            // The second page is the root of the only table.
            stream.Position = 4096;
            stream.Write(new byte[4096].AsSpan());
        }

        await using var damaged = engine.Open();
        var trouble = await Assert.ThrowsAsync<SqliteException>(() => engine.PrepareAsync(damaged));

        Assert.Contains("Die Datenbank ist beschädigt", StartTrouble.Explain(trouble), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_for_long_keeps_nobody_from_writing_while_what_was_deleted_is_forgotten()
    {
        var file = Path.Combine(_folder, "netzwerk.db");
        var engine = new SqliteEngine($"Data Source={file}", file);
        await using var writer = engine.Open();
        await using var reader = engine.Open();
        await using var forgetful = engine.Open();
        await writer.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL");
        await writer.Database.ExecuteSqlAsync($"CREATE TABLE \"Guests\" (\"Name\" TEXT)");
        await reader.Database.OpenConnectionAsync();
        using var download = ((SqliteConnection)reader.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await reader.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM \"Guests\"").SingleAsync();
        await writer.Database.ExecuteSqlAsync($"INSERT INTO \"Guests\" VALUES ('Anna')");

        var forgetting = Task.Run(() => engine.ForgetDeletedAsync(forgetful));
        for (var guest = 0; guest < 50; guest++) await writer.Database.ExecuteSqlAsync($"INSERT INTO \"Guests\" VALUES ('Bernd')");

        // Forty looks; each that held the writers up would take two seconds more.
        Assert.False(await forgetting.WaitAsync(TimeSpan.FromSeconds(30)));
        await forgetful.Database.OpenConnectionAsync();
        Assert.Equal(2000, await forgetful.Database.SqlQuery<int>($"SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
