using System.Data.Common;
using System.Globalization;

#pragma warning disable CA2100 // The statements are the bench's own, written down beside their use.

namespace Netzwerk.Bench.Site.Databases;

/// <summary>Plain SQL on both engines: names in double quotes, values as literals or as @p0, @p1, …</summary>
public static class Sql
{
    public static IEnumerable<T> Rows<T>(this DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }

    public static long Number(this DbConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
    }

    public static int Run(this DbConnection connection, string sql, params object?[] values)
    {
        using var command = Command(connection, sql);
        foreach (var (index, value) in values.Index())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{index}", value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
        return command.ExecuteNonQuery();
    }

    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? Whole(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    /// <summary>UTC.</summary>
    public static DateTime? Instant(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
