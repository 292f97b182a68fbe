namespace Netzwerk.Tests.Drills;

/// <summary>The rest of the bench's drills in small. A full and a read-only disk need root; without it the verdict names them as not shown.</summary>
[Collection(nameof(DrillTests))]
[Trait("Drill", "yes")]
public sealed class MoreDrillTests
{
    [Theory]
    [InlineData("storage", "--seconds", "3", "--families", "4", "--cuts", "5", "--starts", "1", "--stops", "1")]
    [InlineData("clock", "--families", "30", "--rounds", "1", "--starts", "200", "--jumps", "-40", "--tests", "no")]
    [InlineData("double", "--cases", "40")]
    [InlineData("fuzz", "--cases", "300")]
    [InlineData("backup", "--families", "150", "--tests", "no")]
    [InlineData("abuse", "--addresses", "1,2", "--at-once", "20", "--seconds", "2", "--registered", "60", "--quiet", "20", "--least-milliseconds", "5000", "--most-milliseconds", "5000", "--mail-seconds", "60")]
    [InlineData("soak", "--minutes", "0.3", "--growth", "80")]
    public async Task It_holds(string command, params string[] options)
    {
        var drill = await Bench.RunAsync(command, options);

        Assert.True(drill.ExitCode == 0, drill.Said);
        Assert.Matches(": held(; not shown: full(, readonly)?)?$", drill.Verdict);
    }
}
