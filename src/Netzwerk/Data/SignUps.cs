using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// Decides and stores sign-ups. Those that wait at the same moment share one transaction, because a commit that is safe on the disk costs
/// the same for one row as for a hundred (group commit); each is decided on its own, in the order of arrival, and answered after the
/// commit. When one of them cannot be stored, the others are done again one by one, so that it spoils nobody else's.
/// </summary>
public sealed class SignUps(IServiceScopeFactory scopes, TurnGate gate, GuardedEvents events, NetworkCounts counts)
{
    private const int LargestGroup = 64;

    private readonly ConcurrentQueue<Waiting> _line = new();
    private int _isLed;

    /// <param name="alsoStore">What else has to be stored with this outcome: the mail. May be asked again.</param>
    /// <returns>After the commit is on the disk; null when there is no such event.</returns>
    public Task<AdmissionOutcome?> DecideAsync(Guid eventId, SignUpRequest request, Func<Event, AdmissionOutcome, object?> alsoStore)
    {
        var mine = new Waiting(eventId, request, alsoStore);
        _line.Enqueue(mine);
        // Whoever finds nobody in front leads the line until it is empty.
        if (Interlocked.Exchange(ref _isLed, 1) == 0) Lead();
        return mine.Answer.Task;
    }

    /// <summary>On its own: the leader works for all of them, so it carries neither culture nor trace nor request of the one that began it.</summary>
    private void Lead() => ThreadPool.UnsafeQueueUserWorkItem(static signUps => _ = signUps.LeadAsync(), this, preferLocal: false);

    private async Task LeadAsync()
    {
        do
        {
            while (!_line.IsEmpty)
            {
                using var turn = await gate.WaitAsync(CancellationToken.None);
                foreach (var group in Next().GroupBy(waiting => waiting.EventId)) await DecideAsync([.. group]);
            }
            // With a full fence: whoever came before it is seen below, whoever comes after it leads.
            Interlocked.Exchange(ref _isLed, 0);
        }
        while (!_line.IsEmpty && Interlocked.Exchange(ref _isLed, 1) == 0);
    }

    private List<Waiting> Next()
    {
        var group = new List<Waiting>();
        while (group.Count < LargestGroup && _line.TryDequeue(out var next)) group.Add(next);
        return group;
    }

    private async Task DecideAsync(IReadOnlyList<Waiting> group, bool mayTryAgain = true)
    {
        try
        {
            var outcomes = await StoreAsync(group);
            for (var i = 0; i < group.Count; i++) group[i].Answer.SetResult(outcomes?[i]);
        }
        catch (Exception trouble) when (group.Count > 1 && IsOfOne(trouble))
        {
            foreach (var one in group) await DecideAsync([one]);
        }
        catch (Exception trouble) when (mayTryAgain && Clash.Is(trouble))
        {
            // Perhaps the drawn reference was taken meanwhile.
            await DecideAsync(group, mayTryAgain: false);
        }
        catch (Exception trouble)
        {
            foreach (var one in group) one.Answer.SetException(trouble);
        }
    }

    /// <summary>Or does the database take nothing from anybody?</summary>
    private static bool IsOfOne(Exception trouble) => trouble is DbUpdateException || Clash.Is(trouble) || !StorageTrouble.Is(trouble);

    /// <returns>Null when there is no such event.</returns>
    private async Task<IReadOnlyList<AdmissionOutcome>?> StoreAsync(IReadOnlyList<Waiting> group)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        var admission = scope.ServiceProvider.GetRequiredService<Admission>();
        return await events.ChangeAsync(db, group[0].EventId, async ev =>
        {
            var known = await KnownSignUps.LookUpAsync(db, ev.Id, [.. group.Select(waiting => waiting.Request)], counts);
            var outcomes = group.Select(waiting =>
            {
                var outcome = admission.Decide(ev, waiting.Request, known);
                if (waiting.More(ev, outcome) is { } more) db.Add(more);
                return outcome;
            }).ToList();
            await known.StoreCountsAsync(db, ev.Id, counts);
            return outcomes;
        });
    }

    private sealed record Waiting(Guid EventId, SignUpRequest Request, Func<Event, AdmissionOutcome, object?> AlsoStore)
    {
        /// <summary>The culture and trace of the request that waits.</summary>
        private readonly ExecutionContext? _context = ExecutionContext.Capture();

        /// <summary>The mail is written in the language of who gets it, whoever leads.</summary>
        public object? More(Event ev, AdmissionOutcome outcome)
        {
            if (_context is null) return AlsoStore(ev, outcome);
            object? more = null;
            ExecutionContext.Run(_context, _ => more = AlsoStore(ev, outcome), null);
            return more;
        }

        /// <summary>Continued elsewhere: the leader has the next group to store.</summary>
        public TaskCompletionSource<AdmissionOutcome?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
