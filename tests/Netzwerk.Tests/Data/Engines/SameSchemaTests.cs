using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data.Engines;

/// <summary>One model, two sets of migrations, the same tables with the same rules.</summary>
public sealed class SameSchemaTests
{
    private static readonly Engine[] Both = [new SqliteEngine("Data Source=:memory:", ""), new PostgresEngine("Host=127.0.0.1")];

    [Fact]
    public void Both_models_have_the_same_tables_columns_and_rules()
    {
        using var sqlite = Both[0].Open();
        using var postgres = Both[1].Open();

        Assert.Equal(RulesOf(sqlite), RulesOf(postgres));
    }

    [Fact]
    public void The_migrations_of_both_hold_the_whole_model()
    {
        foreach (var engine in Both)
        {
            using var db = engine.Open();
            Assert.False(db.Database.HasPendingModelChanges(), $"dotnet ef migrations add … for {engine.Provider}, see README");
        }
    }

    /// <summary>Asks the database itself, as its migrations made it.</summary>
    [Fact]
    public async Task The_database_holds_what_the_model_says()
    {
        await using var app = new TestApp();
        await app.DbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var connection = db.Database.GetDbConnection();
            var rules = RulesOf(db);

            Assert.Equal(rules.Where(rule => rule.StartsWith("column", StringComparison.Ordinal)), Ask(connection, ColumnsOfSqlite, ColumnsOfPostgres));
            Assert.Equal(rules.Where(rule => rule.StartsWith("unique", StringComparison.Ordinal)), Ask(connection, UniqueInSqlite, UniqueInPostgres));
            Assert.Equal(rules.Where(rule => rule.StartsWith("check", StringComparison.Ordinal)).Select(rule => rule.Split(':')[0]), Ask(connection, ChecksOfSqlite, ChecksOfPostgres));
            return true;
        });
    }

    private const string ColumnsOfSqlite = """
        SELECT 'column ' || t.name || '.' || c.name || CASE WHEN c."notnull" THEN '' ELSE '?' END
        FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '__EF%'
        """;

    private const string ColumnsOfPostgres = """
        SELECT 'column ' || table_name || '.' || column_name || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        """;

    private const string UniqueInSqlite = """
        SELECT 'unique ' || t.name || '(' || (SELECT group_concat(name, ',') FROM pragma_index_info(i.name)) || ')'
        FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table' AND i."unique" AND i.origin = 'c'
        """;

    private const string UniqueInPostgres = """
        SELECT 'unique ' || indrelid::regclass::name || '(' || (SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute WHERE attrelid = indexrelid) || ')'
        FROM pg_index WHERE indisunique AND NOT indisprimary AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
        """;

    private const string ChecksOfSqlite = """
        SELECT 'check ' || substr(rest, 1, instr(rest, '"') - 1) FROM (
            WITH RECURSIVE part(rest) AS (
                SELECT sql FROM sqlite_master WHERE type = 'table'
                UNION ALL SELECT substr(rest, instr(rest, 'CONSTRAINT "CK_') + 12) FROM part WHERE instr(rest, 'CONSTRAINT "CK_') > 0)
            SELECT rest FROM part WHERE rest LIKE 'CK\_%' ESCAPE '\')
        """;

    private const string ChecksOfPostgres = "SELECT 'check ' || conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace";

    private static IEnumerable<string> Ask(DbConnection connection, string sqlite, string postgres) =>
        PostgresServer.Read(connection, PostgresServer.IsWanted ? postgres : sqlite).Select(line => line.Replace("\"", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static List<string> RulesOf(NetzwerkDb db)
    {
        var rules = new List<string>();
        foreach (var table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)
        {
            rules.AddRange(table.Columns.Select(column => $"column {table.Name}.{column.Name}{(column.IsNullable ? "?" : "")}"));
            rules.AddRange(table.Indexes.Where(index => index.IsUnique).Select(index => $"unique {table.Name}({Names(index.Columns)})"));
            rules.AddRange(table.Indexes.Select(index => $"index {table.Name}({Names(index.Columns)})"));
            rules.AddRange(table.CheckConstraints.Select(check => $"check {check.Name}: {check.Sql}"));
            rules.AddRange(table.UniqueConstraints.Select(key => $"key {table.Name}({Names(key.Columns)})"));
            rules.AddRange(table.ForeignKeyConstraints.Select(key => $"reference {table.Name}({Names(key.Columns)}) {key.PrincipalTable.Name} {key.OnDeleteAction}"));
        }
        rules.Sort(StringComparer.Ordinal);
        return rules;
    }

    private static string Names(IEnumerable<IColumn> columns) => string.Join(',', columns.Select(column => column.Name));
}
