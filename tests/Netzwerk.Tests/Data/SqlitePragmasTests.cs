using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Engines;

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

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
