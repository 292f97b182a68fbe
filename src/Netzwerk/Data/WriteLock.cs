using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Data;

/// <summary>Can somebody write now? Asked without writing anything.</summary>
public static class WriteLock
{
    /// <summary>Takes SQLite's write lock and gives it back.</summary>
    /// <param name="seconds">How long to wait for it; the driver's own patience is half a minute.</param>
    public static async Task TryAsync(NetzwerkDb db, int seconds, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandTimeout = seconds;
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync(cancel);
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
