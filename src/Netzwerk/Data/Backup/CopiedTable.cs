using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable CA2100 // The only names that are put into a statement come from the model.

namespace Netzwerk.Data.Backup;

/// <summary>One table in one of two databases: reads and writes its rows as values that mean the same in both.</summary>
/// <param name="columns">In the order that both sides agree on.</param>
internal sealed class CopiedTable(NetzwerkDb db, ITable table, IReadOnlyList<string> columns)
{
    private readonly IReadOnlyList<Column> _columns = [.. columns.Select(name => new Column(table.FindColumn(name)!))];

    private string List => string.Join(", ", columns.Select(Quoted));

    /// <summary>In the order of the key, which is the same on both engines.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync()
    {
        await using var command = Command();
        command.CommandText = $"SELECT {List} FROM {Quoted(table.Name)} ORDER BY {string.Join(", ", table.PrimaryKey!.Columns.Select(column => Quoted(column.Name)))}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) yield return [.. _columns.Select((column, ordinal) => column.Read(reader, ordinal))];
    }

    /// <summary>In one statement.</summary>
    public async Task WriteAsync(IReadOnlyList<object?[]> rows)
    {
        await using var command = Command();
        var values = rows.Select((row, number) => $"({string.Join(", ", row.Select((value, ordinal) => _columns[ordinal].Write(command, $"@r{number}_{ordinal}", value)))})").ToList();
        command.CommandText = $"INSERT INTO {Quoted(table.Name)} ({List}) VALUES {string.Join(", ", values)}";
        await command.ExecuteNonQueryAsync();
    }

    /// <returns>The first column in which the rows differ; null when they are equal.</returns>
    public string? Difference(object?[] one, object?[] other)
    {
        for (var ordinal = 0; ordinal < columns.Count; ordinal++)
            if (!_columns[ordinal].Same(one[ordinal], other[ordinal])) return columns[ordinal];
        return null;
    }

    private DbCommand Command()
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = 0;
        return command;
    }

    internal static string Quoted(string name) => $"\"{name}\"";

    private sealed class Column(IColumn column)
    {
        private readonly RelationalTypeMapping _type = column.StoreTypeMapping;
        private readonly MethodInvoker _read = MethodInvoker.Create(column.StoreTypeMapping.GetDataReaderMethod());

        /// <summary>A document that belongs to no property of its own.</summary>
        private readonly bool _isJson = column.PropertyMappings.Count == 0;

        public object? Read(DbDataReader reader, int ordinal)
        {
            if (reader.IsDBNull(ordinal)) return null;
            if (_isJson) return reader.GetString(ordinal);
            var value = _read.Invoke(reader, ordinal)!;
            return Plain(_type.Converter is { } converter ? converter.ConvertFromProvider(value)! : value);
        }

        /// <returns>The name of the parameter that was added.</returns>
        public string Write(DbCommand command, string name, object? value)
        {
            command.Parameters.Add(_type.CreateParameter(command, name, value, nullable: true));
            return name;
        }

        public bool Same(object? one, object? other) => (one, other) switch
        {
            (byte[] bytes, byte[] others) => bytes.AsSpan().SequenceEqual(others),
            // PostgreSQL puts the members of a document into an order of its own.
            (string text, string otherText) when _isJson => Json.Same(text, otherText),
            _ => Equals(one, other),
        };

        /// <summary>Instants are UTC and cut to the microseconds that PostgreSQL keeps; a sign that it refuses becomes what <see cref="Engines.RealSigns"/> makes of it.</summary>
        private static object Plain(object value) => value switch
        {
            DateTime instant => Cut(instant),
            DateTimeOffset instant => new DateTimeOffset(Cut(instant.UtcDateTime)),
            string text => text.Replace('\0', '\uFFFD'),
            _ => value,
        };

        private static DateTime Cut(DateTime instant) => new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
    }
}
