using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Rooms;
using Netzwerk.Bench.Site;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Web;

/// <summary>How fast one process hands its outbox to a mail server on this machine, with STARTTLS, each message claimed and noted on its own.</summary>
public static class MailCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("mail", args, ("--mails", "3000"), ("--rounds", "3"));
        var folder = Directory.CreateTempSubdirectory("netzwerk-bench-").FullName;
        try
        {
            var published = options.Published ?? Path.Combine(folder, "site");
            await SiteFiles.ProvideAsync(published);
            using var postgres = options.Engine == "postgres" ? await PostgresServer.StartAsync() : null;
            using var peer = new MailPeer(folder);
            var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
            using var site = new Installation(published, folder, postgres?.Create("netzwerk") ?? (Database)new SqliteDatabase(data), peer.Settings);
            await site.Add(options.Port).StartAsync();
            var mails = options.Whole("--mails");
            Families.Come(site.Database, 0, mails);
            var rates = new List<double>();
            // The first round warms up.
            for (var round = 0; round <= options.Whole("--rounds"); round++) rates.Add(await SendAllAsync(site.Database));
            var goals = new Goals();
            goals.AtLeast($"mails a second, {options.Engine}", rates[1..].Order().ElementAt((rates.Count - 1) / 2), 300, "");
            goals.Print(Console.Out);
            var isComplete = peer.Copies.Count == mails && peer.Copies.Values.All(copies => copies.Count == rates.Count);
            if (!isComplete) Console.WriteLine($"WRONG: {mails:N0} families should have had {rates.Count} mails each");
            return isComplete && goals.AreReached ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>A second, between the first and the last one.</returns>
    private static async Task<double> SendAllAsync(Database database)
    {
        var mails = database.Run("UPDATE \"OutboxMails\" SET \"State\" = 'Waiting', \"SentAt\" = NULL, \"Attempts\" = 0, \"LastAttemptAt\" = NULL, \"FirstAttemptAt\" = NULL");
        while (database.Count("SELECT COUNT(*) FROM \"OutboxMails\" WHERE \"State\" <> 'Sent'") > 0) await Task.Delay(250);
        using var connection = database.Open();
        var (first, last) = connection.Rows("SELECT MIN(\"SentAt\"), MAX(\"SentAt\") FROM \"OutboxMails\"", row => (row.GetDateTime(0), row.GetDateTime(1))).Single();
        return (mails - 1) / (last - first).TotalSeconds;
    }
}
