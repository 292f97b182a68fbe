using System.Diagnostics;
using System.Globalization;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills;

/// <summary>
/// A whole day of the demo's clock in so many minutes: families at a steady pace, readers, and at ten in the morning the reminders for all.
/// What a leak would make larger is looked at each second.
/// </summary>
public static class SoakDrill
{
    /// <summary>Connections that come and go while one looks.</summary>
    private const int Passing = 10;

    private const long MostLog = 64 * 1024 * 1024;
    private static readonly DateTime Morning = new(2022, 11, 9, 0, 0, 0);

    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("soak", args, ("--minutes", "60"), ("--pace", "5"), ("--clients", "4"), ("--growth", "10"));
        return Drill.RunAsync(options, async drill =>
        {
            // Families may come until the event itself, so that the reminders fall into the traffic.
            using (var connection = drill.Database.Open()) connection.Run("""UPDATE "Events" SET "DeadlineBound" = @p0""", new DateTime(2022, 11, 10, 23, 0, 0, DateTimeKind.Utc));
            await DemoClock.SetAsync(drill.Site.Doors, Morning);
            var during = TimeSpan.FromMinutes(double.Parse(options["--minutes"], CultureInfo.InvariantCulture));
            using var enough = new CancellationTokenSource(during);
            var traffic = TrafficAsync(drill, enough.Token);
            var looks = await WatchAsync(drill, during, traffic);
            await traffic;
            await drill.SettleAsync(TimeSpan.FromMinutes(5));
            foreach (var (number, own) in looks.GroupBy(look => look.Process).Select(group => (group.Key, group.ToList()))) Judge(drill, own, drill.Site.Processes.Count == 1 ? "" : $" {number + 1}");
            if (drill.Database is SqliteDatabase) drill.Verdict.Add("log", looks.Max(look => look.Log) <= MostLog, $"the write-ahead log had at most {looks.Max(look => look.Log) / 1024.0 / 1024:N1} MB (goal 64)");
            var left = drill.Database.Count("""SELECT COUNT(*) FROM "OutboxMails" WHERE "State" NOT IN ('Sent', 'Withdrawn')""");
            var reminders = drill.Database.Count("""SELECT COUNT(*) FROM "OutboxMails" WHERE "Kind" = 'reminder'""");
            drill.Verdict.Add("outbox", left == 0 && reminders > 0, $"{left:N0} mails are left, {reminders:N0} reminders went out");
        });
    }

    private static async Task TrafficAsync(Drill drill, CancellationToken stop)
    {
        var clients = drill.Options.Whole("--clients");
        var pause = TimeSpan.FromSeconds((double)clients / drill.Options.Whole("--pace"));
        using var browser = drill.Browser();
        await drill.CrowdAsync(clients, int.MaxValue, async signUp =>
        {
            var begun = Stopwatch.GetTimestamp();
            foreach (var page in (string[])["/", "/veranstaltungen/jubilaeum-2022", SignUp.FormPath, "/netzwerk"])
            {
                if ((await browser.GetAsync(page)).Status != 200) throw new InvalidDataException($"{page} is not there");
            }
            await signUp.LookAsync(await signUp.ComeAsync(Family.Next(Random.Shared)));
            if (pause - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } rest) await Task.Delay(rest, CancellationToken.None);
        }, stop);
    }

    private static async Task<List<Look>> WatchAsync(Drill drill, TimeSpan during, Task traffic)
    {
        var looks = new List<Look>();
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) is var passed && passed < during && !traffic.IsCompleted; await Task.Delay(1_000))
        {
            await DemoClock.SetAsync(drill.Site.Doors, Morning + (TimeSpan.FromHours(24) * (passed / during)));
            looks.AddRange(drill.Site.Processes.Select((process, number) => Look.At(number, process, drill.Database)));
        }
        return looks;
    }

    /// <summary>The first half warms up. Single looks go up and down with the garbage, so the middle ones are compared.</summary>
    private static void Judge(Drill drill, List<Look> looks, string process)
    {
        var second = looks.Skip(looks.Count / 2).ToList();
        var (early, late) = (second.Take(second.Count / 3).ToList(), second.TakeLast(second.Count / 3).ToList());
        var (before, after) = (Middle(early, look => look.Memory), Middle(late, look => look.Memory));
        var growth = (100.0 * after / before) - 100;
        drill.Verdict.Add("memory" + process, growth <= drill.Options.Whole("--growth"), $"{before / 1024.0 / 1024:N0} MB after the warm-up, {after / 1024.0 / 1024:N0} MB at the end ({growth:+0.0;-0.0} %; goal {drill.Options.Whole("--growth")} %), at most {looks.Max(look => look.Memory) / 1024.0 / 1024:N0} MB");
        var (handlesBefore, handlesAfter) = (Middle(early, look => look.Handles), Middle(late, look => look.Handles));
        drill.Verdict.Add("handles" + process, handlesAfter <= handlesBefore + Passing, $"{handlesBefore} after the warm-up, {handlesAfter} at the end");
    }

    private static long Middle(List<Look> looks, Func<Look, long> what) => looks.Select(what).Order().ElementAt(looks.Count / 2);

    private sealed record Look(int Process, long Memory, long Handles, long Log)
    {
        public static Look At(int number, SiteProcess site, Database database)
        {
            site.Process.Refresh();
            var log = new FileInfo((database as SqliteDatabase)?.File + "-wal");
            return new Look(number, site.Process.WorkingSet64, Directory.EnumerateFiles($"/proc/{site.Process.Id}/fd").Count(), log.Exists ? log.Length : 0);
        }
    }
}
