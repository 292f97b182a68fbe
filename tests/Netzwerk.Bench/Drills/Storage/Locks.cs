using System.Data.Common;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>Another program holds the database: SQLite's write lock; PostgreSQL's lock on the event's row, and on the whole table.</summary>
public static class Locks
{
    public static async Task RunAsync(Drill drill)
    {
        string[] ways = drill.Options.Engine == "sqlite" ? ["BEGIN IMMEDIATE"] : ["BEGIN; SELECT 1 FROM \"Events\" FOR UPDATE", "BEGIN; LOCK TABLE \"Registrations\" IN ACCESS EXCLUSIVE MODE"];
        foreach (var way in ways)
        {
            var held = TimeSpan.FromSeconds(drill.Options.Whole("--seconds"));
            await Trial.RunAsync(drill, "locked", async trial =>
            {
                var witnesses = new Witnesses(trial);
                await witnesses.FillInAsync(drill.Options.Whole("--families"));
                Task sending;
                using (DbConnection other = trial.Site.Database.Open())
                {
                    other.Run(way);
                    sending = witnesses.SendIntoItAsync(held * 0.9);
                    await Task.Delay(held);
                    other.Run("ROLLBACK");
                }
                await sending;
                trial.Claim(true, $"{way[(way.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim()}, held for {held.TotalSeconds:N0} s");
                await trial.ClaimRecoversAsync();
                await witnesses.ClaimAsync();
            });
        }
    }
}
