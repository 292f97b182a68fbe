using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;

namespace Netzwerk.Tests.Data;

public sealed class SqlitePragmasTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netzwerk-pragmas-").FullName;

    [Fact]
    public async Task Every_connection_is_durable_also_one_that_comes_back_from_the_pool()
    {
        var options = new DbContextOptionsBuilder<NetzwerkDb>()
            .UseSqlite($"Data Source={Path.Combine(_folder, "netzwerk.db")}").AddInterceptors(new SqlitePragmas()).Options;
        await using var first = new NetzwerkDb(options);
        await using var second = new NetzwerkDb(options);
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
