using System.Text.Json;
using Npgsql;

namespace Netzwerk.Data.Backup;

/// <summary>
/// Copies every row of every table from a database of one engine into an empty one of the other, and reads both again to compare them. Both
/// sides are in a transaction of the caller's: what is read is of one moment, and what is written counts altogether or not at all.
/// </summary>
/// <param name="fromSchema">The last migration of that side.</param>
internal sealed class TableCopy(NetzwerkDb from, string fromSchema, NetzwerkDb to, string toSchema)
{
    private const int RowsAtOnce = 50;

    /// <returns>Rows per table.</returns>
    /// <exception cref="DataDirectoryException">A row cannot be kept on the other side, or arrived differently.</exception>
    public async Task<IReadOnlyDictionary<string, long>> RunAsync()
    {
        var targets = MigratedTables.Of(to, toSchema).ToDictionary(table => table.Name, StringComparer.Ordinal);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in MigratedTables.Of(from, fromSchema))
        {
            var columns = table.Columns.Select(column => column.Name).Order(StringComparer.Ordinal).ToList();
            var (source, target) = (new CopiedTable(from, table, columns), new CopiedTable(to, targets[table.Name], columns));
            counts[table.Name] = await CopyAsync(table.Name, source, target);
            await CompareAsync(table.Name, source, target);
        }
        return counts;
    }

    private static async Task<long> CopyAsync(string name, CopiedTable source, CopiedTable target)
    {
        var count = 0L;
        try
        {
            await foreach (var rows in source.ReadAsync().Chunk(RowsAtOnce))
            {
                await target.WriteAsync(rows);
                count += rows.Length;
            }
        }
        // Classes „data exception“ and „integrity constraint violation“; the rest is said by whoever starts the command.
        catch (PostgresException trouble) when (trouble.SqlState is ['2', '2' or '3', ..])
        {
            throw new DataDirectoryException($"Eine Zeile der Tabelle {name} nimmt PostgreSQL nicht an ({trouble.SqlState}: {trouble.MessageText}). Es blieb alles, wie es war.", trouble);
        }
        return count;
    }

    private static async Task CompareAsync(string name, CopiedTable source, CopiedTable target)
    {
        await using var written = target.ReadAsync().GetAsyncEnumerator();
        await foreach (var row in source.ReadAsync())
        {
            if (!await written.MoveNextAsync()) throw Differs(name, "es fehlen Zeilen");
            if (source.Difference(row, written.Current) is { } column) throw Differs(name, $"eine Zeile unterscheidet sich in {column}");
        }
        if (await written.MoveNextAsync()) throw Differs(name, "es sind Zeilen zu viel");
    }

    private static DataDirectoryException Differs(string table, string how) =>
        new($"In der Tabelle {table} steht nach dem Kopieren nicht dasselbe wie vorher: {how}. Es blieb alles, wie es war.");
}

internal static class Json
{
    public static bool Same(string one, string other)
    {
        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }
}
