using System.Collections.Concurrent;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>
/// What the families were told, kept outside of all that is killed. Acknowledged is who was sent on to the page „Sie sind angemeldet“; whoever
/// got no answer may be in or not.
/// </summary>
public sealed class Ledger
{
    private readonly ConcurrentDictionary<int, Told> _told = new();

    public IReadOnlyCollection<Told> All => [.. _told.Values];

    public IEnumerable<Told> Acknowledged => All.Where(told => told.What == What.Acknowledged);

    public IEnumerable<Told> Refused => All.Where(told => told.What == What.Refused);

    public IEnumerable<Told> Unanswered => All.Where(told => told.What == What.Unanswered);

    /// <summary>Later word counts more, but nothing takes an acknowledgement back.</summary>
    public void Note(Told told) => _told.AddOrUpdate(told.Family.Number, told, (_, earlier) =>
        earlier.What == What.Acknowledged && told.What != What.Acknowledged ? earlier : told);

    public void Forget(int number) => _told.TryRemove(number, out _);
}

/// <param name="Reference">What the last page said; null when nobody could look at it.</param>
/// <param name="Milliseconds">How long the last request took that brought an answer.</param>
public sealed record Told(Family Family, What What, string? Reference = null, string? Why = null, double Milliseconds = 0);

public enum What
{
    Acknowledged,
    Refused,
    Unanswered,
}
