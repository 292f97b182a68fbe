namespace Netzwerk.Tests.Drills;

/// <summary>The bench's drills in small, so that each of them can be trusted to run at full size.</summary>
[Collection(nameof(DrillTests))]
[Trait("Drill", "yes")]
public sealed class DrillTests
{
    private const string TwelveModes =
        "down,421 instead of a greeting,tarpit: no greeting,slow,no STARTTLS,bad certificate,421 to the recipient,451 to the recipient,452 to the recipient,554 to the content,dropped before the dot,dropped after the dot";

    [Theory]
    [InlineData("kill", "--processes", "2", "--kills", "3", "--migrations", "2", "--clients", "4", "--ready-within", "60")]
    [InlineData("term", "--terms", "1", "--families", "6")]
    [InlineData("smtp", "--mails", "3", "--hurry", "yes", "--warm-up", "10", "--slack-milliseconds", "2000", "--modes", TwelveModes)]
    [InlineData("race", "--rush", "100", "--seats", "10", "--rounds", "1")]
    [InlineData("burst", "--sustained-seconds", "2", "--warm-up", "10", "--p99", "30000")]
    [InlineData("invariants")]
    public async Task It_holds(string command, params string[] options)
    {
        var drill = await Bench.RunAsync(command, options);

        Assert.True(drill.ExitCode == 0, drill.Said);
        Assert.EndsWith(": held", drill.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_invariant_ends_with_one_and_is_named()
    {
        var drill = await Bench.RunAsync("invariants", "--families", "2", "--tamper", "I3");

        Assert.Equal(1, drill.ExitCode);
        Assert.Contains("BROKEN (I3", drill.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_wrongly_ends_with_two_and_says_what_there_is()
    {
        var drill = await Bench.RunAsync("kill", "--kils", "3");

        Assert.Equal(2, drill.ExitCode);
        Assert.Contains("--kills 300", drill.Said, StringComparison.Ordinal);
    }
}

/// <summary>They kill, wait and measure: alone, when all else is done.</summary>
[CollectionDefinition(nameof(DrillTests), DisableParallelization = true)]
public sealed class DrillsAlone;
