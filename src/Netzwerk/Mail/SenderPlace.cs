namespace Netzwerk.Mail;

/// <summary>One of the few places for senders at the mail server.</summary>
public sealed class SenderPlace(SemaphoreSlim places) : IDisposable
{
    private int _isGivenUp;

    public bool IsHeld => Volatile.Read(ref _isGivenUp) == 0;

    /// <summary>Another sender may have it. Once.</summary>
    public void GiveUp()
    {
        if (Interlocked.Exchange(ref _isGivenUp, 1) != 0) return;
        try
        {
            places.Release();
        }
        catch (ObjectDisposedException)
        {
            // The host did not wait for the end of this message.
        }
    }

    public void Dispose() => GiveUp();
}
