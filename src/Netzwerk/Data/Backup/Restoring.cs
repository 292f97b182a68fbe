namespace Netzwerk.Data.Backup;

/// <summary>
/// Brings a backup back into a data directory on which nothing runs. Nothing there is touched before the backup proved whole; then what was
/// there is put aside, never overwritten.
/// </summary>
/// <param name="databaseFile">Where the site looks for its database; usually in the data directory.</param>
/// <param name="backups">The folder of the site's backups, in which a second ledger may lie.</param>
public sealed class Restoring(string dataDirectory, string? databaseFile, TimeProvider clock, string? backups = null)
{
    internal const string AsidePrefix = "before-restore-", Work = "restore-work";

    /// <param name="identity">File with the private key; only for an encrypted backup.</param>
    /// <exception cref="DataDirectoryException">Nothing was changed, and why.</exception>
    public async Task<Restored> RestoreAsync(string file, string? identity)
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
            var unknown = DatabaseCopy.Migrations(Path.Combine(contents, BackupArchive.Database)).LastOrDefault(migration => !DatabaseCopy.KnownMigrations.Contains(migration));
            if (unknown is not null) throw new DataDirectoryException($"Die Sicherung stammt von einer neueren Version der Seite ({manifest.Program}, Schema {unknown}). Nehmen Sie deren Programm zum Zurückspielen.");
            // First, and never put aside: a restore that is cut off later must not forget who was erased.
            ErasureLedger.Merge(directory.ErasureLedger, Path.Combine(contents, BackupArchive.Ledger), Beside(Path.GetDirectoryName(Path.GetFullPath(file))), Beside(backups));
            return new Restored(manifest, Swap(directory, contents));
        }
        finally
        {
            Remove(work);
        }
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
        var database = databaseFile ?? directory.Database;
        var aside = directory.In(AsidePrefix + MadeBackup.Stamp(clock.GetUtcNow().UtcDateTime));
        while (Directory.Exists(aside)) aside += "-2";
        // A site that starts between two of the moves would make an empty database and new keys: this file keeps it from that.
        using (var mark = new FileStream(directory.UnfinishedRestore, DataDirectory.Private(FileMode.Create))) mark.Flush(flushToDisk: true);
        // The log belongs to the old database and would damage the new one.
        foreach (var old in (string[])[database, database + "-wal", database + "-shm", directory.Keys]) PutAside(old, aside);
        Move(Path.Combine(contents, BackupArchive.Database), database);
        Move(Path.Combine(contents, BackupArchive.Keys), directory.Keys);
        File.Delete(directory.UnfinishedRestore);
        return Directory.Exists(aside) ? aside : null;
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
public sealed record Restored(BackupManifest Manifest, string? Aside);
