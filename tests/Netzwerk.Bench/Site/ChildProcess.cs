using System.Collections.Concurrent;
using System.Diagnostics;

namespace Netzwerk.Bench.Site;

/// <summary>A process of our own with its last words kept; it ends with us.</summary>
public sealed class ChildProcess : IDisposable
{
    private static readonly ConcurrentDictionary<ChildProcess, bool> Alive = new();
    private readonly ConcurrentQueue<string> _words = new();
    private readonly StreamWriter? _log;

    static ChildProcess()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndAll();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => EndAll();
    }

    private ChildProcess(ProcessStartInfo start, string? log = null)
    {
        if (log is not null) _log = new StreamWriter(log, append: true) { AutoFlush = true };
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        Process = new Process { StartInfo = start };
        Process.OutputDataReceived += (_, line) => Keep(line.Data);
        Process.ErrorDataReceived += (_, line) => Keep(line.Data);
        Process.Start();
        Alive.TryAdd(this, true);
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public string LastWords => string.Join(Environment.NewLine, _words);

    public static ChildProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        StartProgram("dotnet", folder, environment, null, arguments);

    /// <param name="log">File to which all is added that it says.</param>
    public static ChildProcess StartProgram(string program, string folder, IReadOnlyDictionary<string, string> environment, string? log, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new ChildProcess(start, log);
    }

    /// <summary>Runs a program to its end and returns what it said.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var child = StartProgram(program, Path.GetTempPath(), new Dictionary<string, string>(), null, arguments);
        await child.Process.WaitForExitAsync();
        return child.Process.ExitCode == 0 ? child.LastWords : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {child.Process.ExitCode}: {child.LastWords}");
    }

    /// <summary>SIGTERM, as systemd stops a service.</summary>
    public Task AskToStopAsync() => RunAsync("sh", "-c", $"kill -TERM {Process.Id}");

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
        Alive.TryRemove(this, out _);
        if (!Process.HasExited) Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
        lock (_words) _log?.Dispose();
    }

    /// <summary>However the bench ends, it leaves nothing running.</summary>
    private static void EndAll()
    {
        foreach (var child in Alive.Keys) child.Process.Kill(entireProcessTree: true);
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        // Two streams speak, and one log listens.
        lock (_words) _log?.WriteLine(line);
        _words.Enqueue(line);
        while (_words.Count > 50) _words.TryDequeue(out _);
    }
}
