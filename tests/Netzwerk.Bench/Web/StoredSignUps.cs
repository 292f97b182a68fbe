using System.Diagnostics;
using Netzwerk.Bench.Rooms;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Web;

/// <summary>What the site stored of the families, looked at from outside and without writing.</summary>
public sealed class StoredSignUps(Database database)
{
    private int _seeded;

    public long Registrations => database.Count("SELECT COUNT(*) FROM \"Registrations\"") - _seeded;

    public long Confirmations => database.Count("SELECT COUNT(DISTINCT \"RegistrationId\") FROM \"OutboxMails\" WHERE \"Kind\" = 'confirmation'") - _seeded;

    /// <summary>So many that nobody signed up.</summary>
    public void Add(int families)
    {
        Families.Come(database, 0, families);
        _seeded += families;
    }

    public long MailsToSend => database.Count("SELECT COUNT(*) FROM \"OutboxMails\" WHERE \"State\" NOT IN ('Sent', 'Withdrawn')");

    /// <summary>Lets the site send what a crowd left in its outbox, so that the next measurement starts from rest.</summary>
    /// <returns>False when it was not done after five minutes.</returns>
    public bool WaitUntilSent()
    {
        var start = Stopwatch.GetTimestamp();
        while (MailsToSend > 0)
        {
            if (Stopwatch.GetElapsedTime(start).TotalMinutes > 5) return false;
            Thread.Sleep(200);
        }
        return true;
    }
}
