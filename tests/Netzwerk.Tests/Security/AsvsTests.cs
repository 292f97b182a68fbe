using System.Runtime.CompilerServices;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Netzwerk.Tests.Security;

/// <summary>The table of OWASP ASVS 5.0 in Asvs.md is whole, and what it names exists.</summary>
public sealed partial class AsvsTests
{
    /// <summary>How far the requirements of levels 1 and 2 go in each section (OWASP ASVS 5.0.0; level 3 always stands behind them).</summary>
    private const string Sections =
        "1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 "
        + "6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 "
        + "10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 "
        + "13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2";

    private const int Level1And2 = 253;

    [Fact]
    public void Every_requirement_of_levels_1_and_2_stands_there_once()
    {
        var expected = Sections.Split(' ').Select(section => section.Split(':')).SelectMany(section => Enumerable.Range(1, int.Parse(section[1], CultureInfo.InvariantCulture)).Select(number => $"{section[0]}.{number}")).ToList();
        var found = Rows().SelectMany(row => row.Ids).ToList();

        Assert.Equal(Level1And2, expected.Count);
        Assert.Empty(expected.Except(found));
        Assert.Empty(found.Except(expected));
        Assert.Equal(found.Distinct(), found);
    }

    [Fact]
    public void Every_answer_names_tests_that_exist_or_a_reason()
    {
        var tests = Tests();
        foreach (var row in Rows())
        {
            var named = TestName().Matches(row.Shown).Select(match => match.Groups[1].Value).ToList();
            Assert.True(row.State is "yes" or "partly" or "operator" or "none", $"{row.Ids[0]}: „{row.State}“");
            if (row.State is "yes" or "partly") Assert.True(named.Count > 0, $"{row.Ids[0]} names no test");
            if (row.State is not "yes") Assert.True(TestName().Replace(row.Shown, "").Trim(' ', ':').Length > 15, $"{row.Ids[0]} gives no reason");
            foreach (var name in named) Assert.True(tests.Contains(name), $"{row.Ids[0]}: there is no test {name}");
        }
    }

    [Fact]
    public void What_has_to_be_written_down_is_there()
    {
        var text = File.ReadAllText(Path.Combine(Here(), "Asvs.md"));
        foreach (var chapter in (string[])["V2.1", "V6.1", "V7.1", "V8.1", "V11.1", "V13.1", "V14.1", "V15.1", "V16.1"])
            Assert.Matches($@"\*\*[^*]+\*\* \([^)]*{Regex.Escape(chapter)}", text);
    }

    private static List<Row> Rows() =>
    [
        .. File.ReadLines(Path.Combine(Here(), "Asvs.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Row(cells[1].Split(' '), cells[3], cells[4])),
    ];

    /// <summary>From the sources, because the browser's tests are another assembly.</summary>
    private static HashSet<string> Tests()
    {
        var tests = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Here(), "..", "..")), "*Tests.cs", SearchOption.AllDirectories))
        {
            foreach (Match match in Method().Matches(File.ReadAllText(file))) tests.Add($"{Path.GetFileNameWithoutExtension(file)}.{match.Groups[1].Value}");
        }
        return tests;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\[(?:Fact|Theory)[^\n]*\]\s(?:\s*\[[^\n]*\]\s)*\s*public (?:async Task|void|Task) (\w+)\(")]
    private static partial Regex Method();

    private sealed record Row(IReadOnlyList<string> Ids, string State, string Shown);
}
