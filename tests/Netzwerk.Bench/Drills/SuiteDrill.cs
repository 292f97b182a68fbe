using System.Diagnostics;
using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Drills;

/// <summary>Every endpoint, method and role, and every header: enumerated from the site's own endpoint table by its tests.</summary>
public static class SuiteDrill
{
    public static Task<int> AccessAsync(string[] args) => RunAsync("access", args, "FullyQualifiedName~Security.AccessTests");

    public static Task<int> HeadersAsync(string[] args) => RunAsync("headers", args, "FullyQualifiedName~Security.HeadersTests");

    private static async Task<int> RunAsync(string command, string[] args, string filter)
    {
        var options = new DrillOptions(command, args);
        var verdict = new Verdict();
        var begun = Stopwatch.GetTimestamp();
        await DotnetTest.ShowAsync(verdict, command, filter, options.Engine);
        return verdict.Print(Console.Out, $"{command}, {options.Engine}, {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s");
    }
}
