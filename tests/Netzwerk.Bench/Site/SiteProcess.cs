using System.Diagnostics;

namespace Netzwerk.Bench.Site;

/// <summary>One process of the published site, on a port that it keeps from start to start.</summary>
public sealed class SiteProcess(string published, IReadOnlyDictionary<string, string> settings, int port, string log) : IDisposable
{
    private ChildProcess? _child;

    public int Port => port;

    /// <summary>All that it ever said.</summary>
    public string Log => log;

    public bool IsRunning => _child is { Process.HasExited: false };

    public Process Process => _child?.Process ?? throw new InvalidOperationException("The site was not started.");

    /// <summary>Starts it and does not wait.</summary>
    public void Launch()
    {
        _child?.Dispose();
        var environment = new Dictionary<string, string>(settings) { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" };
        _child = ChildProcess.StartProgram("dotnet", published, environment, log, "Netzwerk.dll");
    }

    /// <returns>How long it took until it could do its work.</returns>
    public async Task<TimeSpan> StartAsync()
    {
        var start = Stopwatch.GetTimestamp();
        Launch();
        await ReadyAsync();
        return Stopwatch.GetElapsedTime(start);
    }

    public Task ReadyAsync() => _child!.ReadyAsync($"http://127.0.0.1:{port}/health/ready");

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        Process.Kill();
        Process.WaitForExit();
    }

    /// <summary>SIGTERM, and waits for its end.</summary>
    /// <returns>How long it took, and with what it ended.</returns>
    public async Task<(TimeSpan Took, int ExitCode)> StopAsync()
    {
        var start = Stopwatch.GetTimestamp();
        await _child!.AskToStopAsync();
        await Process.WaitForExitAsync();
        return (Stopwatch.GetElapsedTime(start), Process.ExitCode);
    }

    /// <summary>One of the program's own commands, with the settings of this site.</summary>
    /// <returns>What it said; throws when it ends with anything but 0.</returns>
    public async Task<string> CommandAsync(params string[] arguments)
    {
        using var command = ChildProcess.StartProgram("dotnet", published, settings, log, ["Netzwerk.dll", .. arguments]);
        await command.Process.WaitForExitAsync();
        return command.Process.ExitCode == 0 ? command.LastWords : throw new InvalidOperationException($"{arguments[0]} ended with {command.Process.ExitCode}: {command.LastWords}");
    }

    public void Dispose()
    {
        _child?.Dispose();
        _child = null;
    }
}
