using System.Diagnostics;
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
            var process = site.Add(options.Port);
            await process.StartAsync();
            var models = SignUp(process.Port, site.Database);
            var mails = options.Whole("--mails");
            Families.Come(site.Database, 0, mails);
            mails = UseRealMails(site.Database);
            var rounds = new List<Round>();
            // The first round warms up.
            for (var round = 0; round <= options.Whole("--rounds"); round++) rounds.Add(await SendAllAsync(site.Database, process.Process));
            var goals = new Goals();
            goals.AtLeast($"mails a second, {options.Engine}", Median(rounds, round => round.Rate), 300, "");
            goals.Note("processor time per mail", Median(rounds, round => round.Cost.TotalMilliseconds), "ms");
            goals.Print(Console.Out);
            var isComplete = peer.Copies.Count == models + mails && peer.Copies.Values.Count(copies => copies.Count == rounds.Count) == mails;
            if (!isComplete) Console.WriteLine($"WRONG: {mails:N0} families should have had {rounds.Count} mails each");
            return isComplete && goals.AreReached ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>How many families did.</returns>
    private static int SignUp(int port, Database database)
    {
        using var family = new FamilyVisitor(port);
        family.VisitUntil(Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 10));
        if (family.Wrong is { } wrong) throw new InvalidDataException(wrong);
        return new StoredSignUps(database).WaitUntilSent() ? family.Visits.Count : throw new TimeoutException("The first mails were not sent.");
    }

    /// <summary>Of full length, with link and calendar: what the site wrote to one of those who signed up goes to everybody, and they get no more.</summary>
    /// <returns>How many families that is: who cancelled would be told nothing.</returns>
    private static int UseRealMails(Database database)
    {
        const string Texts = "\"Subject\", \"TextBody\", \"HtmlBody\", \"Calendar\"";
        database.Run($"UPDATE \"OutboxMails\" SET ({Texts}) = (SELECT {Texts} FROM \"OutboxMails\" WHERE \"Calendar\" IS NOT NULL LIMIT 1) WHERE \"Calendar\" IS NULL");
        database.Run("DELETE FROM \"OutboxMails\" WHERE \"MessageId\" NOT LIKE '%@netzwerk.example' OR \"RegistrationId\" IN (SELECT \"Id\" FROM \"Registrations\" WHERE \"CancelledAt\" IS NOT NULL)");
        return (int)database.Count("SELECT COUNT(*) FROM \"OutboxMails\"");
    }

    private static async Task<Round> SendAllAsync(Database database, Process site)
    {
        site.Refresh();
        var before = site.TotalProcessorTime;
        var mails = database.Run("UPDATE \"OutboxMails\" SET \"State\" = 'Waiting', \"SentAt\" = NULL, \"Attempts\" = 0, \"LastAttemptAt\" = NULL, \"FirstAttemptAt\" = NULL");
        while (database.Count("SELECT COUNT(*) FROM \"OutboxMails\" WHERE \"State\" <> 'Sent'") > 0) await Task.Delay(250);
        site.Refresh();
        using var connection = database.Open();
        var (first, last) = connection.Rows("SELECT MIN(\"SentAt\"), MAX(\"SentAt\") FROM \"OutboxMails\"", row => (row.GetDateTime(0), row.GetDateTime(1))).Single();
        return new Round((mails - 1) / (last - first).TotalSeconds, (site.TotalProcessorTime - before) / mails);
    }

    private static double Median(List<Round> rounds, Func<Round, double> figure) => rounds[1..].Select(figure).Order().ElementAt((rounds.Count - 1) / 2);

    /// <param name="Rate">A second, between the first and the last one.</param>
    /// <param name="Cost">The site's processor time for each.</param>
    private sealed record Round(double Rate, TimeSpan Cost);
}
