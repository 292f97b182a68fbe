using System.Collections.Concurrent;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Load;

namespace Netzwerk.Bench.Drills;

/// <summary>
/// A mail server that fails in every way, one after the other, while families go on signing up: none of them waits for it, each mail arrives in
/// the end or is visibly refused, and nothing is ever said in plain text.
/// </summary>
public static class SmtpDrill
{
    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("smtp", args, ("--mails", "200"), ("--modes", "all"), ("--clients", "4"), ("--hurry", "no"), ("--warm-up", "100"), ("--slack-milliseconds", "20"));
        var modes = SmtpMode.All.Where(mode => options["--modes"] == "all" || options["--modes"].Split(',').Contains(mode.Name)).ToList();
        var slack = options.Whole("--slack-milliseconds");
        return Drill.RunAsync(options, async drill =>
        {
            // The first families after a start pay for its warming up.
            await RushAsync(drill, options.Whole("--warm-up"));
            var well = Median(await RushAsync(drill, Math.Max(options.Whole("--warm-up") / 2, options.Whole("--mails"))));
            Console.WriteLine($"{"a well server",-26} last request {well:N1} ms at the median");
            await drill.SettleAsync(TimeSpan.FromMinutes(10));
            var slower = new List<string>();
            foreach (var mode in modes)
            {
                var median = await MeetAsync(drill, mode);
                if (median > (2 * well) + slack) slower.Add($"{mode.Name}: {median:N1} ms");
            }
            drill.Verdict.Add("modes", modes.Count >= 12, $"{modes.Count} modes, {options["--mails"]} mails each");
            drill.Verdict.Add("waiting", slower.Count == 0, slower.Count == 0 ? $"signing up took {well:N1} ms with a well server, and no more than twice that (and {slack} ms) with any other" : string.Join("; ", slower));
            drill.Verdict.Add("tls", drill.Mail.SaidOpenly.Count == 0, drill.Mail.SaidOpenly.Count == 0 ? $"nothing but the wish for TLS was said in plain text over {drill.Mail.Connections:N0} connections" : $"said in plain text: {drill.Mail.SaidOpenly[0]}");
        });
    }

    /// <returns>Median of the last request in milliseconds.</returns>
    private static async Task<double> MeetAsync(Drill drill, SmtpMode mode)
    {
        var (droppedBefore, refusedBefore) = (drill.Mail.Dropped, Refused(drill));
        mode.Begin(drill.Mail);
        var median = Median(await RushAsync(drill, drill.Options.Whole("--mails")));
        await TriedAsync(drill);
        var met = drill.Database.Count("""SELECT COUNT(*) FROM "OutboxMails" WHERE "Attempts" > 0 AND "State" <> 'Sent'""") - refusedBefore;
        SmtpMode.Heal(drill.Mail);
        await drill.SettleAsync(TimeSpan.FromMinutes(10), drill.Options["--hurry"] == "yes");
        var refused = Refused(drill);
        Console.WriteLine($"{mode.Name,-26} last request {median:N1} ms at the median, {met} mails met it, {drill.Mail.Dropped - droppedBefore} dropped after the dot, {refused - refusedBefore} refused");
        if (mode.Refuses != (refused > refusedBefore)) drill.Verdict.Add(mode.Name, false, mode.Refuses ? "nothing was visibly refused" : "mails were given up that should have waited");
        if (!mode.Takes && met == 0) drill.Verdict.Add(mode.Name, false, "no mail met this server");
        return median;
    }

    private static async Task<List<double>> RushAsync(Drill drill, int families)
    {
        var times = new ConcurrentBag<double>();
        await drill.CrowdAsync(drill.Options.Whole("--clients"), families, async signUp => times.Add((await signUp.ComeAsync(Family.Next(Random.Shared))).Milliseconds));
        return [.. times.Order()];
    }

    /// <summary>Gives the site time to meet the fault: until no mail is left that was never tried, or a few seconds.</summary>
    private static async Task TriedAsync(Drill drill)
    {
        for (var tries = 0; tries < 20 && drill.Database.Count("""SELECT COUNT(*) FROM "OutboxMails" WHERE "Attempts" = 0""") > 0; tries++) await Task.Delay(200);
    }

    private static long Refused(Drill drill) => drill.Database.Count("""SELECT COUNT(*) FROM "OutboxMails" WHERE "State" = 'Refused'""");

    private static double Median(List<double> ascending) => Sample.Quantile([.. ascending], 0.5);
}
