using System.Collections.Concurrent;
using System.Diagnostics;

namespace Netzwerk.Bench.Site;

/// <summary>A process of our own with its last words kept; it ends with us.</summary>
public sealed class ChildProcess : IDisposable
{
    private readonly ConcurrentQueue<string> _words = new();

    private ChildProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        Process = new Process { StartInfo = start };
        Process.OutputDataReceived += (_, line) => Keep(line.Data);
        Process.ErrorDataReceived += (_, line) => Keep(line.Data);
        Process.Start();
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public string LastWords => string.Join(Environment.NewLine, _words);

    public static ChildProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new ChildProcess(start);
    }

    /// <summary>Waits until the address answers 200.</summary>
    public async Task ReadyAsync(string address)
    {
        using var http = new HttpClient();
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < 60; await Task.Delay(50))
        {
            if (Process.HasExited) throw new InvalidOperationException($"{address} did not start: {LastWords}");
            try
            {
                using var answer = await http.GetAsync(new Uri(address));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new TimeoutException($"{address} was not ready within a minute: {LastWords}");
    }

    public void Dispose()
    {
        if (!Process.HasExited) Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _words.Enqueue(line);
        while (_words.Count > 50) _words.TryDequeue(out _);
    }
}
