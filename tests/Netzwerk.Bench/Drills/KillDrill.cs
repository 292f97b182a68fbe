using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site;

namespace Netzwerk.Bench.Drills;

/// <summary>
/// SIGKILL at random moments: under load, while starting, and while a start migrates. With several processes one is killed while the others go on.
/// </summary>
public static class KillDrill
{
    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("kill", args, ("--kills", "300"), ("--migrations", "30"), ("--clients", "8"), ("--ready-within", "10"));
        return Drill.RunAsync(options, async drill =>
        {
            var starts = await UnderLoadAsync(drill);
            var migrations = await WhileMigratingAsync(drill);
            AddReadiness(drill, "ready", starts);
            if (migrations.Count > 0) AddReadiness(drill, "migrated", migrations);
        });
    }

    private static async Task<List<TimeSpan>> UnderLoadAsync(Drill drill)
    {
        var starts = new List<TimeSpan>();
        using var enough = new CancellationTokenSource();
        var crowd = drill.CrowdAsync(drill.Options.Whole("--clients"), int.MaxValue, VisitAsync, enough.Token);
        var kills = drill.Options.Whole("--kills");
        while (drill.Kills < kills && !crowd.IsCompleted)
        {
            var process = drill.Site.Processes[Random.Shared.Next(drill.Site.Processes.Count)];
            await Task.Delay(Random.Shared.Next(2_500));
            process.Kill();
            drill.Kills++;
            if (Random.Shared.Next(3) == 0 && drill.Kills < kills)
            {
                await KillStartingAsync(process);
                drill.Kills++;
            }
            starts.Add(await process.StartAsync());
            if (starts.Count % 10 == 0 || starts[^1].TotalSeconds > drill.Options.Whole("--ready-within")) Console.WriteLine($"{drill.Kills} kills, ready again after {starts[^1].TotalSeconds:N1} s, {drill.Ledger.Acknowledged.Count():N0} families acknowledged");
        }
        await enough.CancelAsync();
        await crowd;
        drill.Verdict.Add("load", drill.Ledger.Acknowledged.Any(), $"{drill.Kills} kills, {drill.Kills - starts.Count} of them while starting; {drill.Ledger.Acknowledged.Count():N0} families were acknowledged meanwhile, {drill.Ledger.Refused.Count():N0} refused");
        return starts;
    }

    /// <summary>Most insist; some close the page when no answer comes, so that nobody knows.</summary>
    private static async Task VisitAsync(SignUp signUp)
    {
        var told = await signUp.ComeAsync(Family.Next(Random.Shared), insists: Random.Shared.Next(4) > 0);
        if (Random.Shared.Next(2) == 0) await signUp.LookAsync(told);
    }

    /// <summary>Each time on an installation of its own: an empty one, or one of an older schema.</summary>
    private static async Task<List<TimeSpan>> WhileMigratingAsync(Drill drill)
    {
        var starts = new List<TimeSpan>();
        var samples = drill.Options.Engine == "sqlite" ? OldInstallation.All : [];
        var faults = new List<string>();
        for (var number = 0; number < drill.Options.Whole("--migrations"); number++)
        {
            // Whom the sample's mails would reach is none of this drill's families.
            using var installation = drill.Install(new Dictionary<string, string> { ["Mail__Host"] = "" });
            var sample = number % (samples.Count + 1) is > 0 and var which ? samples[which - 1] : null;
            sample?.PutInto(installation);
            var before = sample is null ? 0 : installation.Database.Count(OldInstallation.People);
            var process = installation.Add();
            await KillStartingAsync(process);
            starts.Add(await process.StartAsync());
            faults.AddRange(await FaultsAsync(installation, before));
        }
        if (starts.Count > 0) drill.Verdict.Add("whole", faults.Count == 0, faults.Count == 0 ? $"{starts.Count} kills while migrating (empty{string.Concat(samples.Select(sample => $", {sample.Schema}"))}): all rows are there, a family can come" : faults[0]);
        return starts;
    }

    private static async Task<List<string>> FaultsAsync(Installation installation, long before)
    {
        var kept = installation.Database.Count(OldInstallation.People);
        using var browser = new Browser(installation.Doors);
        var told = await new SignUp(browser, new Ledger()).ComeAsync(Family.Next(Random.Shared));
        await installation.Processes[0].StopAsync();
        using var connection = installation.Database.Open();
        var faults = installation.Database.Faults(connection).ToList();
        if (kept != before) faults.Add($"{kept} people after a killed migration, {before} before");
        if (told.What != What.Acknowledged || !Stored.Read(connection).Registrations.Any(registration => registration.Is(told.Family))) faults.Add($"after a killed migration a family was {told.What}: {told.Why}");
        return faults;
    }

    private static async Task KillStartingAsync(SiteProcess process)
    {
        process.Launch();
        await Task.Delay(Random.Shared.Next(100, 1_500));
        process.Kill();
    }

    private static void AddReadiness(Drill drill, string name, List<TimeSpan> starts)
    {
        var goal = drill.Options.Whole("--ready-within");
        var seconds = starts.Select(start => start.TotalSeconds).Order().ToList();
        drill.Verdict.Add(name, seconds[^1] <= goal, $"{starts.Count} starts after a kill: ready within {seconds[seconds.Count / 2]:N1} s at the median, {seconds[^1]:N1} s at most (goal {goal} s)");
    }
}
