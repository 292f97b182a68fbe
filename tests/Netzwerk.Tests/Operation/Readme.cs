using System.Text.RegularExpressions;

namespace Netzwerk.Tests.Operation;

/// <summary>What the README tells an operator to copy, so that the tests try exactly that.</summary>
internal static class Readme
{
    /// <summary>The first block of this language.</summary>
    public static string Block(string language)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Netzwerk.sln"))) folder = folder.Parent!;
        var text = File.ReadAllText(Path.Combine(folder.FullName, "README.md")).ReplaceLineEndings("\n");
        var block = Regex.Match(text, $"^```{language}\n(?<lines>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return block.Success ? block.Groups["lines"].Value : throw new InvalidOperationException($"The README has no block of {language} any more");
    }
}
