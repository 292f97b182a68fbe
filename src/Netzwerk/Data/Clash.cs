using Microsoft.Data.Sqlite;
using Npgsql;

namespace Netzwerk.Data;

/// <summary>Somebody else, perhaps in another process, stored the same at the same moment: nothing is broken, and looking again shows who won.</summary>
public static class Clash
{
    private const int SqliteUnique = 2067, SqlitePrimaryKey = 1555;

    /// <summary>EF wraps what the driver says, at times twice.</summary>
    public static bool Is(Exception? trouble) => trouble switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => true,
        _ => Is(trouble.InnerException),
    };
}
