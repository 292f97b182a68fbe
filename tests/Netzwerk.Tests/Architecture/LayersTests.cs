using System.Text.RegularExpressions;

namespace Netzwerk.Tests.Architecture;

/// <summary>Who may use whom, and how large a file gets; read from the sources.</summary>
public sealed partial class LayersTests
{
    private static readonly string Root = FindRoot();

    private static readonly IReadOnlyList<Source> Sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src", "Netzwerk"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !Built().IsMatch(file) && !file.Contains("Migrations", StringComparison.Ordinal))
            .Select(file => new Source(Path.GetRelativePath(Path.Combine(Root, "src", "Netzwerk"), file).Replace('\\', '/'), File.ReadAllText(file))),
    ];

    [Fact]
    public void Domain_uses_nothing_and_Data_and_Mail_use_only_Domain()
    {
        var faults = Sources.SelectMany(source => source.Uses.Where(used => !Allowed(source.Layer, used)).Select(used => $"{source.Path} uses {used}"));

        Assert.Empty(faults);

        static bool Allowed(string layer, string used) => layer switch
        {
            "Domain" => used.StartsWith("Netzwerk.Domain", StringComparison.Ordinal),
            "Data" or "Mail" => used.StartsWith("Netzwerk.Domain", StringComparison.Ordinal) || used.StartsWith("Netzwerk." + layer, StringComparison.Ordinal),
            _ => true,
        };
    }

    [Fact]
    public void Domain_knows_neither_ASPNET_nor_EF() => Assert.All(
        Sources.Where(source => source.Layer == "Domain"), source => Assert.DoesNotMatch(Foreign(), source.Text));

    [Fact]
    public void No_feature_uses_another()
    {
        var faults = Sources.Where(source => source.Feature is not null)
            .SelectMany(source => source.Uses.Where(used => used.StartsWith("Netzwerk.Features.", StringComparison.Ordinal)
                && !used.StartsWith("Netzwerk.Features.Shared", StringComparison.Ordinal) && Feature(used["Netzwerk.Features.".Length..].Split('.')) != source.Feature)
                .Select(used => $"{source.Path} uses {used}"));

        Assert.Empty(faults);
    }

    [Fact]
    public void Namespaces_follow_folders() => Assert.All(
        Sources.Where(source => source.Path.EndsWith(".cs", StringComparison.Ordinal) && source.Path != "Program.cs"),
        source => Assert.Contains($"namespace Netzwerk.{source.Path[..source.Path.LastIndexOf('/')].Replace('/', '.')};", source.Text, StringComparison.Ordinal));

    [Fact]
    public void Files_stay_small()
    {
        var large = Sources.Select(source => (source.Path, Lines: source.Text.Count(sign => sign == '\n'), Most: source.Path.EndsWith("Controller.cs", StringComparison.Ordinal) ? 120 : 210))
            .Where(file => file.Lines >= file.Most);

        Assert.Empty(large);
    }

    [Fact]
    public void Nothing_is_named_for_what_it_is_not_about() => Assert.Empty(
        Sources.SelectMany(source => VagueName().Matches(source.Text).Select(match => $"{source.Path}: {match.Value}")));

    [Fact]
    public void No_view_writes_raw_HTML_or_reads_an_entity() => Assert.All(
        Sources.Where(source => source.Path.EndsWith(".cshtml", StringComparison.Ordinal)), source => Assert.DoesNotMatch(RawOrEntity(), source.Text));

    private static string? Feature(string[] parts) => parts switch
    {
        ["Shared", ..] => null,
        // What lies in Organizer itself puts its rooms together.
        ["Organizer", var file] when file.EndsWith(".cs", StringComparison.Ordinal) => null,
        ["Organizer", var room, ..] => $"Organizer/{room}",
        [var feature, ..] => feature,
        _ => null,
    };

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Netzwerk.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"[/\\](bin|obj|node_modules|data)[/\\]")]
    private static partial Regex Built();

    [GeneratedRegex(@"Microsoft\.(AspNetCore|EntityFrameworkCore)")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"(class|record|struct|interface) \w*(Service|Manager|(?<!Tag)Helper|Dto|Util|Utils|Repository|Mediator)\b")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"Html\.Raw|@model\s+(IEnumerable<|List<|IReadOnlyList<)?(Event|Registration|Child|OutboxMail|Account)\b")]
    private static partial Regex RawOrEntity();

    private sealed partial record Source(string Path, string Text)
    {
        public string Layer => Path.Split('/')[0];

        public string? Feature => Path.Split('/') is ["Features", .. var rest] && rest.Length > 1 ? LayersTests.Feature(rest) : null;

        public IEnumerable<string> Uses => Using().Matches(Text).Select(match => match.Groups["name"].Value);

        [GeneratedRegex(@"^@?using (static )?(?<name>Netzwerk\.[\w.]+)", RegexOptions.Multiline)]
        private static partial Regex Using();
    }
}
