using System.Diagnostics;
using System.Net.Sockets;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Load;
using Netzwerk.Bench.Site;
using Netzwerk.Bench.Site.Databases;
using Netzwerk.Bench.Web;

namespace Netzwerk.Bench.Start;

/// <summary>How long the published site needs from nothing to its first page, on a database that is there, and how much memory it takes after a crowd.</summary>
public static class StartCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("start", args, ("--times", "5"), ("--load-seconds", "10"));
        var folder = Directory.CreateTempSubdirectory("netzwerk-bench-").FullName;
        try
        {
            var published = options.Published ?? Path.Combine(folder, "site");
            await SiteFiles.ProvideAsync(published);
            using var postgres = options.Engine == "postgres" ? await PostgresServer.StartAsync() : null;
            Directory.CreateDirectory(Path.Combine(folder, "data"));
            using var site = new Installation(published, folder, postgres?.Create("netzwerk") ?? (Database)new SqliteDatabase(Path.Combine(folder, "data")), new Dictionary<string, string>());
            var process = site.Add(options.Port);
            await process.StartAsync();

            var starts = new List<(double Took, double Cpu)>();
            for (var time = 0; time < options.Whole("--times"); time++)
            {
                await process.StopAsync();
                starts.Add(FirstPage(process));
            }
            var sample = Crowd.Run(8, options.Whole("--load-seconds"), process.Process, () => new FamilyVisitor(process.Port));
            var memory = Memory.Of(process.Process.Id);

            var goals = new Goals();
            goals.AtMost("Start to first page", starts.Select(start => start.Took).Order().ElementAt(starts.Count / 2), 1_000, "ms");
            goals.Note("Processor time for it", starts.Select(start => start.Cpu).Order().ElementAt(starts.Count / 2), "ms");
            goals.AtMost($"Memory after {sample.Visits.Length:N0} journeys (VmRSS)", memory.Resident, 150, "MB");
            goals.Note("of it without the files of program and runtime", memory.Own, "MB");
            goals.Print(Console.Out);
            if (sample.Wrong is not null) Console.WriteLine($"WRONG: {sample.Wrong}");
            return sample.Wrong is null && goals.AreReached ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Took, double Cpu) FirstPage(SiteProcess process)
    {
        var start = Stopwatch.GetTimestamp();
        process.Launch();
        while (true)
        {
            try
            {
                using var visitor = new PageVisitor(process.Port, FamilyVisitor.EventPath, FamilyVisitor.EventHeading);
                visitor.VisitUntil(Stopwatch.GetTimestamp() + 1);
                if (visitor.Wrong is { } wrong) throw new InvalidDataException(wrong);
                return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, process.Process.TotalProcessorTime.TotalMilliseconds);
            }
            catch (SocketException) when (process.IsRunning && Stopwatch.GetElapsedTime(start).TotalMinutes < 1)
            {
                Thread.Sleep(2);
            }
        }
    }
}
