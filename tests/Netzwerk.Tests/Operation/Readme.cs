using System.Text.RegularExpressions;

namespace Netzwerk.Tests.Operation;

/// <summary>What the README tells an operator to copy, so that the tests try exactly that.</summary>
internal static class Readme
{
    /// <summary>A block of this language, counted from 0.</summary>
    public static string Block(string language, int number = 0)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Netzwerk.sln"))) folder = folder.Parent!;
        var text = File.ReadAllText(Path.Combine(folder.FullName, "README.md")).ReplaceLineEndings("\n");
        var blocks = Regex.Matches(text, $"^```{language}\n(?<lines>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return number < blocks.Count ? blocks[number].Groups["lines"].Value : throw new InvalidOperationException($"The README has no block {number} of {language} any more");
    }
}
