using Netzwerk.Data;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>
/// Writes the mails of announcements to their end. Woken by the decision, and looks every few seconds: another process may have been killed in
/// the middle.
/// </summary>
public sealed class AnnouncementWorker(IServiceScopeFactory scopes, ILogger<AnnouncementWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _bell = new(0);

    /// <summary>After a decision. Writes the first batch at once, which is all for most events; the rest follows by itself.</summary>
    public async Task BeginAsync(Announcements announcements, Guid eventId)
    {
        try
        {
            await announcements.WriteNextAsync(eventId);
        }
        catch (Exception storage) when (StorageTrouble.Is(storage))
        {
            log.LogError(storage, "The first mails of an announcement could not be written; the worker tries again");
        }
        if (_bell.CurrentCount == 0) _bell.Release();
    }

    /// <summary>Until nothing is left that can be written now.</summary>
    public async Task WriteDueAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var announcements = scope.ServiceProvider.GetRequiredService<Announcements>();
        foreach (var eventId in await announcements.UnfinishedAsync(cancel))
        {
            try
            {
                while (await announcements.WriteNextAsync(eventId, cancel)) cancel.ThrowIfCancellationRequested();
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "The announcement of one event failed; those of other events go on");
            }
        }
    }

    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WriteDueAsync(stoppingToken);
            }
            catch (Exception failed)
            {
                // What leaves here would stop the whole site; the next turn tries again.
                if (!stoppingToken.IsCancellationRequested) log.LogError(failed, "A turn of the announcements failed; the next one follows");
            }
            Task called = _bell.WaitAsync(Poll, stoppingToken);
            await called.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
