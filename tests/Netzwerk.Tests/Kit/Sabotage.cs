using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Tests.Kit;

/// <summary>A database that does not do what it is told.</summary>
public static class Sabotage
{
    /// <summary>Says that it is done and changes no row.</summary>
    /// <param name="change"><c>UPDATE</c>, <c>DELETE</c>, or <c>UPDATE OF "Column"</c>.</param>
    public static Task IgnoreAsync(this TestApp app, string change, string table) => app.HookAsync(change, table, "SELECT RAISE(IGNORE);", "RETURN NULL;");

    /// <summary>Fails.</summary>
    public static Task RefuseAsync(this TestApp app, string change, string table) => app.HookAsync(change, table, "SELECT RAISE(ABORT, 'refused');", "RAISE EXCEPTION 'refused';");

    public static Task TakeAgainAsync(this TestApp app, string change, string table) =>
        app.RunAsync($"DROP TRIGGER {NameOf(change)} {(PostgresServer.IsWanted ? $"ON \"{table}\"" : "")}");

    private static Task<int> HookAsync(this TestApp app, string change, string table, string sqlite, string postgres)
    {
        var (name, when) = (NameOf(change), $"BEFORE {change} ON \"{table}\"");
        return app.RunAsync(PostgresServer.IsWanted
            ? $"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {postgres} END $$; CREATE TRIGGER {name} {when} FOR EACH ROW EXECUTE FUNCTION {name}()"
            : $"CREATE TRIGGER {name} {when} BEGIN {sqlite} END");
    }

    private static string NameOf(string change) => "\"Sabotage " + change.Replace("\"", "", StringComparison.Ordinal) + "\"";

    private static Task<int> RunAsync(this TestApp app, string sql) => app.DbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Put together above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync();
    });
}
