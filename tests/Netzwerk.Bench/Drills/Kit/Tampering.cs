using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>One way to break each invariant, for showing that the check notices. Only the bench's view is spoilt: the database gets all back.</summary>
public static class Tampering
{
    private const string Nobody = "ffffffff-ffff-4fff-bfff-ffffffffffff";

    public static readonly IReadOnlyDictionary<string, Func<Evidence, Evidence>> Ways = new Dictionary<string, Func<Evidence, Evidence>>
    {
        ["I1"] = Change("""UPDATE "Registrations" SET "FamilyName" = 'Someone else' WHERE "Email" = @p0"""),
        ["I2"] = Change("""UPDATE "Events" SET "SeatsTaken" = "SeatsTaken" + 1"""),
        ["I3"] = Change("""DELETE FROM "OutboxMails" WHERE "ToAddress" = @p0"""),
        ["I4"] = evidence => evidence with { Copies = evidence.Copies.Skip(1).ToDictionary() },
        ["I5"] = evidence => evidence with { Copies = new Dictionary<string, IReadOnlyList<string>>(evidence.Copies) { ["unknown@netzwerk.example"] = ["canary@familie.example"] } },
        ["I6"] = evidence => evidence with { Excuses = 0, Copies = evidence.Copies.ToDictionary(copy => copy.Key, copy => (IReadOnlyList<string>)[.. copy.Value, .. copy.Value]) },
        ["I7"] = Change($"""UPDATE "RoleAssignments" SET "AccountId" = '{Nobody}' """),
        ["I8"] = Change("""UPDATE "Registrations" SET "ArrivedAt" = (SELECT "DeadlineBound" FROM "Events" WHERE "Events"."Id" = "Registrations"."EventId") WHERE "Email" = @p0"""),
        ["I9"] = evidence => evidence with { Logs = [.. evidence.Logs, LogWith("Canary-1 could not be stored")] },
    };

    /// <summary>Checks with one thing broken, and puts it back.</summary>
    public static void Check(string invariant, Evidence evidence, Verdict verdict)
    {
        evidence.Database.TurnBlind(evidence.Connection);
        evidence.Connection.Run("BEGIN");
        Invariants.Check(Ways[invariant](evidence), verdict);
        evidence.Connection.Run("ROLLBACK");
    }

    private static Func<Evidence, Evidence> Change(string sql) => evidence =>
    {
        var victim = evidence.Told.First(told => told.What == What.Acknowledged).Family.Email;
        if (evidence.Connection.Run(sql, sql.Contains("@p0", StringComparison.Ordinal) ? [victim] : []) == 0) throw new InvalidOperationException("There is nothing to tamper with.");
        return evidence;
    };

    private static string LogWith(string line)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, line);
        return file;
    }
}
