using Netzwerk.Data.Engines;
using Netzwerk.Domain;

namespace Netzwerk.Data.Backup;

/// <summary>
/// Brings a backup back where nothing of the site runs. Nothing there is touched before the backup proved whole; then what was there is put
/// aside, never overwritten.
/// </summary>
/// <param name="wrap">Opens the keys that lie in a PostgreSQL database; null where no secret is set.</param>
public sealed class Restoring(string dataDirectory, Engine engine, BackupOptions options, TimeProvider clock, KeyWrap? wrap = null)
{
    internal const string AsidePrefix = "before-restore-", Work = "restore-work";

    /// <param name="identity">File with the private key; only for an encrypted backup.</param>
    /// <param name="erasedUntil">What a retention erased after this day, by a clock that was wrong, comes back. Without one nobody who was erased does.</param>
    /// <exception cref="DataDirectoryException">Nothing was changed, and why.</exception>
    public async Task<Restored> RestoreAsync(string file, string? identity, DateOnly? erasedUntil = null)
    {
        if (!File.Exists(file)) throw new DataDirectoryException($"Die Datei {file} gibt es nicht.");
        using var directory = DataDirectory.Alone(dataDirectory);
        var work = directory.In(Work);
        Remove(work);
        try
        {
            DataDirectory.MakeFolder(work);
            var contents = Path.Combine(work, "contents");
            var manifest = await BackupArchive.UnpackAsync(await DecryptedAsync(file, identity, work), contents);
            var database = Path.Combine(contents, BackupArchive.Database);
            AssertFits(manifest, database);
            DatabaseCopy.MarkRestored(database, manifest.MadeAt, clock.GetUtcNow().UtcDateTime);
            var second = Beside(options.Directory);
            string?[] ledgers = [Path.Combine(contents, BackupArchive.Ledger), Beside(Path.GetDirectoryName(Path.GetFullPath(file))), second];
            var leftOut = 0;
            // First, and never put aside: a restore that is cut off later must not forget who was erased.
            void KeepErased(string? known)
            {
                leftOut = ErasureLedger.Merge(directory.ErasureLedger, erasedUntil, [.. ledgers, known]);
                // Else the next restore would erase them after all.
                if (erasedUntil is not null && File.Exists(second)) ErasureLedger.Merge(second, erasedUntil);
            }
            string? aside;
            if (engine is PostgresEngine postgres)
            {
                aside = await new PostgresRestore(directory, postgres, options, clock, wrap).PutBackAsync(database, Aside(directory), KeepErased);
            }
            else
            {
                KeepErased(known: null);
                aside = Swap(directory, contents);
            }
            return new Restored(manifest, aside, leftOut, ErasureLedger.CountLater(directory.ErasureLedger, BerlinTime.DateOf(clock.GetUtcNow().UtcDateTime)));
        }
        finally
        {
            Remove(work);
        }
    }

    private void AssertFits(BackupManifest manifest, string database)
    {
        var unknown = DatabaseCopy.Migrations(database).LastOrDefault(migration => !DatabaseCopy.KnownMigrations.Contains(migration));
        if (unknown is not null) throw new DataDirectoryException($"Die Sicherung stammt von einer neueren Version der Seite ({manifest.Program}, Schema {unknown}). Nehmen Sie deren Programm zum Zurückspielen.");
        if (manifest.Engine == engine.Provider) return;
        throw new DataDirectoryException(engine.Provider == DatabaseProvider.PostgreSql
            ? "Die Sicherung stammt von SQLite, eingestellt ist PostgreSQL. Spielen Sie sie mit Database:Provider=Sqlite in einen eigenen Datenordner zurück, starten Sie die Seite dort einmal, und ziehen Sie dann mit „dotnet Netzwerk.dll move“ in eine leere Datenbank um."
            : "Die Sicherung stammt von PostgreSQL, eingestellt ist SQLite. Setzen Sie Database:Provider=PostgreSql und ConnectionStrings:Netzwerk auf eine Datenbank, dann spielen Sie sie dorthin zurück.");
    }

    private static async Task<string> DecryptedAsync(string file, string? identity, string work)
    {
        if (!Age.IsEncrypted(file)) return file;
        if (identity is null) throw new DataDirectoryException($"{Path.GetFileName(file)} ist verschlüsselt. Nennen Sie die Datei mit dem privaten Schlüssel: --identity DATEI.");
        if (!File.Exists(identity)) throw new DataDirectoryException($"Die Datei {identity} gibt es nicht. Sie enthält den privaten Schlüssel.");
        var archive = Path.Combine(work, "archive");
        await Age.DecryptAsync(identity, file, archive);
        return archive;
    }

    private static string? Beside(string? folder) => string.IsNullOrEmpty(folder) ? null : Path.Combine(folder, BackupArchive.Ledger);

    /// <returns>The folder that holds what was there; null when nothing was.</returns>
    private string? Swap(DataDirectory directory, string contents)
    {
        var database = ((SqliteEngine)engine).File;
        var aside = Aside(directory);
        // A site that starts between two of the moves would make an empty database and new keys: this file keeps it from that.
        using (var mark = new FileStream(directory.UnfinishedRestore, DataDirectory.Private(FileMode.Create))) mark.Flush(flushToDisk: true);
        // The log belongs to the old database and would damage the new one.
        foreach (var old in (string[])[database, database + "-wal", database + "-shm", directory.Keys]) PutAside(old, aside);
        Move(Path.Combine(contents, BackupArchive.Database), database);
        Move(Path.Combine(contents, BackupArchive.Keys), directory.Keys);
        File.Delete(directory.UnfinishedRestore);
        return Directory.Exists(aside) ? aside : null;
    }

    private string Aside(DataDirectory directory)
    {
        var aside = directory.In(AsidePrefix + MadeBackup.Stamp(clock.GetUtcNow().UtcDateTime));
        while (Directory.Exists(aside)) aside += "-2";
        return aside;
    }

    private static void PutAside(string path, string aside)
    {
        if (!Path.Exists(path)) return;
        DataDirectory.MakeFolder(aside);
        Move(path, Path.Combine(aside, Path.GetFileName(path)));
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from)) Directory.Move(from, to);
        else if (File.Exists(from)) File.Move(from, to);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}

/// <param name="Aside">Folder that holds what was there before; null when nothing was.</param>
/// <param name="LeftOut">Lines of the ledger that do not count any more.</param>
/// <param name="FromTheFuture">Lines of a retention that count and are dated on a day to come: its clock was wrong.</param>
public sealed record Restored(BackupManifest Manifest, string? Aside, int LeftOut, int FromTheFuture);
