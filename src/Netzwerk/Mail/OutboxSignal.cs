namespace Netzwerk.Mail;

/// <summary>Wakes the worker after a commit, so that a confirmation does not wait for the next poll. Losing it loses no mail.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim bell = new(0);

    public void Ring()
    {
        if (bell.CurrentCount == 0)
            bell.Release();
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken stop) => bell.WaitAsync(atMost, stop);

    public void Dispose() => bell.Dispose();
}
