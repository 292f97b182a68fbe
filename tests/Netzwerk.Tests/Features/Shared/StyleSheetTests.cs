using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Netzwerk.Tests.Features.Shared;

public sealed partial class StyleSheetTests
{
    /// <summary>Beginnings of names that a view completes, parts of KERN's markup without rules of their own, and an attribute.</summary>
    private static readonly HashSet<string> NotInTheSheet = ["kern-alert--", "kern-badge--", "kern-icon--", "kern-table__head", "kern-table__body", "kern-theme"];

    [Fact]
    public void Every_class_that_a_view_uses_is_in_the_style_sheet()
    {
        var project = ProjectFolder();
        var known = ClassName().Matches(File.ReadAllText(Path.Combine(project, "wwwroot", "site.css"))).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var views = Directory.EnumerateFiles(Path.Combine(project, "Features"), "*.cshtml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(project, "Features"), "*TagHelper*.cs", SearchOption.AllDirectories));

        var unknown = views.SelectMany(file => ClassName().Matches(File.ReadAllText(file))
            .Where(match => !known.Contains(match.Value) && !NotInTheSheet.Contains(match.Value))
            .Select(match => $"{match.Value} in {Path.GetFileName(file)}"));

        // A class of KERN is added in Styles/kern-classes.txt, one of our own in Styles/own; then rebuild.
        Assert.Empty(unknown);
    }

    private static string ProjectFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../src/Netzwerk"));

    [GeneratedRegex(@"\b(?:nw|kern)-[a-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex ClassName();
}
