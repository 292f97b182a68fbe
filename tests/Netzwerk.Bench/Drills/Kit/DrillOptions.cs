using System.Globalization;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>The options of one drill: those that all have, and its own with their defaults.</summary>
public sealed class DrillOptions
{
    private static readonly (string Name, string Default)[] Common =
    [
        ("--engine", "sqlite"),
        ("--processes", "1"),
        ("--published", ""),
        ("--port", "0"),
        ("--tamper", ""),
    ];

    private readonly Dictionary<string, string> _values;

    public DrillOptions(string command, string[] args, params (string Name, string Default)[] own)
    {
        Command = command;
        _values = own.Concat(Common).ToDictionary(option => option.Name, option => option.Default);
        var usage = $"{command} {string.Join(' ', own.Concat(Common).Select(option => $"[{option.Name} {option.Default}]"))}";
        foreach (var pair in args.Chunk(2))
        {
            if (pair.Length < 2 || !_values.ContainsKey(pair[0])) throw new FormatException(usage);
            _values[pair[0]] = pair[1];
        }
        if (Engine is not ("sqlite" or "postgres")) throw new FormatException(usage);
    }

    public string Command { get; }

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Engine => this["--engine"];

    /// <summary>How many processes share the one database.</summary>
    public int Processes => Whole("--processes");

    /// <summary>A folder with the published site, made there when it is empty; without one each run publishes anew.</summary>
    public string? Published => this["--published"] is { Length: > 0 } folder ? folder : null;

    /// <summary>The first process's port, the next ones follow; zero takes free ones.</summary>
    public int Port => Whole("--port");

    /// <summary>Breaks this invariant (I1 to I9) after the drill, to show that the verdict notices.</summary>
    public string? Tamper => this["--tamper"] is { Length: > 0 } invariant ? invariant : null;

    public string this[string name] => _values[name];

    public int Whole(string name) => int.Parse(this[name], CultureInfo.InvariantCulture);
}
