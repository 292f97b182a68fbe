using System.Diagnostics;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Load;

namespace Netzwerk.Bench.Drills;

/// <summary>
/// Ten times as many last forms as the site takes for long, spread over the moment of the deadline. They come whether or not the earlier ones
/// have been answered, as people do.
/// </summary>
public static class BurstDrill
{
    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("burst", args, ("--sustained-seconds", "10"), ("--clients", "8"), ("--factor", "10"), ("--burst-milliseconds", "1000"), ("--warm-up", "100"), ("--p99", "2000"));
        return Drill.RunAsync(options, async drill =>
        {
            await drill.CrowdAsync(4, options.Whole("--warm-up"), signUp => signUp.ComeAsync(Family.Next(Random.Shared)));
            var sustained = await SustainedAsync(drill);
            var length = TimeSpan.FromMilliseconds(options.Whole("--burst-milliseconds"));
            var size = Math.Max(20, (int)(sustained * options.Whole("--factor") * length.TotalSeconds));
            Console.WriteLine($"{sustained:N0} families a second for long; {size:N0} fill in their forms for the burst");
            using var browser = drill.Browser();
            var signUp = new SignUp(browser, drill.Ledger);
            var forms = new List<(Family Family, string Journey)>();
            foreach (var batch in Enumerable.Range(0, size).Chunk(8)) forms.AddRange(await Task.WhenAll(batch.Select(_ => FillInAsync(signUp))));
            var bound = await DemoClock.SetBeforeDeadlineAsync(drill.Site.Doors, TimeSpan.FromSeconds(5) + (length / 2));
            Judge(drill, bound, await FireAsync(signUp, forms, bound, length), sustained);
        });
    }

    private static async Task<double> SustainedAsync(Drill drill)
    {
        var seconds = drill.Options.Whole("--sustained-seconds");
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var before = drill.Ledger.Acknowledged.Count();
        var start = Stopwatch.GetTimestamp();
        await drill.CrowdAsync(drill.Options.Whole("--clients"), int.MaxValue, async signUp => await signUp.LookAsync(await signUp.ComeAsync(Family.Next(Random.Shared))), over.Token);
        return (drill.Ledger.Acknowledged.Count() - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<(Family, string)> FillInAsync(SignUp signUp)
    {
        var family = Family.Next(Random.Shared);
        return (family, await signUp.FillInAsync(family));
    }

    private static async Task<IReadOnlyList<Sent>> FireAsync(SignUp signUp, List<(Family Family, string Journey)> forms, Moment bound, TimeSpan length)
    {
        var first = bound.Middle - (long)(length.TotalSeconds / 2 * Stopwatch.Frequency);
        var step = length.TotalSeconds * Stopwatch.Frequency / forms.Count;
        var sent = new List<Task<Sent>>();
        foreach (var (index, form) in forms.Index())
        {
            while (Stopwatch.GetTimestamp() < first + (index * step)) await Task.Delay(1);
            sent.Add(SendAsync(signUp, form.Family, form.Journey));
        }
        return await Task.WhenAll(sent);
    }

    private static async Task<Sent> SendAsync(SignUp signUp, Family family, string journey)
    {
        var at = Stopwatch.GetTimestamp();
        var told = await signUp.SendAsync(family, journey, insists: false);
        return new Sent(at, Stopwatch.GetTimestamp(), told);
    }

    private static void Judge(Drill drill, Moment bound, IReadOnlyList<Sent> sent, double sustained)
    {
        var verdict = drill.Verdict;
        double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;
        var (into, refused) = (sent.Where(one => one.Told.What == What.Acknowledged).ToList(), sent.Where(one => one.Told.What == What.Refused).ToList());
        verdict.Add("burst", into.Count > 0 && refused.Count > 0, $"{sent.Count:N0} forms over {Seconds(sent[^1].At - sent[0].At):N1} s, {sent.Count / Seconds(sent[^1].At - sent[0].At) / sustained:N1} times the sustained {sustained:N0} a second: {into.Count:N0} in, {refused.Count:N0} too late");
        var failed = sent.Count - into.Count - refused.Count(one => one.Told.Why!.Contains("Anmelden konnte man sich bis", StringComparison.Ordinal));
        verdict.Add("answers", failed == 0, $"{failed:N0} had no answer, a 5xx or another reason than the deadline");
        var late = into.Count(one => one.At > bound.Latest);
        var early = refused.Count(one => one.AnsweredAt < bound.Earliest);
        verdict.Add("bound", late + early == 0, $"{late:N0} in that were sent after it, {early:N0} refused that were answered before it (known to {Seconds(bound.Latest - bound.Earliest) * 1000:N1} ms)");
        var between = refused.Where(one => one.At < bound.Earliest && one.AnsweredAt >= bound.Earliest).ToList();
        if (between.Count > 0) Console.WriteLine($"{between.Count:N0} were sent before the bound and read after it, the first of them {Seconds(bound.Earliest - between.Min(one => one.At)) * 1000:N0} ms before");
        var p99 = Sample.Quantile([.. sent.Select(one => one.Told.Milliseconds).Order()], 0.99);
        verdict.Add("p99", p99 <= drill.Options.Whole("--p99"), $"{p99:N0} ms from the last click to the answer (goal {drill.Options["--p99"]} ms), the median {Sample.Quantile([.. sent.Select(one => one.Told.Milliseconds).Order()], 0.5):N0} ms");
    }

    /// <param name="At">Stopwatch ticks.</param>
    private sealed record Sent(long At, long AnsweredAt, Told Told);
}
