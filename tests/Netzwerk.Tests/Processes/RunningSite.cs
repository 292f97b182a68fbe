using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Operation;

namespace Netzwerk.Tests.Processes;

/// <summary>A process of the site as an operator starts it, in Production, on the database of a test.</summary>
internal sealed class RunningSite : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _words = new();
    private readonly TaskCompletionSource _runs = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningSite(TestApp app, Uri from, int mailPort)
    {
        Address = new Uri($"http://127.0.0.1:{Nginx.FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Netzwerk.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = app.DataFolder };
        var configuration = app.Services.GetRequiredService<IConfiguration>();
        var shared = ((string[])["Database:Provider", "Database:Secret", "ConnectionStrings:Netzwerk"]).Select(key => (Key: key, Value: configuration[key])).Where(setting => setting.Value is not null);
        foreach (var (key, value) in ((string, string)[])[
            .. TestApp.RequiredSettings, .. shared.Select(setting => (setting.Key, setting.Value!)), ("Site:DataDirectory", app.DataFolder), ("Site:BaseUrl", from.ToString()), ("Proxy:Known", "127.0.0.1"),
            ("Mail:Port", $"{mailPort}"), ("Mail:Security", "None"), ("ASPNETCORE_URLS", Address.ToString()), ("ASPNETCORE_ENVIRONMENT", "Production")])
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>All that it wrote.</summary>
    public string Words
    {
        get
        {
            lock (_words) return _words.ToString();
        }
    }

    /// <summary>Returns when it takes requests.</summary>
    /// <param name="from">Where visitors go.</param>
    public static async Task<RunningSite> StartAsync(TestApp app, Uri from, int mailPort)
    {
        var site = new RunningSite(app, from, mailPort);
        await Task.WhenAny(site._runs.Task, site._process.WaitForExitAsync()).WaitAsync(Patience);
        return site._runs.Task.IsCompletedSuccessfully ? site : throw new InvalidOperationException($"The site did not start: {site.Words}");
    }

    /// <summary>As a power cut would end it.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_words) _words.AppendLine(line);
        if (line.Contains("Netzwerk läuft:", StringComparison.Ordinal)) _runs.TrySetResult();
    }
}
