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

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
