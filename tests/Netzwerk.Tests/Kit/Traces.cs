using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data.Engines;

namespace Netzwerk.Tests.Kit;

/// <summary>Looks for words in everything that the site has written.</summary>
public static class Traces
{
    /// <summary>Names of the files in the data directory that hold the word, and of the tables on a database server.</summary>
    public static IReadOnlyList<string> Of(TestApp app, string word) => app.Services.GetRequiredService<Engine>() is PostgresEngine server
        ? [.. FilesWith(app, word), .. PostgresServer.TablesWith(server.ConnectionString, word, Encoded(word))]
        : FilesWith(app, word);

    /// <summary>Names of the files, log of the database included, that hold the word.</summary>
    public static IReadOnlyList<string> FilesWith(TestApp app, string word) =>
        [.. Directory.EnumerateFiles(app.DataFolder, "*", SearchOption.AllDirectories).Where(file => Holds(file, word)).Select(file => Path.GetRelativePath(app.DataFolder, file))];

    private static bool Holds(string file, string word)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var all = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        return all.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || all.IndexOf(Encoding.ASCII.GetBytes(Encoded(word))) >= 0;
    }

    private static string Encoded(string word) => Convert.ToBase64String(Encoding.UTF8.GetBytes(word)).TrimEnd('=')[..^1];
}
