using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Bench.Drills;

/// <summary>SIGTERM while mails are being sent to a slow server: the one that is on its way is finished, and none goes out twice.</summary>
public static class TermDrill
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("term", args, ("--terms", "30"), ("--families", "20"));
        return Drill.RunAsync(options, async drill =>
        {
            drill.Mail.Fault = SmtpFault.Slow;
            var (slowest, wrongEnds, midway) = (TimeSpan.Zero, 0, 0);
            for (var term = 1; term <= options.Whole("--terms"); term++)
            {
                await drill.CrowdAsync(4, options.Whole("--families"), signUp => signUp.ComeAsync(Family.Next(Random.Shared)));
                await Task.Delay(Random.Shared.Next(600));
                var process = drill.Site.Processes[term % drill.Site.Processes.Count];
                var (took, exitCode) = await process.StopAsync();
                if (drill.Database.Count("""SELECT COUNT(*) FROM "OutboxMails" WHERE "State" <> 'Sent'""") > 0) midway++;
                if (took > slowest) slowest = took;
                if (exitCode != 0) wrongEnds++;
                await process.StartAsync();
            }
            drill.Mail.Fault = SmtpFault.None;
            drill.Verdict.Add("ends", slowest < Patience && wrongEnds == 0, $"{options.Whole("--terms")} times SIGTERM, {midway} of them with mails still to send; the slowest end took {slowest.TotalSeconds:N1} s, {wrongEnds} were not clean");
            drill.Verdict.Add("midway", midway > 0, "at least once there was something to cut short");
        });
    }
}
