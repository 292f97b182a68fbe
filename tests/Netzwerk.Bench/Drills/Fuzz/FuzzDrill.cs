using System.Collections.Concurrent;
using System.Text;
using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Drills.Fuzz;

/// <summary>Whatever is typed: no answer is a 5xx, and it is stored as it was sent, or a sentence names what is wrong and all is still there.</summary>
public static class FuzzDrill
{
    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("fuzz", args, ("--cases", "50000"), ("--clients", "8"), ("--seed", "0"));
        return Drill.RunAsync(options, async drill =>
        {
            var seed = options.Whole("--seed") is > 0 and var chosen ? chosen : Random.Shared.Next(1, int.MaxValue);
            var (stored, named, wrong) = (new ConcurrentDictionary<string, FuzzCase>(), 0, new ConcurrentQueue<string>());
            var left = options.Whole("--cases");
            using var browser = new RawBrowser(drill.Site.Doors[0]);
            await Task.WhenAll(Enumerable.Range(0, options.Whole("--clients")).Select(_ => Task.Run(async () =>
            {
                while (Interlocked.Decrement(ref left) is >= 0 and var number)
                {
                    var one = FuzzCase.Make(seed, number);
                    var (reference, fault) = await WalkAsync(browser, one);
                    if (fault is not null) wrong.Enqueue($"case {number}: {fault}");
                    else if (reference is not null) stored[reference] = one;
                    else Interlocked.Increment(ref named);
                }
            })));
            using var connection = drill.Database.Open();
            var rows = Stored.Read(connection).Registrations.ToDictionary(row => row.Reference);
            foreach (var (reference, one) in stored)
            {
                if (!rows.TryGetValue(reference, out var row)) wrong.Enqueue($"case {one.Number}: {reference} is not stored");
                else if (one.Differs(row) is { } difference) wrong.Enqueue($"case {one.Number}: {difference}");
            }
            var cases = options.Whole("--cases");
            drill.Verdict.Add("fuzz", wrong.IsEmpty, $"--seed {seed}: {stored.Count:N0} stored as sent, {named:N0} named what is wrong and kept the rest{(wrong.IsEmpty ? "" : $", {wrong.Count:N0} WRONG, for example: {string.Join(" | ", wrong.Take(5).Select(Visible))}")}");
            // Both ways have to be walked often, else the cases are too tame or too wild.
            drill.Verdict.Add("mixture", stored.Count > cases / 50 && named > cases / 20, $"of {cases:N0} cases");
        });
    }

    /// <returns>The reference where it came to a registration, and what was wrong.</returns>
    private static async Task<(string? Reference, string? Fault)> WalkAsync(RawBrowser browser, FuzzCase one)
    {
        var page = await browser.PostAsync(SignUp.FormPath, one.Who);
        if (Judge(page, one.Who, "Wer kommt?") is var (ended, fault) && ended) return (null, fault);
        if (page.Heading == "Kinder")
        {
            var children = one.Children(page.Field("journey"));
            page = await browser.PostAsync(SignUp.FormPath + "/kinder", children);
            if (Judge(page, children, "Kinder") is var (over, lack) && over) return (null, lack);
        }
        if (page.Heading != "Prüfen und absenden") return (null, $"status {page.Status} and the page „{page.Heading}“");
        page = await browser.PostAsync(SignUp.FormPath + "/pruefen", [("journey", page.Field("journey")), ("move", "send")]);
        if (page is not { Status: 302, Location: { } address }) return (null, $"status {page.Status} and the page „{page.Heading}“ after „Jetzt anmelden“");
        page = await browser.GetAsync(address);
        return page.Between("<p class=\"nw-reference\">", "</p>") is { } reference ? (reference, null) : (null, $"no reference on „{page.Heading}“");
    }

    private static (bool Ended, string? Fault) Judge(Seen page, IReadOnlyList<(string Name, string Value)> typed, string heading)
    {
        if (page.Status >= 500) return (true, $"status {page.Status}");
        // What is larger than the limit is not even read; the page says so. One sign takes up to twelve bytes on its way.
        if (page is { Status: 413, Heading: "Das war zu viel Text" }) return (true, typed.Sum(field => field.Value.Length) > 64 * 1024 / 12 ? null : "too much, it says");
        if (page.Heading != heading) return (page.Status != 200, page.Status == 200 ? null : $"status {page.Status} and the page „{page.Heading}“");
        return (true, page.Status == 200 ? FuzzCase.Lacks(page, typed) : $"status {page.Status}");
    }

    /// <summary>What is wrong may not be seen, or turn the line around.</summary>
    private static string Visible(string text)
    {
        var shown = new StringBuilder();
        foreach (var sign in text[..Math.Min(300, text.Length)]) shown.Append(char.IsControl(sign) || char.IsSurrogate(sign) || sign is >= '\u200B' and <= '\u206F' ? $"\\u{(int)sign:X4}" : sign);
        return shown.ToString();
    }
}
