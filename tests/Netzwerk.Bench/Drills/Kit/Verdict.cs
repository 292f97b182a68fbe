namespace Netzwerk.Bench.Drills.Kit;

/// <summary>What a drill promised to show, claim by claim.</summary>
public sealed class Verdict
{
    private readonly List<(string Name, bool? Holds, string What)> _claims = [];

    public bool Holds => !Broken.Any();

    /// <summary>With what was seen.</summary>
    public IEnumerable<string> BrokenClaims => _claims.Where(claim => claim.Holds == false).Select(claim => $"{claim.Name} {claim.What}");

    public IEnumerable<string> Broken => _claims.Where(claim => claim.Holds == false).Select(claim => claim.Name);

    /// <param name="name">An invariant, or a word or two for what this drill alone claims.</param>
    /// <param name="what">What was seen, with its figures.</param>
    public void Add(string name, bool holds, string what) => _claims.Add((name, holds, what));

    /// <summary>What cannot be tried here; the last line names it, so that nobody takes it for held.</summary>
    public void NotShown(string name, string why) => _claims.Add((name, null, why));

    /// <returns>The exit code.</returns>
    public int Print(TextWriter to, string title)
    {
        to.WriteLine();
        var width = _claims.Max(claim => claim.Name.Length);
        foreach (var (name, holds, what) in _claims) to.WriteLine($"{name.PadRight(width)}  {holds switch { true => "ok    ", false => "BROKEN", null => "NOT SHOWN" }}  {what}");
        var notShown = _claims.Where(claim => claim.Holds is null).Select(claim => claim.Name).ToList();
        to.WriteLine($"VERDICT {title}: {(Holds ? "held" : $"BROKEN ({string.Join(", ", Broken)})")}{(notShown.Count == 0 ? "" : $"; not shown: {string.Join(", ", notShown)}")}");
        return Holds ? 0 : 1;
    }
}
