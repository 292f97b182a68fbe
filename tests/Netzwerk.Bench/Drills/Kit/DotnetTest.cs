using Netzwerk.Bench.Site;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>Runs tests of the product where they show a thing better than a load from outside can.</summary>
public static class DotnetTest
{
    /// <param name="filter">As <c>dotnet test --filter</c> takes it.</param>
    public static async Task ShowAsync(Verdict verdict, string claim, string filter, string engine)
    {
        var settings = new Dictionary<string, string>
        {
            ["NETZWERK_TEST_ENGINE"] = engine == "postgres" ? "PostgreSql" : "Sqlite",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        };
        using var tests = ChildProcess.Start(SiteFiles.Repository(), settings, "test", "tests/Netzwerk.Tests", "--nologo", "-v", "quiet", "--filter", filter);
        await tests.Process.WaitForExitAsync();
        // A filter that finds nothing ends well, too.
        var summary = tests.LastWords.Split(Environment.NewLine).LastOrDefault(line => line.Contains("Passed:", StringComparison.Ordinal));
        verdict.Add(claim, tests.Process.ExitCode == 0 && summary is not null, summary?.Trim() ?? $"no test ran: {tests.LastWords}");
    }
}
