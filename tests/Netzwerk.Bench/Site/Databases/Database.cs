using System.Data.Common;

namespace Netzwerk.Bench.Site.Databases;

/// <summary>What one installation stores its data in, looked at from outside.</summary>
public abstract class Database
{
    /// <summary>What the site must be told to use it.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>An open connection, outside of any pool.</summary>
    public abstract DbConnection Open();

    /// <summary>Lets this connection write what the engine would refuse: rows that point to nothing.</summary>
    public abstract void TurnBlind(DbConnection connection);

    /// <summary>What the engine finds damaged, or pointing to nothing; empty is good.</summary>
    public abstract IReadOnlyList<string> Faults(DbConnection connection);

    public long Count(string sql)
    {
        using var connection = Open();
        return connection.Number(sql);
    }

    public int Run(string sql)
    {
        using var connection = Open();
        return connection.Run(sql);
    }
}
