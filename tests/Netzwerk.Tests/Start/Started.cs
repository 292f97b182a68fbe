using System.Diagnostics;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Start;

/// <summary>The site as a process of its own, as an operator starts it, with settings from the environment.</summary>
internal sealed record Started(int? ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static IReadOnlyDictionary<string, string> Production { get; } =
        TestApp.RequiredSettings.Append(("ASPNETCORE_ENVIRONMENT", "Production")).ToDictionary(setting => setting.Item1, setting => setting.Item2, StringComparer.Ordinal);

    /// <summary>Runs until the site ends or says the given words, then stops it.</summary>
    public static async Task<Started> RunAsync(IReadOnlyDictionary<string, string> settings, string until = "Application started")
    {
        var folder = Directory.CreateTempSubdirectory("netzwerk-start-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Netzwerk.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["Site__DataDirectory"] = Path.Combine(folder, "data");
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            using var limit = new CancellationTokenSource(Patience);
            var output = "";
            var runs = false;
            while (!runs && await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                output += line + "\n";
                runs = line.Contains(until, StringComparison.Ordinal);
            }
            if (runs) process.Kill();
            await process.WaitForExitAsync(limit.Token);
            return new Started(runs ? null : process.ExitCode, output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }
}
