using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// Says every few seconds that this process lives and up to when it has decided what arrived, for the others on the same database; and
/// knows what they say. From the start, before the first visitor can come, to the end, after the last one.
/// </summary>
public sealed class ProcessPulse(IServiceScopeFactory scopes, TurnGate gate, Arrivals arrivals, TimeProvider system, ILogger<ProcessPulse> log) : BackgroundService
{
    /// <summary>Who was not seen for so long is dead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5), Memory = TimeSpan.FromMinutes(10);

    private readonly Guid _id = Guid.CreateVersion7();
    private readonly DateTime _startedAt = system.GetUtcNow().UtcDateTime;
    private bool _isStuck;

    private DateTime Now => system.GetUtcNow().UtcDateTime;

    public async Task BeatAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        using var turn = await gate.WaitAsync(cancel);
        var (now, decided) = (Now, arrivals.DecidedUntil);
        var mine = db.Processes.Where(process => process.Id == _id);
        if (await mine.ExecuteUpdateAsync(set => set.SetProperty(process => process.SeenAt, now).SetProperty(process => process.DecidedUntil, decided), cancel) == 0)
        {
            db.Add(new SiteProcess { Id = _id, StartedAt = _startedAt, SeenAt = now, DecidedUntil = decided });
            await db.SaveChangesAsync(cancel);
        }
        var forgotten = now - Memory;
        if (await db.Processes.AnyAsync(process => process.SeenAt < forgotten, cancel)) await db.Processes.Where(process => process.SeenAt < forgotten).ExecuteDeleteAsync(cancel);
    }

    public Task<bool> HasCompanyAsync(NetzwerkDb db, CancellationToken cancel = default) => Others(db).AnyAsync(cancel);

    /// <summary>May another process still hold a sign-up that arrived before this moment (event clock)?</summary>
    public Task<bool> IsAnyUndecidedElsewhereAsync(NetzwerkDb db, DateTime bound, CancellationToken cancel = default) => Others(db).AnyAsync(process => process.DecidedUntil < bound, cancel);

    /// <summary>Before the site listens: nothing arrives in a process that the others do not know.</summary>
    public Task BeginAsync() => TryAsync(() => BeatAsync());

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(LeaveAsync);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Beat, system, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested) await TryAsync(() => BeatAsync(stoppingToken));
        }
    }

    /// <summary>The server has stopped before: nothing is undecided here any more.</summary>
    public async Task LeaveAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        using var turn = await gate.WaitAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<NetzwerkDb>().Processes.Where(process => process.Id == _id).ExecuteDeleteAsync(CancellationToken.None);
    }

    private IQueryable<SiteProcess> Others(NetzwerkDb db)
    {
        var alive = Now - Patience;
        return db.Processes.AsNoTracking().Where(process => process.Id != _id && process.SeenAt > alive);
    }

    /// <summary>A database that takes nothing for a while ends no process; told once.</summary>
    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
            _isStuck = false;
        }
        catch (Exception failed)
        {
            if (!_isStuck && failed is not OperationCanceledException) log.LogWarning(failed, "This process could not say that it lives; it goes on trying");
            _isStuck = true;
        }
    }
}
