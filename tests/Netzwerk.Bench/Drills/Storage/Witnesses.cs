using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>
/// Families whose forms are filled in when the trouble begins. Each sends its last step into it, others begin. Whoever is not told „Sie sind
/// angemeldet“ gets a 503 with all that was typed, and sends that very page again when the trouble is over.
/// </summary>
public sealed class Witnesses(Trial trial)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<(Family Family, string Journey)> _waiting = [];
    private readonly ConcurrentQueue<string> _wrong = new();
    private int _acknowledged;
    private int _kept;
    private int _unanswered;
    private int _begun;

    public int Kept => _kept;

    public async Task FillInAsync(int families)
    {
        using var browser = trial.Browser();
        var signUp = new SignUp(browser, trial.Ledger);
        for (var number = 0; number < families; number++)
        {
            var family = Family.Next(Random.Shared);
            _waiting.Add((family, await signUp.FillInAsync(family)));
        }
    }

    /// <summary>While the trouble lasts: the last forms and as many first ones, spread over it.</summary>
    public async Task SendIntoItAsync(TimeSpan during)
    {
        using var browser = trial.Browser();
        var begun = Stopwatch.GetTimestamp();
        var sending = new List<Task>();
        var pause = during / Math.Max(1, _waiting.Count);
        for (var index = 0; index < _waiting.Count; index++)
        {
            var number = index;
            sending.Add(Task.Run(() => LastStepAsync(browser, number)));
            sending.Add(Task.Run(() => FirstStepAsync(browser)));
            if (pause - (Stopwatch.GetElapsedTime(begun) - (pause * index)) is { Ticks: > 0 } rest) await Task.Delay(rest);
        }
        await Task.WhenAll(sending);
    }

    /// <summary>When it is over: everybody comes in with the form as it was kept.</summary>
    public async Task ClaimAsync()
    {
        using var browser = trial.Browser();
        var signUp = new SignUp(browser, trial.Ledger, Patience);
        var out_ = new List<string>();
        foreach (var (family, journey) in _waiting)
        {
            if (trial.Ledger.Acknowledged.Any(told => told.Family == family)) continue;
            var told = await signUp.SendAsync(family, journey);
            if (told.What != What.Acknowledged) out_.Add($"{family.FamilyName} is {told.What}: {told.Why}");
        }
        trial.Claim(_wrong.IsEmpty && out_.Count == 0, _wrong.IsEmpty && out_.Count == 0
            ? $"{_acknowledged} were told „angemeldet“ meanwhile, {_kept} got a 503 with all that they had typed, {_unanswered} no answer, {_begun} went on to the next step; afterwards all came in with the same page"
            : $"{_wrong.Count} wrong answers, {out_.Count} did not come in afterwards; for example: {string.Join(" | ", _wrong.Concat(out_).Take(3))}");
    }

    private async Task LastStepAsync(Browser browser, int number)
    {
        var (family, journey) = _waiting[number];
        try
        {
            var seen = await browser.PostAsync(SignUp.FormPath + "/pruefen", ("journey", journey), ("move", "send"));
            if (seen is { Status: 302, Location: { } address } && address.Contains("/fertig/", StringComparison.Ordinal))
            {
                trial.Ledger.Note(new Told(family, What.Acknowledged, null, address));
                Interlocked.Increment(ref _acknowledged);
            }
            else if (Judge(seen, family, "last") is { } kept) _waiting[number] = (family, kept);
        }
        catch (NoAnswerException)
        {
            trial.Ledger.Note(new Told(family, What.Unanswered));
            Interlocked.Increment(ref _unanswered);
        }
    }

    private async Task FirstStepAsync(Browser browser)
    {
        var family = Family.Next(Random.Shared);
        try
        {
            var seen = await browser.PostAsync(SignUp.FormPath, Typing.Who(family));
            if (seen is { Status: 200, Heading: "Kinder" or "Prüfen und absenden" }) Interlocked.Increment(ref _begun);
            else Judge(seen, family, "first");
        }
        catch (NoAnswerException)
        {
            Interlocked.Increment(ref _unanswered);
        }
    }

    /// <returns>The journey as the page kept it.</returns>
    private string? Judge(Seen seen, Family family, string step)
    {
        var html = WebUtility.HtmlDecode(seen.Html);
        var journey = seen.Between("name=\"journey\" value=\"", "\"");
        if (seen.Status == 503 && html.Contains("Sie sind noch nicht angemeldet", StringComparison.Ordinal) && (step == "first" ? html.Contains(family.Email, StringComparison.Ordinal) : journey is not null))
        {
            Interlocked.Increment(ref _kept);
            return journey;
        }
        _wrong.Enqueue($"{step} step: status {seen.Status} and the page „{seen.Heading}“, {(journey is null && !html.Contains(family.Email, StringComparison.Ordinal) ? "nothing kept" : "kept")}");
        return null;
    }
}
