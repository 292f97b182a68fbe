using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Demo;

/// <summary>One clock for all processes of a demo: who sets it writes down how far it is from the system's, and the others follow within a second.</summary>
public sealed class DemoClock(IServiceScopeFactory scopes, EventClock clock, ProcessPulse pulse, TurnGate gate, EventChanges changes, OutboxSignal outbox, TimeProvider system, ILogger<DemoClock> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _door = new(1);

    private bool _isStuck;

    /// <summary>Before the site listens: beside another process this one shows what that shows; alone it begins where the settings say.</summary>
    public async Task PrepareAsync(NetzwerkDb db)
    {
        if (await pulse.HasCompanyAsync(db) && await ReadAsync(db) is { } shown) clock.Offset = shown;
        else await WriteAsync(db);
    }

    public async Task SetAsync(DateTimeOffset instant)
    {
        await _door.WaitAsync();
        try
        {
            clock.SetTo(instant);
            await using var scope = scopes.CreateAsyncScope();
            await WriteAsync(scope.ServiceProvider.GetRequiredService<NetzwerkDb>());
        }
        finally
        {
            _door.Release();
        }
        Tell();
    }

    public async Task FollowAsync()
    {
        await _door.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await ReadAsync(scope.ServiceProvider.GetRequiredService<NetzwerkDb>()) is not { } shown || shown == clock.Offset) return;
            clock.Offset = shown;
        }
        finally
        {
            _door.Release();
        }
        Tell();
    }

    public override void Dispose()
    {
        _door.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Poll, system, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stoppingToken.IsCancellationRequested) await FollowAsync();
                _isStuck = false;
            }
            catch (Exception failed)
            {
                // What leaves here would stop the whole site. Told once.
                if (!_isStuck) log.LogWarning(failed, "The demo's clock could not be compared with the other processes'");
                _isStuck = true;
            }
        }
    }

    private void Tell()
    {
        changes.Announce();
        outbox.Ring();
    }

    private static async Task<TimeSpan?> ReadAsync(NetzwerkDb db) => await db.Settings.Where(setting => setting.Key == StoredSetting.DemoClock).Select(setting => setting.Value).SingleOrDefaultAsync() is { } ticks
        ? TimeSpan.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture))
        : null;

    private async Task WriteAsync(NetzwerkDb db)
    {
        var (ticks, now) = (clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture), system.GetUtcNow().UtcDateTime);
        using var turn = await gate.WaitAsync(CancellationToken.None);
        if (await db.Settings.Where(setting => setting.Key == StoredSetting.DemoClock).ExecuteUpdateAsync(set => set.SetProperty(setting => setting.Value, ticks).SetProperty(setting => setting.ChangedAt, now)) == 1) return;
        db.Add(new StoredSetting { Key = StoredSetting.DemoClock, Value = ticks, ChangedAt = now, ChangedBy = "" });
        await db.SaveChangesAsync();
    }
}
