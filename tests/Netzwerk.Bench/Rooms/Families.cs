using System.Data.Common;
using System.Security.Cryptography;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Rooms;

/// <summary>Writes registrations straight into the database, as the site would have stored them, many in one statement and all in one transaction.</summary>
public static class Families
{
    /// <summary>The event for which they come.</summary>
    public const string Event = "jubilaeum-2022";

    private const int PerStatement = 200;
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static readonly string[] Given = ["Leyla", "Anna", "Björn", "Çiğdem", "Dörte", "Ewa", "Fatima", "Günther", "Hanne", "Ines", "Jörg", "Käthe", "Lena", "Müzeyyen", "Nora", "Olaf", "Petra", "Sören", "Tülay", "Yusuf"];
    private static readonly string[] Surnames = ["Müller", "Mueller", "Schröder", "Özdemir", "Weiß", "Köster", "Łukasik", "Meyer", "Schulte", "Bäcker", "Niehaus", "Kühling", "Thölking", "Brüggemann", "Lübbers", "Wördemann", "Abeln", "Deeken", "Hömmen", "Preuth"];

    private static readonly (string Name, Func<Row, object?> Value)[] Registration =
    [
        ("Id", row => row.Id), ("EventId", row => row.EventId), ("Reference", row => row.Reference), ("GivenName", row => row.Given), ("FamilyName", row => row.Surname),
        ("Email", row => row.Email), ("Phone", row => row.Phone), ("PhoneE164", row => "+49" + row.Phone[1..].Replace(" ", "", StringComparison.Ordinal)), ("FurtherAdults", row => row.Number % 3),
        ("ChildrenInCare", row => row.Number % 2), ("Question", _ => "Gibt es Hilfe beim Wiedereinstieg?"), ("ArrivedAt", row => row.At), ("LetInKnowingly", _ => false),
        ("CancelledAt", row => row.IsCancelled ? row.At.AddHours(1) : null), ("LinkGeneration", _ => 1), ("LinkHash", _ => RandomNumberGenerator.GetBytes(32)),
        ("FamilyKey", row => row.IsCancelled ? null : RandomNumberGenerator.GetHexString(64, lowercase: true)), ("Fingerprint", _ => RandomNumberGenerator.GetBytes(32)), ("EmailKey", row => row.Email),
        ("SortKey", row => $"{Fold(row.Surname)}\u0001{Fold(row.Given)}"), ("SearchKey", row => Fold($"{row.Given} {row.Surname} {row.Email} {row.Reference}")),
    ];

    private static readonly (string Name, Func<Row, object?> Value)[] Child =
        [("Id", _ => Guid.CreateVersion7()), ("RegistrationId", row => row.Id), ("Position", _ => 1), ("FirstName", _ => "Mia"), ("Age", row => row.Number % 12), ("CallRequested", row => row.Number % 10 == 1)];

    private static readonly (string Name, Func<Row, object?> Value)[] Confirmation =
    [
        ("Id", _ => Guid.CreateVersion7()), ("Kind", _ => "confirmation"), ("EventId", row => row.EventId), ("RegistrationId", row => row.Id), ("ToAddress", row => row.Email), ("AddressKey", row => row.Email),
        ("ToName", row => $"{row.Given} {row.Surname}"), ("Subject", _ => "Ihre Anmeldung"), ("TextBody", _ => "…"), ("HtmlBody", _ => "<p>…</p>"), ("LinkGeneration", _ => 1), ("MessageId", row => $"{row.Id}@netzwerk.example"),
        ("CreatedAt", row => row.At), ("State", _ => "Sent"), ("Attempts", _ => 1), ("NextAttemptAt", row => row.At), ("LeaseNumber", _ => 1), ("SentAt", row => row.At), ("PossiblyDuplicate", _ => false),
    ];

    /// <summary>So many more; one in twenty has cancelled, every second one brings a child.</summary>
    /// <param name="first">How many there are already.</param>
    public static void Come(Database database, int first, int count)
    {
        using var connection = database.Open();
        var ev = connection.Rows($"SELECT \"Id\" FROM \"Events\" WHERE \"Slug\" = '{Event}'", row => row.GetGuid(0)).Single();
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var rows in Enumerable.Range(first, count).Select(number => new Row(ev, number)).Chunk(PerStatement))
            {
                // The answers are no text for PostgreSQL, so they are no value of a parameter.
                Insert(connection, "Registrations", Registration, rows, "Answers", "'[]'");
                Insert(connection, "Children", Child, [.. rows.Where(row => row.Number % 2 == 1)]);
                Insert(connection, "OutboxMails", Confirmation, rows);
            }
            transaction.Commit();
        }
        // What a server does by itself after so many rows.
        connection.Run("ANALYZE");
    }

    private static void Insert(DbConnection connection, string table, (string Name, Func<Row, object?> Value)[] columns, Row[] rows, string? fixedColumn = null, string? literal = null)
    {
        if (rows.Length == 0) return;
        var names = columns.Select(column => column.Name).Concat(fixedColumn is null ? [] : [fixedColumn]);
        var places = rows.Select((_, row) => $"({string.Join(", ", columns.Select((_, column) => $"@p{(row * columns.Length) + column}").Concat(literal is null ? [] : [literal]))})");
        connection.Run($"INSERT INTO \"{table}\" ({string.Join(", ", names.Select(name => $"\"{name}\""))}) VALUES {string.Join(", ", places)}",
            [.. rows.SelectMany(row => columns.Select(column => column.Value(row)))]);
    }

    /// <summary>As the site folds, for the letters that stand in the names above.</summary>
    private static string Fold(string text) => text.ToLowerInvariant()
        .Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u').Replace('ç', 'c').Replace('ğ', 'g').Replace('ł', 'l').Replace("ß", "ss", StringComparison.Ordinal);

    private sealed record Row(Guid EventId, int Number)
    {
        public Guid Id { get; } = Guid.CreateVersion7();

        public string Given => Families.Given[Number % Families.Given.Length];

        public string Surname => $"{Surnames[Number / 7 % Surnames.Length]}-{Surnames[Number / 140 % Surnames.Length]}";

        public string Email => $"familie{Number}@beispiel.example";

        public string Phone => $"0171 {3_000_000 + Number}";

        public DateTime At => new DateTime(2022, 10, 1, 8, 0, 0, DateTimeKind.Utc).AddSeconds(Number * 7 % 1_900_000);

        public bool IsCancelled => Number % 20 == 7;

        public string Reference
        {
            get
            {
                // Spread over the alphabet, as random ones are: an odd factor keeps them different.
                var rest = (long)Number * 480_480_019 % 28_629_151;
                // A 2, which the site never draws.
                return "NW-2" + string.Concat(Enumerable.Range(0, 5).Select(_ => { var sign = Signs[(int)(rest % Signs.Length)]; rest /= Signs.Length; return sign; }));
            }
        }
    }
}
