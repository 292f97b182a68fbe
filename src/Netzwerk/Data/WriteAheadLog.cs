using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Data;

/// <summary>
/// SQLite keeps older versions of a page in its log until everything is copied into the database file. After an erasure that must not
/// wait for the next busy hour.
/// </summary>
public static class WriteAheadLog
{
    private const int Tries = 40;

    /// <returns>False when readers held on to the log all the time; SQLite then empties it later by itself.</returns>
    public static async Task<bool> EmptyAsync(NetzwerkDb db)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            for (var left = Tries; left > 0; left--)
            {
                // The first column of the answer says whether somebody was in the way.
                if (Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) == 0) return true;
                await Task.Delay(50);
            }
            return false;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
