using System.Diagnostics;

namespace Netzwerk.Tests.Operation;

public sealed class SystemdTests
{
    [Fact]
    public Task The_README_s_unit_is_one_that_systemd_takes_without_a_word() => VerifyAsync("netzwerk.service", Readme.Block("ini"));

    [Fact]
    public Task So_is_the_one_for_several_processes() => VerifyAsync("netzwerk@5080.service", Readme.Block("ini").Replace("ExecStart=", Readme.Block("ini", 1) + "ExecStart=", StringComparison.Ordinal));

    private static async Task VerifyAsync(string name, string text)
    {
        const string Analyze = "/usr/bin/systemd-analyze";
        // Without systemd there is nobody to ask; tests/run says nothing about it, because the site needs it as little.
        if (!File.Exists(Analyze)) return;
        var folder = Directory.CreateTempSubdirectory("netzwerk-unit-");
        try
        {
            var unit = Path.Combine(folder.FullName, name);
            // It looks whether the program is there; where dotnet lies differs between machines.
            await File.WriteAllTextAsync(unit, text.Replace("/usr/bin/dotnet", Environment.ProcessPath!, StringComparison.Ordinal));
            using var process = Process.Start(new ProcessStartInfo(Analyze, ["verify", "--man=no", unit]) { RedirectStandardError = true })!;
            var words = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            Assert.Empty(words);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
