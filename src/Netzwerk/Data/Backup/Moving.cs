using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using System.Xml.Linq;
using Netzwerk.Data.Engines;

namespace Netzwerk.Data.Backup;

/// <summary>
/// Takes an installation from SQLite to an empty PostgreSQL database: rows and keys, everything or nothing. The site has to stand still. What
/// is in the data directory stays as it is.
/// </summary>
/// <param name="wrap">Null where no secret is set; then the keys lie in the database in the clear.</param>
public sealed class Moving(string dataDirectory, SqliteEngine source, PostgresEngine target, KeyWrap? wrap)
{
    /// <returns>Rows per table.</returns>
    /// <exception cref="DataDirectoryException">Nothing was changed, and why.</exception>
    public async Task<IReadOnlyDictionary<string, long>> MoveAsync()
    {
        using var directory = DataDirectory.Alone(dataDirectory);
        if (File.Exists(directory.UnfinishedRestore)) throw new DataDirectoryException($"In {directory.Path} wurde das Zurückspielen einer Sicherung unterbrochen. Wiederholen Sie erst das: dotnet Netzwerk.dll restore DATEI.");
        if (DatabaseCopy.Fault(source.File) is { } fault) throw new DataDirectoryException($"So zieht sie nicht um: {fault} ({source.File}).");
        await using var from = source.Open();
        await AssertSchemaAsync(from);
        var keys = Keys(directory);

        await using var alone = await target.LockAsync("start");
        await using var to = target.Open();
        await target.AssertAsync(to);
        await AssertEmptyAsync(to);
        await using var all = await to.Database.BeginTransactionAsync();
        var counts = await PostgresCopy.PutIntoEmptyAsync(to, from);
        to.AddRange(keys);
        SharedKey.Keep(to, LinksKey(directory), wrap);
        await to.SaveChangesAsync();
        await all.CommitAsync();
        return counts;
    }

    private static async Task AssertSchemaAsync(NetzwerkDb from)
    {
        var (known, applied) = (from.Database.GetMigrations().ToList(), (await from.Database.GetAppliedMigrationsAsync()).ToList());
        if (applied.Except(known, StringComparer.Ordinal).Any()) throw new DataDirectoryException("Die SQLite-Datenbank gehört zu einer neueren Version der Seite. Ziehen Sie mit deren Programm um.");
        if (applied.Count < known.Count) throw new DataDirectoryException("Die SQLite-Datenbank ist noch auf einem älteren Stand als dieses Programm. Starten Sie die Seite damit einmal, halten Sie sie wieder an, und ziehen Sie dann um.");
    }

    private static async Task AssertEmptyAsync(NetzwerkDb to)
    {
        var found = await to.Database.SqlQuery<string>($"SELECT relname::text AS \"Value\" FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') ORDER BY relname LIMIT 1").ToListAsync();
        if (found is [var first]) throw new DataDirectoryException($"Die Datenbank, in die umgezogen werden soll, ist nicht leer: Darin gibt es schon {first}. Nennen Sie eine leere.");
    }

    private List<DataProtectionKey> Keys(DataDirectory directory) =>
    [
        .. Directory.EnumerateFiles(directory.Keys, "*.xml").Order(StringComparer.Ordinal).Select(file => new DataProtectionKey
        {
            FriendlyName = Path.GetFileNameWithoutExtension(file),
            Xml = (wrap is null ? XElement.Load(file) : wrap.Close(XElement.Load(file))).ToString(SaveOptions.DisableFormatting),
        }),
    ];

    private static byte[] LinksKey(DataDirectory directory)
    {
        var file = Path.Combine(directory.Keys, "links.key");
        return File.Exists(file) ? directory.LoadOrMakeKey("links.key") : throw new DataDirectoryException($"{file} fehlt: Persönliche Links in verschickten E-Mails gälten nicht mehr. Holen Sie die Datei aus einer Sicherung zurück.");
    }
}
