namespace Netzwerk.Tests.Upgrades;

/// <summary>
/// A small installation as one released version left it: its database as SQL, its keys, and a link from a mail that it sent. Lies in a
/// folder named for that version's last migration.
/// </summary>
internal sealed record Sample(string Folder)
{
    private const string LinkLine = "-- link: ";

    private string Script => Path.Combine(Folder, "data.sql");

    public string Migration => Path.GetFileName(Folder);

    /// <summary>Path of a family's own page, as an old mail has it.</summary>
    public string Link => File.ReadLines(Script).First()[LinkLine.Length..];

    public static IReadOnlyList<Sample> All => [.. Directory.EnumerateDirectories(Home()).Order(StringComparer.Ordinal).Select(folder => new Sample(folder))];

    public static string Home()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Netzwerk.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "Netzwerk.Tests", "Upgrades");
    }

    /// <summary>Lays the installation into a data directory in which nothing runs yet.</summary>
    public void PutInto(string dataFolder)
    {
        using (var connection = SqlDump.Open(Path.Combine(dataFolder, "netzwerk.db"))) SqlDump.Run(connection, "PRAGMA foreign_keys=OFF;\n" + File.ReadAllText(Script));
        CopyFiles(Path.Combine(Folder, "keys"), Path.Combine(dataFolder, "keys"));
    }

    public static Sample TakeFrom(string dataFolder, string migration, string link)
    {
        var sample = new Sample(Path.Combine(Home(), migration));
        CopyFiles(Path.Combine(dataFolder, "keys"), Path.Combine(sample.Folder, "keys"));
        using var connection = SqlDump.Open(Path.Combine(dataFolder, "netzwerk.db"));
        File.WriteAllText(sample.Script, LinkLine + link + "\n" + SqlDump.Write(connection));
        return sample;
    }

    private static void CopyFiles(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}
