using System.Globalization;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Abuse;

/// <summary>
/// The budget of strangers: each kind of cheap request, as fast as one address and as eight addresses send it, while other families sign up. None
/// of them waits, the server's memory stays small, and their mails leave as if nothing were.
/// </summary>
public static class AbuseDrill
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("abuse", args,
            ("--kinds", "all"), ("--addresses", "1,8"), ("--at-once", "60"), ("--seconds", "10"), ("--registered", "500"), ("--quiet", "100"),
            ("--factor", "10"), ("--most-milliseconds", "2000"), ("--least-milliseconds", "0"), ("--megabytes", "200"), ("--mail-seconds", "10"));
        var kinds = AbuseKind.All.Where(kind => options["--kinds"] == "all" || options["--kinds"].Split(',').Contains(kind.Name)).ToList();
        if (kinds.Count == 0) throw new FormatException($"--kinds all or some of {string.Join(',', AbuseKind.All.Select(kind => kind.Name))}");
        var addresses = options["--addresses"].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return Drill.RunAsync(options, async drill =>
        {
            await drill.CrowdAsync(4, options.Whole("--registered"), signUp => signUp.ComeAsync(Family.Next(Random.Shared)));
            await drill.SettleAsync(TimeSpan.FromMinutes(10));
            var target = await AbuseTarget.PrepareAsync(drill);
            var budget = await QuietAsync(drill, target, options);
            await ControlAsync(drill, budget);
            foreach (var kind in kinds)
            {
                foreach (var count in addresses) await MeetAsync(drill, target, kind, count, budget);
            }
            // What abusers asked for goes, because one address gets only so many a day and the rest would wait.
            drill.Database.Run("""DELETE FROM "AskedMails" """);
            drill.Database.Run("""DELETE FROM "OutboxMails" WHERE "Kind" <> 'confirmation' AND "State" = 'Waiting'""");
        }, new Dictionary<string, string> { ["Proxy__Known"] = "127.0.0.1" });
    }

    /// <summary>What families and the server need when nobody abuses anything; search and export included, once each.</summary>
    private static async Task<Budget> QuietAsync(Drill drill, AbuseTarget target, DrillOptions options)
    {
        foreach (var kind in AbuseKind.All.Where(kind => kind.IsOfStaff)) await new Abuser(target, "192.0.2.1").WarmUpAsync(kind);
        var families = new OtherFamilies(drill);
        await families.ComeAsync(options.Whole("--quiet"));
        var quiet = await families.MailsAsync(TimeSpan.FromMinutes(1));
        var budget = new Budget(
            Math.Max(options.Whole("--least-milliseconds"), options.Whole("--factor") * quiet.Median), options.Whole("--most-milliseconds"),
            ServerMemory.Of(drill), options.Whole("--megabytes"), options.Whole("--mail-seconds"));
        Console.WriteLine($"{"quiet",-22} {quiet}; server {budget.QuietMegabytes:N0} MB");
        return budget;
    }

    /// <summary>The drill's own negative control: another program holds the database for so long that it has to notice.</summary>
    private static async Task ControlAsync(Drill drill, Budget budget)
    {
        var families = new OtherFamilies(drill);
        using var stop = new CancellationTokenSource();
        var coming = families.ComeAsync(int.MaxValue, stop.Token);
        await Task.Delay(200, CancellationToken.None);
        using (var other = drill.Database.Open())
        {
            other.Run(drill.Options.Engine == "sqlite" ? "BEGIN IMMEDIATE" : "BEGIN; LOCK TABLE \"Registrations\" IN ACCESS EXCLUSIVE MODE");
            await Task.Delay(TimeSpan.FromMilliseconds(budget.MostMilliseconds + 1_000), CancellationToken.None);
            other.Run("ROLLBACK");
        }
        await stop.CancelAsync();
        await coming;
        var seen = await families.MailsAsync(TimeSpan.FromMinutes(1));
        var noticed = budget.Faults(seen, 0).Any();
        drill.Verdict.Add("control", noticed,
            $"another program held the database, the slowest sign-up took {seen.Slowest:N0} ms, and the drill {(noticed ? "noticed" : "did NOT notice")}");
    }

    private static async Task MeetAsync(Drill drill, AbuseTarget target, AbuseKind kind, int count, Budget budget)
    {
        var abusers = Enumerable.Range(0, count).Select(number => new Abuser(target, $"203.0.113.{number + 1}")).ToList();
        var families = new OtherFamilies(drill);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(drill.Options.Whole("--seconds")));
        using var memory = new ServerMemory(drill);
        var coming = families.ComeAsync(int.MaxValue, stop.Token);
        await Task.WhenAll(abusers.Select(abuser => abuser.AbuseAsync(kind, drill.Options.Whole("--at-once"), stop.Token)));
        await coming;
        var seen = await families.MailsAsync(TimeSpan.FromMinutes(2));
        var grown = memory.Most - budget.QuietMegabytes;
        var faults = budget.Faults(seen, grown).ToList();
        var sent = abusers.Sum(abuser => abuser.Sent);
        if (sent == 0) faults.Add("nothing was sent");
        var name = $"{kind.Name} x{count}";
        var answers = abusers.SelectMany(abuser => abuser.Answers).GroupBy(answer => answer.Key, answer => answer.Value).OrderByDescending(times => times.Sum());
        var what = $"{sent:N0} sent ({string.Join(", ", answers.Select(times => $"{times.Key}: {times.Sum():N0}"))}); {seen}; {grown:+0;-0} MB";
        Console.WriteLine($"{name,-22} {what}");
        drill.Verdict.Add(name, faults.Count == 0, faults.Count == 0 ? what : $"{string.Join("; ", faults)}. {what}");
        abusers.ForEach(abuser => abuser.Dispose());
        await Task.Delay(Pause, CancellationToken.None);
    }
}

/// <summary>What abuse may cost the others at most.</summary>
/// <param name="UsualMilliseconds">So many times the quiet median: 95 of 100 sign-ups stay below it, from the first page to the last answer.</param>
/// <param name="MostMilliseconds">No sign-up takes longer.</param>
/// <param name="MailSeconds">From the answer to the mail server, for each confirmation.</param>
public sealed record Budget(double UsualMilliseconds, double MostMilliseconds, double QuietMegabytes, double Megabytes, double MailSeconds)
{
    public IEnumerable<string> Faults(OthersSeen seen, double grown)
    {
        if (seen.Times.Length == 0) yield return "nobody could sign up";
        if (seen.Failed > 0) yield return $"{seen.Failed} could not sign up";
        if (seen.P95 >= UsualMilliseconds) yield return $"95 of 100 sign-ups took up to {seen.P95:N0} ms (goal {UsualMilliseconds:N0})";
        if (seen.Slowest >= MostMilliseconds) yield return $"one took {seen.Slowest:N0} ms (goal {MostMilliseconds:N0})";
        if (grown >= Megabytes) yield return $"{grown:N0} MB more (goal {Megabytes:N0})";
        if (seen.Unsent > 0) yield return $"{seen.Unsent} mails did not come";
        if (seen.SlowestMail >= MailSeconds) yield return $"a mail took {seen.SlowestMail:N1} s (goal {MailSeconds:N0})";
    }
}
