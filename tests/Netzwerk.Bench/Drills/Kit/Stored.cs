using System.Data.Common;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>What the site stored, read from outside with plain SQL, so that no code of the site is believed.</summary>
public sealed record Stored(
    IReadOnlyList<StoredEvent> Events, IReadOnlyList<StoredRegistration> Registrations, IReadOnlyList<StoredMail> Mails, IReadOnlyList<StoredAct> Acts)
{
    public IEnumerable<StoredMail> Confirmations => Mails.Where(mail => mail.Kind == "confirmation");

    public static Stored Read(DbConnection connection)
    {
        var kids = connection.Rows("""SELECT "RegistrationId", "FirstName", "Age", "CallRequested" FROM "Children" ORDER BY "RegistrationId", "Position" """,
            row => (Of: row.GetGuid(0), Kid: new Kid(row.GetString(1), row.GetInt32(2), row.GetBoolean(3)))).ToLookup(child => child.Of, child => child.Kid);
        return new Stored(
            [.. connection.Rows("""SELECT "Id", "Slug", "Seats", "ChildcareSeats", "SeatsTaken", "ChildcareTaken", "DeadlineBound" FROM "Events" """,
                row => new StoredEvent(row.GetGuid(0), row.GetString(1), row.Whole(2), row.Whole(3), row.GetInt32(4), row.GetInt32(5), row.Instant(6)!.Value))],
            [.. connection.Rows("""
                SELECT "Id", "EventId", "Reference", "GivenName", "FamilyName", "Email", "Phone", "FurtherAdults", "ChildrenInCare", "Question", "ArrivedAt", "CancelledAt", "TakenInBy", "LetInKnowingly"
                FROM "Registrations"
                """,
                row => new StoredRegistration(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.GetInt32(7), row.GetInt32(8), row.Text(9),
                    row.Instant(10)!.Value, row.Instant(11), row.Text(12), row.GetBoolean(13)) { Kids = [.. kids[row.GetGuid(0)]] })],
            [.. connection.Rows("""SELECT "Kind", "RegistrationId", "ToAddress", "MessageId", "State", "PossiblyDuplicate" FROM "OutboxMails" """,
                row => new StoredMail(row.GetString(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetBoolean(5)))],
            [.. connection.Rows("""SELECT "Act", "EventId", "RegistrationId", "At", "By" FROM "Audit" """,
                row => new StoredAct(row.GetString(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.IsDBNull(2) ? null : row.GetGuid(2), row.Instant(3)!.Value, row.Text(4)))]);
    }
}

public sealed record StoredEvent(Guid Id, string Slug, int? Seats, int? ChildcareSeats, int SeatsTaken, int ChildcareTaken, DateTime DeadlineBound);

public sealed record StoredRegistration(
    Guid Id, Guid EventId, string Reference, string? GivenName, string? FamilyName, string? Email, string? Phone, int FurtherAdults, int ChildrenInCare, string? Question,
    DateTime ArrivedAt, DateTime? CancelledAt, string? TakenInBy, bool LetInKnowingly)
{
    public IReadOnlyList<Kid> Kids { get; init; } = [];

    public bool Is(Family family) => (GivenName, FamilyName, Email, Phone, FurtherAdults, Question) == (family.GivenName, family.FamilyName, family.Email, family.Phone, family.FurtherAdults, family.Question)
        && Kids.SequenceEqual(family.Kids) && ChildrenInCare == family.Kids.Count;
}

/// <param name="State">Waiting, Sending, Sent, Refused, Failed, Unknown or Withdrawn.</param>
public sealed record StoredMail(string Kind, Guid? RegistrationId, string ToAddress, string MessageId, string State, bool PossiblyDuplicate);

public sealed record StoredAct(string Act, Guid? EventId, Guid? RegistrationId, DateTime At, string? By);
