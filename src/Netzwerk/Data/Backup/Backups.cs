using Microsoft.Data.Sqlite;
using Netzwerk.Domain;

namespace Netzwerk.Data.Backup;

/// <summary>
/// Makes backups and knows those that lie in the folder. A file carries its final name only after it was opened and checked, so what is
/// there is good.
/// </summary>
public sealed class Backups(DataDirectory directory, string connectionString, BackupOptions options, TimeProvider clock)
{
    /// <summary>Where the site's own backups go.</summary>
    public string Folder => string.IsNullOrEmpty(options.Directory) ? directory.Backups : options.Directory;

    /// <summary>The newest one; null when there is none yet. One with a moment to come was made while the clock was wrong, and keeps no night from its backup.</summary>
    public MadeBackup? Last => Newest(MadeBackup.In(Folder));

    /// <summary>The last try for the site's own folder, if it failed.</summary>
    public BackupFailure? Failure => BackupFailure.Read(FailureFile);

    private string FailureFile => directory.In("backup-failed");

    private string Work => directory.In("backup-work");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="folder">Without one: the site's own.</param>
    /// <param name="recipient">Public key; without one the setting's.</param>
    /// <exception cref="DataDirectoryException">There is no new backup, and why.</exception>
    public async Task<MadeBackup> MakeAsync(BackupReason reason, string? folder = null, string? recipient = null)
    {
        await using var turn = await directory.LockAsync("backup.lock");
        return await MakeInTurnAsync(reason, folder ?? Folder, recipient ?? options.Recipient);
    }

    /// <returns>Null when somebody else has made one since.</returns>
    public async Task<MadeBackup?> MakeUnlessMadeSinceAsync(DateTime since)
    {
        await using var turn = await directory.LockAsync("backup.lock");
        return Last?.MadeAt >= since ? null : await MakeInTurnAsync(BackupReason.Night, Folder, options.Recipient);
    }

    /// <summary>
    /// Removes what is older than it may be, and what a restore had put aside. The newest backup stays longer than set while no newer one
    /// succeeds, but never longer than families were promised.
    /// </summary>
    /// <returns>What would not go; it holds up nothing else.</returns>
    public IReadOnlyList<string> ForgetOld(string? folder = null)
    {
        var (keptSince, longest) = (Now.AddDays(-options.KeepDays), Now.AddDays(-BackupOptions.LongestDays));
        var all = MadeBackup.In(folder ?? Folder);
        var newest = Newest(all);
        var old = all.Where(made => made.MadeAt < (made == newest ? longest : keptSince)).Select(made => made.File);
        var aside = Directory.EnumerateDirectories(directory.Path, Restoring.AsidePrefix + "*")
            .Where(path => MadeBackup.MomentIn(Path.GetFileName(path)) is not { } at || at < keptSince);
        // A killed restore left it, with the database in the clear. Whoever restores has the folder alone, so this is nobody's.
        return [.. old.Concat(aside).Append(directory.In(Restoring.Work)).ToList().Where(path => !IsRemoved(path))];
    }

    /// <summary>Somebody has now a copy of everything: that stands in the audit.</summary>
    public async Task NoteAsync(MadeBackup made)
    {
        await using var db = new SqliteConnection(connectionString);
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = "INSERT INTO Audit (Id, At, Act) VALUES ($id, $at, $act)";
        command.Parameters.AddWithValue("$id", Guid.CreateVersion7());
        command.Parameters.AddWithValue("$at", made.MadeAt);
        command.Parameters.AddWithValue("$act", nameof(AuditAct.BackupMade));
        await command.ExecuteNonQueryAsync();
    }

    private MadeBackup? Newest(IReadOnlyList<MadeBackup> all) => all.FirstOrDefault(made => made.MadeAt <= Now);

    private static bool IsRemoved(string path)
    {
        try
        {
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            else File.Delete(path);
            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<MadeBackup> MakeInTurnAsync(BackupReason reason, string folder, string? recipient)
    {
        // What somebody types beside it says nothing of the site's own backups.
        var isOwn = Path.GetFullPath(folder) == Path.GetFullPath(Folder) && recipient == options.Recipient;
        try
        {
            if (BackupRecipientCheck.Fault(recipient) is { } fault) throw new DataDirectoryException(fault);
            Directory.CreateDirectory(folder);
            if (folder == directory.Backups) DataDirectory.MakeFolder(folder);
            // Left by a process that was killed: it may hold what must not stay.
            RemoveWork();
            foreach (var part in Directory.EnumerateFiles(folder, ".netzwerk-*.part")) File.Delete(part);
            var made = await WriteAsync(reason, folder, recipient);
            if (isOwn) File.Delete(FailureFile);
            return made;
        }
        catch (Exception trouble) when (trouble is DataDirectoryException or IOException or UnauthorizedAccessException or SqliteException)
        {
            var why = trouble is DataDirectoryException ? trouble.Message : $"Die Sicherung nach {folder} ist nicht gelungen: {trouble.Message} Prüfen Sie Platz und Rechte.";
            if (isOwn) BackupFailure.Write(FailureFile, new BackupFailure(Now, why));
            throw new DataDirectoryException(why, trouble);
        }
        finally
        {
            RemoveWork();
        }
    }

    private async Task<MadeBackup> WriteAsync(BackupReason reason, string folder, string? recipient)
    {
        var (contents, archive) = (Path.Combine(Work, "contents"), Path.Combine(Work, "archive"));
        var at = Now;
        Gather(reason, at, contents);
        await BackupArchive.WriteAsync(contents, archive);
        await BackupArchive.UnpackAsync(archive, Path.Combine(Work, "check"));

        var isEncrypted = !string.IsNullOrEmpty(recipient);
        var target = MadeBackup.FreeName(folder, at, isEncrypted);
        var part = Path.Combine(folder, "." + Path.GetFileName(target) + ".part");
        await using (new FileStream(part, DataDirectory.Private(FileMode.CreateNew))) { }
        if (isEncrypted) await Age.EncryptAsync(recipient!, archive, part);
        else await CopyAsync(archive, part);
        await using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        File.Move(part, target, overwrite: false);
        return new MadeBackup(at, target);
    }

    /// <summary>The database first: then keys and ledger are at least as new as the rows that need them.</summary>
    private void Gather(BackupReason reason, DateTime at, string contents)
    {
        foreach (var made in (string[])[Work, contents, Path.Combine(contents, BackupArchive.Keys)]) DataDirectory.MakeFolder(made);
        var database = Path.Combine(contents, BackupArchive.Database);
        DatabaseCopy.Make(connectionString, database);
        if (DatabaseCopy.Migrations(database) is not [.., var schema]) throw new DataDirectoryException($"In {directory.Path} liegt keine Datenbank dieser Seite. Nennen Sie ihren Ordner mit Site__DataDirectory.");
        foreach (var key in Directory.EnumerateFiles(directory.Keys)) File.Copy(key, Path.Combine(contents, BackupArchive.Keys, Path.GetFileName(key)));
        if (File.Exists(directory.ErasureLedger)) File.Copy(directory.ErasureLedger, Path.Combine(contents, BackupArchive.Ledger));
        new BackupManifest(at, reason, BackupManifest.Version, schema, DatabaseCopy.Rows(database), BackupArchive.Hashes(contents)).WriteTo(contents);
    }

    /// <summary>Perhaps to another disk, so what arrived there is read again.</summary>
    private static async Task CopyAsync(string from, string to)
    {
        await using (var source = File.OpenRead(from))
        await using (var copy = new FileStream(to, FileMode.Open, FileAccess.Write))
        {
            await source.CopyToAsync(copy);
            copy.Flush(flushToDisk: true);
        }
        if (BackupArchive.Hash(from) != BackupArchive.Hash(to)) throw new DataDirectoryException($"Was in {to} ankam, ist nicht das, was geschrieben wurde. Prüfen Sie den Datenträger.");
    }

    private void RemoveWork()
    {
        if (Directory.Exists(Work)) Directory.Delete(Work, recursive: true);
    }
}
