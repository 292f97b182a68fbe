namespace Netzwerk.Features.Accounts;

/// <summary>
/// Wrong passwords per address, known or not; every fifth closes the address for a while that grows. Kept in memory: a count in the
/// account's row would cost a write to the disk for known addresses only, and so tell them from unknown ones. A restart forgets it.
/// </summary>
public sealed class SignInAttempts(TimeProvider clock)
{
    public const int PerRound = 5;

    /// <summary>How many addresses are remembered. Each costs whoever fills it a password check, so that takes hours.</summary>
    public const int Room = 50_000;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>Counts an attempt that is about to be made. False, and not counted, while the address is closed.</summary>
    /// <param name="address">Normalized.</param>
    public bool Take(string address)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var before = _tallies.GetValueOrDefault(address);
            if (before.ClosedUntil > now) return false;
            if (before.Count == 0 && _tallies.Count >= Room) ForgetTheQuietest();
            var count = before.Count + 1;
            _tallies[address] = new Tally(count, now, count % PerRound == 0 ? now + WaitAfter(count) : now);
            return true;
        }
    }

    /// <summary>Somebody showed that the account is theirs.</summary>
    public void Forget(string address)
    {
        lock (_lock) _tallies.Remove(address);
    }

    private void ForgetTheQuietest()
    {
        foreach (var quiet in _tallies.OrderBy(tally => tally.Value.LastAt).Take(Room / 2).ToList()) _tallies.Remove(quiet.Key);
    }

    private static TimeSpan WaitAfter(int count) => Waits[Math.Min(count / PerRound, Waits.Length) - 1];

    private readonly record struct Tally(int Count, DateTimeOffset LastAt, DateTimeOffset ClosedUntil);
}
