using System.Data.Common;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>
/// What a site does that looks first and stores afterwards. Counted before the transaction: within it SQLite alone would stay exact.
/// </summary>
public static class Unguarded
{
    public const string Taken = """SELECT COUNT(*) FROM "Registrations" WHERE "CancelledAt" IS NULL""";
    public const string Undo = """DELETE FROM "Registrations" WHERE "Reference" LIKE 'UNGUARD%'""";
    public const string Recount = """UPDATE "Events" SET "SeatsTaken" = (SELECT COUNT(*) FROM "Registrations" WHERE "CancelledAt" IS NULL), "Seats" = NULL""";

    private static int _last;

    public static void SignUp(Database database, Barrier everybodyCounted)
    {
        using var connection = database.Open();
        var fits = connection.Number("""SELECT "Seats" - "SeatsTaken" FROM "Events" """) > 0;
        var insert = Copying(connection, $"UNGUARD{Interlocked.Increment(ref _last)}");
        everybodyCounted.SignalAndWait(TimeSpan.FromMinutes(1));
        if (fits) connection.Run(insert);
    }

    /// <summary>A registration of somebody else, like one that is there.</summary>
    private static string Copying(DbConnection connection, string reference)
    {
        const string From = """FROM "Registrations" WHERE "CancelledAt" IS NULL AND "ChildrenInCare" = 0""";
        var columns = connection.Rows($"SELECT * {From} LIMIT 1", reader => Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList()).Single();
        var values = columns.Select(column => column switch
        {
            "Id" => $"'{Guid.NewGuid().ToString().ToUpperInvariant()}'",
            "Reference" => $"'{reference}'",
            "LinkHash" or "FamilyKey" => "NULL",
            _ => $"\"{column}\"",
        });
        return $"""INSERT INTO "Registrations" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} {From} LIMIT 1""";
    }
}
