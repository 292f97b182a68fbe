using System.Globalization;

namespace Netzwerk.Bench;

/// <summary>A table of what was measured, what was to be reached, and whether it was.</summary>
public sealed class Goals
{
    private readonly List<(string What, string Figure, string Goal, string Verdict)> _rows = [];

    public bool AreReached { get; private set; } = true;

    public void AtMost(string what, double figure, double goal, string unit) => Add(what, figure, "≤", goal, unit, figure <= goal);

    public void AtLeast(string what, double figure, double goal, string unit) => Add(what, figure, "≥", goal, unit, figure >= goal);

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

    private void Add(string what, double figure, string bound, double goal, string unit, bool isReached)
    {
        _rows.Add((what, Text(figure, unit), $"{bound} {Text(goal, unit)}", isReached ? "reached" : "MISSED"));
        AreReached &= isReached;
    }

    private static string Text(double figure, string unit) => string.Create(CultureInfo.InvariantCulture, $"{(figure < 10 ? figure.ToString("0.##", CultureInfo.InvariantCulture) : figure.ToString("N0", CultureInfo.InvariantCulture))} {unit}");
}
