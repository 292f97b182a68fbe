using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Drills;

/// <summary>The drills' own negative control: each invariant is broken once, and the check has to notice.</summary>
public static class InvariantsDrill
{
    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("invariants", args, ("--families", "20"));
        return Drill.RunAsync(options, async drill =>
        {
            await drill.CrowdAsync(4, options.Whole("--families"), async signUp => await signUp.LookAsync(await signUp.ComeAsync(Family.Next(Random.Shared))));
            await drill.SettleAsync(TimeSpan.FromMinutes(1));
            using var connection = drill.Database.Open();
            foreach (var invariant in Tampering.Ways.Keys)
            {
                var spoilt = new Verdict();
                Tampering.Check(invariant, drill.Evidence(connection), spoilt);
                drill.Verdict.Add($"{invariant} broken", spoilt.Broken.Contains(invariant), spoilt.Broken.Contains(invariant) ? "noticed" : "NOT noticed");
            }
        });
    }
}
