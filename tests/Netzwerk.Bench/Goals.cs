using System.Globalization;

namespace Netzwerk.Bench;

/// <summary>A table of what was measured, what was to be reached, and whether it was.</summary>
public sealed class Goals
{
    private readonly List<(string What, string Figure, string Goal, string Verdict)> _rows = [];

    public void AtMost(string what, double figure, double goal, string unit) => _rows.Add((what, Text(figure, unit), $"≤ {Text(goal, unit)}", figure <= goal ? "reached" : "MISSED"));

    public void AtLeast(string what, double figure, double goal, string unit) => _rows.Add((what, Text(figure, unit), $"≥ {Text(goal, unit)}", figure >= goal ? "reached" : "MISSED"));

    /// <summary>What is good to know and has no goal.</summary>
    public void Note(string what, double figure, string unit) => _rows.Add((what, Text(figure, unit), "", ""));

    public void Print(TextWriter to)
    {
        if (_rows.Count == 0) return;
        var (what, figure, goal) = (_rows.Max(row => row.What.Length), _rows.Max(row => row.Figure.Length), _rows.Max(row => row.Goal.Length));
        to.WriteLine();
        to.WriteLine($"| {"what".PadRight(what)} | {"figure".PadLeft(figure)} | {"goal".PadLeft(goal)} |         |");
        to.WriteLine($"| {new string('-', what)} | {new string('-', figure - 1)}: | {new string('-', goal - 1)}: | ------- |");
        foreach (var row in _rows) to.WriteLine($"| {row.What.PadRight(what)} | {row.Figure.PadLeft(figure)} | {row.Goal.PadLeft(goal)} | {row.Verdict,-7} |");
    }

    private static string Text(double figure, string unit) => string.Create(CultureInfo.InvariantCulture, $"{(figure < 10 ? figure.ToString("0.##", CultureInfo.InvariantCulture) : figure.ToString("N0", CultureInfo.InvariantCulture))} {unit}");
}
