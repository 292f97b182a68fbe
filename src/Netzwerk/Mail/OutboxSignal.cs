namespace Netzwerk.Mail;

/// <summary>Wakes the worker after a commit, so that a confirmation does not wait for the next poll. Losing it loses no mail.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0);

    public void Ring()
    {
        if (_bell.CurrentCount == 0)
            _bell.Release();
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken stop) => _bell.WaitAsync(atMost, stop);

    public void Dispose() => _bell.Dispose();
}
