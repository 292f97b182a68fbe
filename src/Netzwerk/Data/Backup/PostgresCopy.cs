using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Netzwerk.Data.Engines;

#pragma warning disable CA2100 // The only names that are put into a statement come from the model, the script from the migrations.

namespace Netzwerk.Data.Backup;

/// <summary>
/// A PostgreSQL database as a SQLite file with the same tables, and back: so there is one kind of backup, no program of the server's is
/// needed, and a newer server reads an older backup.
/// </summary>
internal static class PostgresCopy
{
    /// <summary>One consistent moment, while others go on writing.</summary>
    public static async Task MakeAsync(PostgresEngine engine, string file)
    {
        await using var from = engine.Open();
        await using var snapshot = await from.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        if ((await from.Database.GetAppliedMigrationsAsync()).LastOrDefault() is not { } schema)
            throw new DataDirectoryException("In der Datenbank, die ConnectionStrings:Netzwerk nennt, liegt nichts von dieser Seite.");
        if (!from.Database.GetMigrations().Contains(schema, StringComparer.Ordinal))
            throw new DataDirectoryException($"Die Datenbank stammt von einer neueren Version der Seite (Schema {schema}). Nehmen Sie deren Programm zum Sichern.");
        await using var to = Sqlite(file);
        var sameSchema = MigratedTables.OnSqlite(from, to, schema);
        await to.GetService<IMigrator>().MigrateAsync(sameSchema);
        await using (var all = await to.Database.BeginTransactionAsync())
        {
            await new TableCopy(from, schema, to, sameSchema).RunAsync();
            await all.CommitAsync();
        }
        // One file and no log beside it.
        await to.Database.ExecuteSqlAsync($"PRAGMA journal_mode=DELETE");
    }

    /// <summary>Empties the tables of this program's schema and fills them with what the file holds, of the same schema.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> PutBackAsync(NetzwerkDb to, string file)
    {
        await using var from = Sqlite(file);
        var schema = to.Database.GetMigrations().Last();
        await DoAsync(to, $"TRUNCATE {string.Join(", ", MigratedTables.Of(to, schema).Select(table => CopiedTable.Quoted(table.Name)))}");
        return await FillAsync(from, to);
    }

    /// <summary>Makes the tables too; all within the transaction, so that a database that was empty is empty again if it breaks off.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> PutIntoEmptyAsync(NetzwerkDb to, NetzwerkDb from)
    {
        await DoAsync(to, to.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions));
        return await FillAsync(from, to);
    }

    public static NetzwerkDb Sqlite(string file) => new SqliteEngine($"Data Source={file};Pooling=False", file).Open();

    private static async Task<IReadOnlyDictionary<string, long>> FillAsync(NetzwerkDb from, NetzwerkDb to)
    {
        await using var unchanged = await from.Database.BeginTransactionAsync();
        var schema = to.Database.GetMigrations().Last();
        var counts = await new TableCopy(from, from.Database.GetMigrations().Last(), to, schema).RunAsync();
        foreach (var table in MigratedTables.Of(to, schema)) await CountOnAsync(to, table.Name);
        return counts;
    }

    /// <summary>Numbers that the server gives go on behind those that came with the rows.</summary>
    private static async Task CountOnAsync(NetzwerkDb to, string table)
    {
        var numbered = await to.Database.SqlQuery<string>($"SELECT column_name::text AS \"Value\" FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = {table} AND is_identity = 'YES'").ToListAsync();
        foreach (var (name, column) in numbered.Select(column => (CopiedTable.Quoted(table), CopiedTable.Quoted(column))))
            await DoAsync(to, string.Create(CultureInfo.InvariantCulture, $"SELECT setval(pg_get_serial_sequence('{name}', '{column.Trim('"')}'), COALESCE(MAX({column}), 1), MAX({column}) IS NOT NULL) FROM {name}"));
    }

    private static async Task DoAsync(NetzwerkDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
