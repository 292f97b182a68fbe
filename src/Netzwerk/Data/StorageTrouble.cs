using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Netzwerk.Data;

/// <summary>Is it the database that fails: away, full, locked, damaged, read-only?</summary>
public static class StorageTrouble
{
    private const int SqliteConstraint = 19;

    /// <summary>What may pass by itself, PostgreSQL's provider wraps into an InvalidOperationException.</summary>
    public static bool Is(Exception trouble) => trouble is not RegexMatchTimeoutException && IsAny(trouble);

    /// <summary>The same request will do when the database is well again. A row that breaks its rules is the program's fault.</summary>
    public static bool IsPassing(Exception trouble) => Is(trouble) && !BreaksRule(trouble);

    private static bool IsAny(Exception trouble) => trouble is DbException or DbUpdateException or TimeoutException || (trouble is InvalidOperationException { InnerException: { } inner } && IsAny(inner));

    private static bool BreaksRule(Exception? trouble) => trouble switch
    {
        null => false,
        SqliteException { SqliteErrorCode: SqliteConstraint } => true,
        PostgresException { SqlState: ['2', '3', ..] } => true,
        _ => BreaksRule(trouble.InnerException),
    };
}
