using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;

namespace Netzwerk.Data.Backup;

/// <summary>
/// Puts the rows of a checked backup into a PostgreSQL database, in one transaction. What the database held before lies then in a backup of
/// its own, and whom it knew to be erased stays erased.
/// </summary>
internal sealed class PostgresRestore(DataDirectory directory, PostgresEngine site, BackupOptions options, TimeProvider clock, KeyWrap? wrap)
{
    private readonly PostgresEngine _engine = site.ForCommand();

    /// <param name="file">A SQLite file; it is brought up to this program's schema.</param>
    /// <param name="keepErased">Called when nothing speaks against the restore any more, with a file of whom the database knows to be erased, if there is one.</param>
    /// <returns>The folder that holds what was there; null when nothing was.</returns>
    public async Task<string?> PutBackAsync(string file, string aside, Action<string?> keepErased)
    {
        await using (var back = PostgresCopy.Sqlite(file))
        {
            await back.Database.MigrateAsync();
            // Without its keys the site would not start on it.
            await StoredKeys.AssertAsync(back, wrap);
        }
        // A site that starts meanwhile waits here.
        await using var alone = await _engine.LockAsync("start");
        await using var db = _engine.Open();
        if (await site.IsInUseAsync(db)) throw new DataDirectoryException("Mit dieser Datenbank ist noch ein Prozess der Seite verbunden, vielleicht auf einer anderen Maschine. Halten Sie alle an und wiederholen Sie den Befehl. Nach einem Absturz gilt ein Prozess noch eine halbe Minute lang als verbunden.");
        var isThere = (await db.Database.GetAppliedMigrationsAsync()).Any();
        if (isThere) await new Backups(directory, _engine, options, clock).MakeAsync(BackupReason.Command, aside);
        var known = isThere ? await WriteKnownAsync(db) : null;
        keepErased(known);
        if (known is not null) File.Delete(known);
        await db.Database.MigrateAsync();
        await using var all = await db.Database.BeginTransactionAsync();
        await PostgresCopy.PutBackAsync(db, file);
        await all.CommitAsync();
        return isThere ? aside : null;
    }

    /// <summary>
    /// Each process writes who was erased into a ledger in its own data directory. The database that is about to go knows of all of them, so
    /// nobody has to collect the ledgers of other machines.
    /// </summary>
    private async Task<string> WriteKnownAsync(NetzwerkDb db)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var erased = await db.Registrations.IgnoreAutoIncludes().Where(r => r.ErasedAt != null).Select(r => new
        {
            r.Id,
            At = r.ErasedAt!.Value,
            IsCancelled = r.CancelledAt != null,
            // A retention notes only how many.
            IsAsked = db.Audit.Any(entry => entry.RegistrationId == r.Id && (entry.Act == AuditAct.Erased || entry.Act == AuditAct.ErasedByFamily)),
        }).ToListAsync();
        var removed = await db.Audit.Where(entry => entry.Act == AuditAct.AccountRemoved && entry.AccountId != null).Select(entry => entry.AccountId!.Value).ToListAsync();
        var lines = erased.Select(r => new ErasedLine(
            r.IsAsked ? now : r.At, r.IsCancelled ? ErasedKind.Cancelled : ErasedKind.Registration, r.Id, r.IsAsked ? ErasureCause.Request : ErasureCause.Retention)).Concat(removed.Select(id => new ErasedLine(now, ErasedKind.Account, id)));
        var known = directory.In("erased.known");
        await File.WriteAllLinesAsync(known, lines.Select(line => line.ToString()));
        return known;
    }
}
