using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Netzwerk.Data.Backup;

/// <summary>
/// The tables of a database as a migration left them, not as this program would have them: before an upgrade the two differ. Both engines
/// have the same tables with the same columns.
/// </summary>
internal static class MigratedTables
{
    /// <returns>Tables that others refer to come before those.</returns>
    public static IReadOnlyList<ITable> Of(NetzwerkDb db, string migration)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        var model = migrations.CreateMigration(migrations.Migrations[migration], db.Database.ProviderName!).TargetModel;
        if (model is IMutableModel unfinished) model = unfinished.FinalizeModel();
        var waiting = db.GetService<IModelRuntimeInitializer>().Initialize(model, designTime: true).GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (waiting.Count > 0)
        {
            var next = waiting.FindAll(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || ordered.Contains(key.PrincipalTable)));
            if (next.Count == 0) throw new InvalidOperationException("Tables refer to each other in a circle, so none can be copied first.");
            ordered.AddRange(next);
            waiting.RemoveAll(next.Contains);
        }
        return ordered;
    }

    /// <summary>
    /// The migration of SQLite with the same schema. PostgreSQL's first one holds what SQLite had come to by then; from there each change has
    /// one migration of the same name on both.
    /// </summary>
    public static string OnSqlite(NetzwerkDb postgres, NetzwerkDb sqlite, string migration)
    {
        var (there, here) = (postgres.Database.GetMigrations().ToList(), sqlite.Database.GetMigrations().ToList());
        return here[^(there.Count - there.IndexOf(migration))];
    }
}
