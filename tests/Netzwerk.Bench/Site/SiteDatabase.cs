using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Netzwerk.Bench.Site;

/// <summary>What the site stored, looked at from outside and without writing.</summary>
public sealed class SiteDatabase(string file)
{
    public long Registrations => Count("SELECT COUNT(*) FROM Registrations");

    public long Confirmations => Count("SELECT COUNT(DISTINCT RegistrationId) FROM OutboxMails WHERE Kind = 'confirmation'");

    public long MailsToSend => Count("SELECT COUNT(*) FROM OutboxMails WHERE State <> 'Sent'");

    /// <summary>Lets the site send what a crowd left in its outbox, so that the next measurement starts from rest.</summary>
    /// <returns>False when it was not done after two minutes.</returns>
    public bool WaitUntilSent()
    {
        var start = Stopwatch.GetTimestamp();
        while (MailsToSend > 0)
        {
            if (Stopwatch.GetElapsedTime(start).TotalMinutes > 2) return false;
            Thread.Sleep(200);
        }
        return true;
    }

    private long Count(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
