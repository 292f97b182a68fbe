namespace Netzwerk.Features.Operation;

/// <summary>One call of a command: what was typed behind its name, the settings as the site would read them, and where the answer goes.</summary>
public sealed class Order
{
    public Order(IReadOnlyList<string> arguments, IConfiguration configuration, IHostEnvironment environment, TextWriter output, TextWriter errors)
    {
        (Configuration, Environment, Output, Errors) = (configuration, environment, output, errors);
        var words = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal)) words.Add(arguments[i]);
            else if (arguments[i].IndexOf('=', StringComparison.Ordinal) is > 0 and var sign) options[arguments[i][2..sign]] = arguments[i][(sign + 1)..];
            else options[arguments[i][2..]] = i + 1 < arguments.Count ? arguments[++i] : "";
        }
        (Words, Options) = (words, options);
    }

    public IConfiguration Configuration { get; }

    public IHostEnvironment Environment { get; }

    public TextWriter Output { get; }

    public TextWriter Errors { get; }

    /// <summary>What was typed without a name: <c>restore FILE</c>.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>What was typed with a name: <c>--to FOLDER</c> or <c>--to=FOLDER</c>.</summary>
    private IReadOnlyDictionary<string, string> Options { get; }

    /// <returns>Null when it was not typed.</returns>
    public string? Option(string name) => Options.GetValueOrDefault(name);

    /// <summary>Whether nothing was typed that the command does not know. Names with a colon are settings.</summary>
    public bool HasOnly(int words, params string[] options) => Words.Count == words
        && Options.All(typed => typed.Key.Contains(':', StringComparison.Ordinal) || (typed.Value.Length > 0 && (options.Contains(typed.Key, StringComparer.OrdinalIgnoreCase) || typed.Key is "contentRoot" or "environment")));

    public int Done(string sentence) => Say(Output, sentence, 0);

    public int Failed(string sentence) => Say(Errors, sentence, 1);

    /// <summary>The command was not typed as it has to be.</summary>
    public int Misused(string sentence) => Say(Errors, sentence, 2);

    private static int Say(TextWriter to, string sentence, int exitCode)
    {
        to.WriteLine(sentence);
        return exitCode;
    }
}
