using System.Diagnostics;
using System.Threading.RateLimiting;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// First come, first served, in front of the database's lock: SQLite's own waiting is a lottery in which somebody waits for seconds.
/// </summary>
public sealed class TurnGate : IDisposable
{
    private readonly ConcurrencyLimiter _line = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = 1,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public async ValueTask<IDisposable> WaitAsync(CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var turn = await _line.AcquireAsync(1, cancel);
        Measures.TurnWaited(Stopwatch.GetElapsedTime(start));
        return turn;
    }

    public void Dispose() => _line.Dispose();
}
