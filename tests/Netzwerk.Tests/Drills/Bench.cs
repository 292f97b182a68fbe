using System.Diagnostics;
using System.Text;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Drills;

/// <summary>A command of the bench as a process of its own, on the engine that the tests stand on.</summary>
internal sealed record Bench(int ExitCode, string Said)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The last line of a drill.</summary>
    public string Verdict => Said.Split('\n').LastOrDefault(line => line.StartsWith("VERDICT", StringComparison.Ordinal)) ?? "";

    public static async Task<Bench> RunAsync(string command, params string[] options)
    {
        // The site as it was built with these tests: publishing it would take longer than the drills.
        string[] all = [BuiltOf("tests", "Netzwerk.Bench"), command, .. options, "--engine", PostgresServer.IsWanted ? "postgres" : "sqlite", "--published", Path.GetDirectoryName(BuiltOf("src", "Netzwerk"))!];
        using var process = Process.Start(new ProcessStartInfo("dotnet", all) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = new StringBuilder();
        void Hear(string? line)
        {
            lock (said) said.Append(line).Append('\n');
        }
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        return new Bench(process.ExitCode, said.ToString());
    }

    /// <summary>The other project's program, built in the configuration of these tests.</summary>
    private static string BuiltOf(string folder, string project)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        var output = Path.Combine(root.Parent!.Name, root.Name);
        while (!File.Exists(Path.Combine(root.FullName, "Netzwerk.sln"))) root = root.Parent!;
        return Path.Combine(root.FullName, folder, project, "bin", output, project + ".dll");
    }
}
