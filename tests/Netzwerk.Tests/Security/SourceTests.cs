using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Netzwerk.Tests.Security;

/// <summary>What the sources may not contain, because no test over HTTP could find it everywhere.</summary>
public sealed class SourceTests
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData("broken or unkeyed algorithms", @"\b(MD5|SHA1|DES|TripleDES|RC2|CipherMode\.ECB)\b")]
    [InlineData("ciphers of our own instead of data protection", @"\b(Aes|AesGcm|RSA|ECDsa)\.Create\b|new (AesGcm|AesCcm)\b")]
    [InlineData("guessable random numbers for secrets", @"\bnew Random\(|Random\.Shared")]
    [InlineData("deserialisers that make any type", @"\b(BinaryFormatter|NetDataContractSerializer|LosFormatter|SoapFormatter|XmlSerializer|TypeNameHandling)\b")]
    [InlineData("code from text", @"\b(CSharpScript|DynamicMethod|Assembly\.Load)\b|\bdynamic\b")]
    [InlineData("memory by hand", @"\bunsafe\b(?!-)|\[DllImport|\[LibraryImport|\bMarshal\.")]
    [InlineData("queries from text", @"\b(FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw)(Async)?\b")]
    [InlineData("fields in which the browser changes an address (straße.de becomes strasse.de)", @"type=""email""")]
    [InlineData("calls to other sites", @"\b(HttpClient|WebRequest|WebClient|IHttpClientFactory)\b")]
    public void No_source_uses(string what, string pattern)
    {
        var found = Sources("*.cs").Concat(Sources("*.cshtml")).Where(source => Regex.IsMatch(WithoutComments(source.Text), pattern)).Select(source => source.Path);

        Assert.True(!found.Except(Allowed).Any(), $"{what}: {string.Join(", ", found)}");
    }

    /// <summary>Wraps data protection's own keys, which data protection cannot do itself.</summary>
    private static readonly string[] Allowed = ["Data/Engines/KeyWrap.cs"];

    [Fact]
    public void Only_the_backup_starts_another_program()
    {
        var starters = Sources("*.cs").Where(source => Regex.IsMatch(source.Text, @"\bProcessStartInfo\b|\bProcess\.Start\b")).ToList();

        Assert.All(starters, source => Assert.Contains("Backup", source.Path, StringComparison.Ordinal));
        // A list of arguments, which no shell reads.
        Assert.All(starters, source => Assert.Matches(@"new ProcessStartInfo\(""[a-z]+"", arguments\)", source.Text));
        Assert.All(starters, source => Assert.Contains("params string[] arguments", source.Text, StringComparison.Ordinal));
        Assert.All(starters, source => Assert.DoesNotContain("UseShellExecute = true", source.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void No_script_keeps_anything_in_the_browser_or_makes_code_from_text()
    {
        foreach (var script in Sources("*.js").Where(source => source.Path.StartsWith("wwwroot", StringComparison.Ordinal)))
            Assert.False(Regex.IsMatch(script.Text, @"localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|__proto__|postMessage"), script.Path);
    }

    [Fact]
    public void Every_library_stands_in_the_lock_file_with_the_hash_of_its_content()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "src", "Netzwerk", "packages.lock.json")));
        var libraries = locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(target => target.Value.EnumerateObject()).ToList();
        var asked = Regex.Matches(File.ReadAllText(Path.Combine(Root, "src", "Netzwerk", "Netzwerk.csproj")), @"PackageReference Include=""([^""]+)""").Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(asked);
        Assert.All(libraries, library => Assert.True(library.Value.GetProperty("contentHash").GetString()!.Length > 60, library.Name));
        Assert.Empty(asked.Except(libraries.Select(library => library.Name), StringComparer.OrdinalIgnoreCase));
    }

    private static string WithoutComments(string text) => Regex.Replace(text, @"//[^\n]*|@\*.*?\*@", "", RegexOptions.Singleline);

    private static IEnumerable<(string Path, string Text)> Sources(string pattern)
    {
        var source = Path.Combine(Root, "src", "Netzwerk");
        return Directory.EnumerateFiles(source, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'))
            .Where(file => !Regex.IsMatch(file, "(^|/)(bin|obj|node_modules|Migrations)/"))
            .Select(file => (file, File.ReadAllText(Path.Combine(source, file))));
    }

    private static string FindRoot([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
