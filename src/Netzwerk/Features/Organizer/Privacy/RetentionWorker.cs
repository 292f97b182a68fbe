namespace Netzwerk.Features.Organizer.Privacy;

/// <summary>Runs the retention hourly. The system's timer sets the pace, the event clock decides what is over.</summary>
public sealed class RetentionWorker(IServiceScopeFactory scopes, RetentionPace pace, TimeProvider system, ILogger<RetentionWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pace.UntilNext, system, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested || pace.UntilNext > TimeSpan.Zero) continue;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync(stoppingToken);
            }
            catch (Exception failed)
            {
                // What leaves here would stop the whole site; the next hour tries again.
                if (!stoppingToken.IsCancellationRequested) log.LogError(failed, "A run of the retention failed; the next one follows");
                pace.Failed();
            }
        }
    }
}

/// <summary>When the retention ran, and when it runs next; the page about it says so.</summary>
public sealed class RetentionPace(TimeProvider system)
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private long _nextTicks = system.GetUtcNow().UtcTicks;

    /// <summary>Event clock; null before the first run of this process.</summary>
    public DateTime? LastRunAt { get; private set; }

    /// <summary>By the system's clock.</summary>
    public TimeSpan UntilNext => TimeSpan.FromTicks(Math.Max(0, Interlocked.Read(ref _nextTicks) - system.GetUtcNow().UtcTicks));

    public void Ran(DateTime at)
    {
        LastRunAt = at;
        Failed();
    }

    /// <summary>Not again before an hour is over.</summary>
    public void Failed() => Interlocked.Exchange(ref _nextTicks, (system.GetUtcNow() + Every).UtcTicks);
}
