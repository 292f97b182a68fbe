using System.Globalization;

namespace Netzwerk.Bench.Site;

/// <summary>What the kernel says that a process takes, in megabytes (proc(5), <c>/proc/PID/status</c>).</summary>
/// <param name="Resident">VmRSS: with the files of program and runtime, which the kernel reads in and drops as it likes.</param>
/// <param name="Own">Without those files: what nobody else can have meanwhile.</param>
public sealed record Memory(double Resident, double Own)
{
    public static Memory Of(int process)
    {
        var lines = File.ReadAllLines($"/proc/{process}/status");
        double Of(string name) => double.Parse(lines.Single(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) / 1024;
        return new Memory(Of("VmRSS"), Of("RssAnon") + Of("RssShmem"));
    }

    /// <summary>The most that it took while something was done.</summary>
    public static async Task<double> PeakAsync(int process, Func<Task> act)
    {
        using var done = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            var most = 0.0;
            while (!done.IsCancellationRequested)
            {
                most = Math.Max(most, Of(process).Resident);
                await Task.Delay(5);
            }
            return most;
        });
        await act();
        await done.CancelAsync();
        return await watch;
    }
}
