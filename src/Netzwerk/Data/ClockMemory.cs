using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// The latest time at which the site stored something, kept in the database for all processes. At most one write a minute, and none while
/// the clock is not believed.
/// </summary>
public sealed class ClockMemory(NetzwerkDb db, TurnGate gate, CommonTurn turns, ClockGuard guard, TimeProvider system)
{
    /// <summary>When another process wrote it so recently, this one need not.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(50);

    private IQueryable<StoredSetting> Row => db.Settings.Where(setting => setting.Key == StoredSetting.LastStored);

    /// <summary>At start. A disk that takes nothing keeps no site from starting: what was read counts.</summary>
    public async Task BeginAsync()
    {
        guard.Remember(await ReadAsync(db));
        try
        {
            await AdvanceAsync();
        }
        catch (Exception trouble) when (StorageTrouble.Is(trouble))
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Compares first and writes then, so that a wrong clock never gets into the memory by itself.</summary>
    public async Task<ClockState> AdvanceAsync(CancellationToken cancel = default)
    {
        var remembered = await ReadAsync(db, cancel);
        guard.Remember(remembered);
        var now = system.GetUtcNow().UtcDateTime;
        if (guard.StateAt(now) != ClockState.Trusted) return guard.StateAt(now);
        if (now - remembered < Fresh && await Row.AnyAsync(cancel)) return ClockState.Trusted;
        using var line = await gate.WaitAsync(cancel);
        await StoreAsync(remembered, now, cancel);
        guard.Remember(await ReadAsync(db, cancel));
        return guard.StateAt(now);
    }

    /// <summary>Begins anew from what the clock shows, whatever was remembered.</summary>
    /// <param name="entry">Who confirmed it; null where nobody has to.</param>
    public async Task ResetAsync(DateTime now, AuditEntry? entry)
    {
        await using var turn = await turns.TakeAsync();
        await db.Settings.Where(setting => setting.Key == StoredSetting.LastStored || setting.Key == StoredSetting.ClockDoubted).ExecuteDeleteAsync();
        db.Add(New(now));
        if (entry is not null) db.Add(entry);
        await db.SaveChangesAsync();
        await turn.CommitAsync();
        guard.Remember(now);
    }

    /// <summary>
    /// Without a memory, in a database from an earlier version, the newest backup that was noted counts: it is the one instant that every
    /// installation stores each night by the system's clock, in a demo too. Younger than its first night, there is nothing to compare with.
    /// </summary>
    public static async Task<DateTime?> ReadAsync(NetzwerkDb db, CancellationToken cancel = default) =>
        await db.Settings.Where(setting => setting.Key == StoredSetting.LastStored).Select(setting => (DateTime?)setting.ChangedAt).SingleOrDefaultAsync(cancel)
        ?? await db.Audit.Where(entry => entry.Act == AuditAct.BackupMade).MaxAsync(entry => (DateTime?)entry.At, cancel);

    /// <summary>For commands, which run beside the site or without it.</summary>
    public static async Task<ClockGuard> GuardOfAsync(Engine engine, TimeProvider system)
    {
        var guard = new ClockGuard(system);
        await using var db = engine.Open();
        if (await engine.HasTableAsync(db, "Settings")) guard.Remember(await ReadAsync(db));
        return guard;
    }

    /// <summary>Never back, and never over what somebody set meanwhile: the condition is asked in the statement that writes.</summary>
    private async Task StoreAsync(DateTime? remembered, DateTime now, CancellationToken cancel)
    {
        var oldest = now - ClockGuard.MostAhead;
        if (await Row.Where(setting => setting.ChangedAt < now && setting.ChangedAt >= oldest).ExecuteUpdateAsync(set => set.SetProperty(setting => setting.ChangedAt, now), cancel) == 1) return;
        if (await Row.AnyAsync(cancel)) return;
        db.Add(New(now > remembered || remembered is null ? now : remembered.Value));
        await db.SaveChangesAsync(cancel);
    }

    private static StoredSetting New(DateTime at) => new() { Key = StoredSetting.LastStored, Value = "", ChangedAt = at, ChangedBy = "" };
}
