using System.Diagnostics;

namespace Netzwerk.Bench.Load;

/// <summary>Lets so many visitors come at once for a while, and counts.</summary>
public static class Crowd
{
    /// <param name="server">Whose processor time is counted.</param>
    public static Sample Run(int clients, double seconds, Process server, Func<Visitor> visitor)
    {
        using var own = Process.GetCurrentProcess();
        // Some take a long way to where they are measured.
        var visitors = Enumerable.Range(0, clients).AsParallel().WithDegreeOfParallelism(4).Select(_ => visitor()).ToList();
        var (ownBefore, serverBefore) = (ProcessorTime(own), ProcessorTime(server));
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(seconds * Stopwatch.Frequency);
        var threads = visitors.Select(one => new Thread(() => one.VisitUntil(end))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var took = Stopwatch.GetElapsedTime(start);
        var sample = new Sample(
            took,
            Milliseconds(visitors.SelectMany(one => one.Requests)),
            Milliseconds(visitors.SelectMany(one => one.Visits)),
            ProcessorTime(server) - serverBefore,
            ProcessorTime(own) - ownBefore,
            visitors.FirstOrDefault(one => one.Wrong is not null)?.Wrong);
        visitors.ForEach(one => one.Dispose());
        return sample;
    }

    private static TimeSpan ProcessorTime(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private static double[] Milliseconds(IEnumerable<long> ticks) => [.. ticks.Select(t => t * 1000.0 / Stopwatch.Frequency).Order()];
}

/// <summary>What one measurement saw.</summary>
/// <param name="Requests">Waiting time of each request in milliseconds, ascending.</param>
/// <param name="Visits">The same for each whole visit.</param>
/// <param name="Wrong">The first wrong answer; null when all were right.</param>
public sealed record Sample(TimeSpan Took, double[] Requests, double[] Visits, TimeSpan ServerTime, TimeSpan GeneratorTime, string? Wrong)
{
    public double RequestRate => Requests.Length / Took.TotalSeconds;

    public double VisitRate => Visits.Length / Took.TotalSeconds;

    public double ServerMicrosecondsPerRequest => ServerTime.TotalMicroseconds / Math.Max(1, Requests.Length);

    /// <summary>The load generator's part of the processor time that it and the server took together.</summary>
    public double GeneratorShare => GeneratorTime / (GeneratorTime + ServerTime);

    /// <param name="share">0.5 is the median.</param>
    public static double Quantile(double[] ascending, double share) =>
        ascending.Length == 0 ? double.NaN : ascending[(int)Math.Min(ascending.Length - 1, Math.Ceiling(share * ascending.Length) - 1)];
}
