using Netzwerk.Bench.Site;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>An installation of an older schema, kept with the tests of the upgrade (SQLite).</summary>
public sealed record OldInstallation(string Folder)
{
    public const string People = """SELECT COUNT(*) FROM "Registrations" WHERE "Email" IS NOT NULL""";

    public static IReadOnlyList<OldInstallation> All =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(SiteFiles.Repository(), "tests", "Netzwerk.Tests", "Upgrades"))
            .Where(folder => File.Exists(Path.Combine(folder, "data.sql"))).Order(StringComparer.Ordinal).Select(folder => new OldInstallation(folder)),
    ];

    public string Schema => Path.GetFileName(Folder);

    /// <summary>Before its first start.</summary>
    public void PutInto(Installation installation)
    {
        using (var connection = installation.Database.Open())
        {
            installation.Database.TurnBlind(connection);
            connection.Run(File.ReadAllText(Path.Combine(Folder, "data.sql")));
            // The drills run in Development, which refuses a database with accounts of people.
            connection.Run("""DELETE FROM "RoleAssignments"; DELETE FROM "AspNetUsers";""");
        }
        var keys = Directory.CreateDirectory(Path.Combine(installation.Data, "keys")).FullName;
        foreach (var key in Directory.EnumerateFiles(Path.Combine(Folder, "keys"))) File.Copy(key, Path.Combine(keys, Path.GetFileName(key)));
    }
}
