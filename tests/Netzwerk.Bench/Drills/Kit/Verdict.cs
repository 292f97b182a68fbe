namespace Netzwerk.Bench.Drills.Kit;

/// <summary>What a drill promised to show, claim by claim.</summary>
public sealed class Verdict
{
    private readonly List<(string Name, bool Holds, string What)> _claims = [];

    public bool Holds => _claims.TrueForAll(claim => claim.Holds);

    /// <summary>With what was seen.</summary>
    public IEnumerable<string> BrokenClaims => _claims.Where(claim => !claim.Holds).Select(claim => $"{claim.Name} {claim.What}");

    public IEnumerable<string> Broken => _claims.Where(claim => !claim.Holds).Select(claim => claim.Name);

    /// <param name="name">An invariant, or a word or two for what this drill alone claims.</param>
    /// <param name="what">What was seen, with its figures.</param>
    public void Add(string name, bool holds, string what) => _claims.Add((name, holds, what));

    /// <returns>The exit code.</returns>
    public int Print(TextWriter to, string title)
    {
        to.WriteLine();
        var width = _claims.Max(claim => claim.Name.Length);
        foreach (var (name, holds, what) in _claims) to.WriteLine($"{name.PadRight(width)}  {(holds ? "ok    " : "BROKEN")}  {what}");
        to.WriteLine(Holds ? $"VERDICT {title}: held" : $"VERDICT {title}: BROKEN ({string.Join(", ", Broken)})");
        return Holds ? 0 : 1;
    }
}
