using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Npgsql;

namespace Netzwerk.Data.Backup;

/// <summary>
/// Makes backups and knows those that lie in the folder. A file carries its final name only after it was opened and checked, so what is
/// there is good.
/// </summary>
public sealed class Backups(DataDirectory directory, Engine engine, BackupOptions options, TimeProvider clock)
{
    /// <summary>After that somebody should look why there is none.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(48);

    /// <summary>Where the site's own backups go.</summary>
    public string Folder => string.IsNullOrEmpty(options.Directory) ? directory.Backups : options.Directory;

    /// <summary>The newest one in that folder; null when there is none yet. One with a moment to come was made while the clock was wrong, and keeps no night from its backup.</summary>
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
        await using var turn = await engine.LockAsync("backup");
        return await MakeInTurnAsync(reason, folder ?? Folder, recipient ?? options.Recipient);
    }

    /// <returns>Null when somebody else has made one since.</returns>
    public async Task<MadeBackup?> MakeUnlessMadeSinceAsync(DateTime since)
    {
        await using var turn = await engine.LockAsync("backup");
        if (await LastMadeAsync() >= since) return null;
        var made = await MakeInTurnAsync(BackupReason.Night, Folder, options.Recipient);
        await NoteAsync(made);
        return made;
    }

    /// <summary>
    /// When the newest was made. Where the database is shared, another process may have made it on another machine, so the audit knows;
    /// otherwise only what lies there counts.
    /// </summary>
    public async Task<DateTime?> LastMadeAsync()
    {
        if (engine.Provider == DatabaseProvider.Sqlite) return Last?.MadeAt;
        await using var db = engine.Open();
        return await LastNotedAsync(db, Now);
    }

    /// <summary>Since when there has been something to lose.</summary>
    public async Task<DateTime> BegunAsync()
    {
        if (engine.Provider == DatabaseProvider.Sqlite) return File.GetCreationTimeUtc(directory.Database);
        await using var db = engine.Open();
        return await BegunAsync(db) ?? Now;
    }

    internal static Task<DateTime?> LastNotedAsync(NetzwerkDb db, DateTime now) =>
        db.Audit.Where(entry => entry.Act == AuditAct.BackupMade && entry.At <= now).MaxAsync(entry => (DateTime?)entry.At);

    /// <returns>The moment of the first start; null before it.</returns>
    internal static Task<DateTime?> BegunAsync(NetzwerkDb db) =>
        db.Settings.Where(setting => setting.Key == StoredSetting.PartnersCame).Select(setting => (DateTime?)setting.ChangedAt).SingleOrDefaultAsync();

    /// <summary>
    /// Removes what is older than it may be, and what a restore had put aside. The newest backup stays longer than set while no newer one
    /// succeeds, but never longer than families were promised.
    /// </summary>
    /// <param name="guard">While it does not believe the clock, nothing is too old.</param>
    /// <returns>What would not go; it holds up nothing else.</returns>
    public IReadOnlyList<string> ForgetOld(ClockGuard guard, string? folder = null)
    {
        var now = Now;
        var (isTrusted, keptSince, longest) = (guard.StateAt(now) == ClockState.Trusted, now.AddDays(-options.KeepDays), now.AddDays(-BackupOptions.LongestDays));
        var all = isTrusted ? MadeBackup.In(folder ?? Folder) : [];
        foreach (var ahead in all.Where(made => made.MadeAt - now > ClockGuard.MostBehind)) Redate(ahead, now);
        var newest = Newest(all);
        var old = all.Where(made => made.MadeAt < (made == newest ? longest : keptSince)).Select(made => made.File);
        var aside = Directory.EnumerateDirectories(directory.Path, Restoring.AsidePrefix + "*")
            .Where(path => isTrusted && (MadeBackup.MomentIn(Path.GetFileName(path)) is not { } at || at < keptSince));
        // A killed restore left it, with the database in the clear. Whoever restores has the folder alone, so this is nobody's.
        return [.. old.Concat(aside).Append(directory.In(Restoring.Work)).ToList().Where(path => !IsRemoved(path))];
    }

    /// <summary>Somebody has now a copy of everything: that stands in the audit.</summary>
    public async Task NoteAsync(MadeBackup made)
    {
        await using var db = engine.Open();
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "Audit" ("Id", "At", "Act") VALUES ({Guid.CreateVersion7()}, {made.MadeAt}, {nameof(AuditAct.BackupMade)})""");
    }

    private MadeBackup? Newest(IReadOnlyList<MadeBackup> all) => all.FirstOrDefault(made => made.MadeAt <= Now);

    /// <summary>Made while the clock was ahead, it would stay longer than families were promised: its days count from now.</summary>
    private static void Redate(MadeBackup ahead, DateTime now)
    {
        try
        {
            File.Move(ahead.File, MadeBackup.FreeName(Path.GetDirectoryName(ahead.File)!, now, ahead.IsEncrypted), overwrite: false);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Somebody else was faster, or the next hour tries again.
        }
    }

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
        catch (Exception trouble) when (trouble is DataDirectoryException or IOException or UnauthorizedAccessException or SqliteException or NpgsqlException)
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
        var (contents, archive, at) = (Path.Combine(Work, "contents"), Path.Combine(Work, "archive"), Now);
        await GatherAsync(reason, at, contents);
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

    /// <summary>The database first: then keys and ledger are at least as new as the rows that need them. PostgreSQL's keys lie in its tables.</summary>
    private async Task GatherAsync(BackupReason reason, DateTime at, string contents)
    {
        foreach (var made in (string[])[Work, contents, Path.Combine(contents, BackupArchive.Keys)]) DataDirectory.MakeFolder(made);
        var database = Path.Combine(contents, BackupArchive.Database);
        await engine.CopyToAsync(database);
        if (DatabaseCopy.Migrations(database) is not [.., var schema]) throw new DataDirectoryException($"In {directory.Path} liegt keine Datenbank dieser Seite. Nennen Sie ihren Ordner mit Site__DataDirectory.");
        if (engine.Provider == DatabaseProvider.Sqlite)
            foreach (var key in Directory.EnumerateFiles(directory.Keys)) File.Copy(key, Path.Combine(contents, BackupArchive.Keys, Path.GetFileName(key)));
        if (File.Exists(directory.ErasureLedger)) File.Copy(directory.ErasureLedger, Path.Combine(contents, BackupArchive.Ledger));
        new BackupManifest(at, reason, BackupManifest.Version, schema, DatabaseCopy.Rows(database), BackupArchive.Hashes(contents), engine.Provider).WriteTo(contents);
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
