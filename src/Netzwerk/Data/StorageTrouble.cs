using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Data;

/// <summary>Is it the database that fails: away, full, locked, damaged, read-only?</summary>
public static class StorageTrouble
{
    /// <summary>What may pass by itself, PostgreSQL's provider wraps into an InvalidOperationException.</summary>
    public static bool Is(Exception trouble) => trouble is DbException or DbUpdateException or TimeoutException || (trouble is InvalidOperationException { InnerException: { } inner } && Is(inner));
}
