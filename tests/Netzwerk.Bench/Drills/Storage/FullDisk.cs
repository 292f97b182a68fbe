using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>Not one byte is left where the data lies, and then there is room again.</summary>
public static class FullDisk
{
    /// <summary>Below 200 MB the site calls itself not ready, so its disk is larger.</summary>
    private const string Size = "size=300m";

    public static Task SqliteAsync(Drill drill) => RunAsync(drill, site => new SmallDisk(site.Data), site => new SmallDisk(site.Data).MountAsync(Size));

    public static Task PostgresAsync(Drill drill) => RunAsync(drill, site => new SmallDisk(Folder(site)), async site =>
    {
        // Tables and indexes on the small disk; the server's own log goes on elsewhere.
        var folder = Directory.CreateDirectory(Folder(site)).FullName;
        await new SmallDisk(folder).MountAsync($"{Size},uid=postgres,mode=0700");
        using var connection = drill.Database.Open();
        connection.Run($"CREATE TABLESPACE small LOCATION '{folder}'");
        connection.Run($"ALTER DATABASE \"{((PostgresDatabase)site.Database).Name}\" SET TABLESPACE small");
    });

    private static async Task RunAsync(Drill drill, Func<Site.Installation, SmallDisk> diskOf, Func<Site.Installation, Task> prepare)
    {
        if (!SmallDisk.IsPossible)
        {
            drill.Verdict.NotShown("full", "only root can make a small disk");
            return;
        }
        await Trial.RunAsync(drill, "full", async trial =>
        {
            var disk = diskOf(trial.Site);
            var witnesses = new Witnesses(trial);
            await witnesses.FillInAsync(drill.Options.Whole("--families"));
            disk.Fill();
            await witnesses.SendIntoItAsync(TimeSpan.FromSeconds(5));
            trial.Claim(witnesses.Kept > 0, $"the disk was full, {witnesses.Kept} forms were not taken");
            disk.MakeRoom();
            await trial.ClaimRecoversAsync();
            await witnesses.ClaimAsync();
        }, prepare, async site =>
        {
            // A server whose table space vanished would not start again.
            if (site.Database is PostgresDatabase database) drill.Postgres!.Drop(database.Name, "small");
            await diskOf(site).UnmountAsync();
        });
    }

    /// <summary>Where the server may enter: its own folder.</summary>
    private static string Folder(Site.Installation site) => Path.Combine(((PostgresDatabase)site.Database).ServerFolder, "small");
}
