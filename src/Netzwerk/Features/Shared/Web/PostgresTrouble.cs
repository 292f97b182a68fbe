using System.Net.Sockets;
using Npgsql;

namespace Netzwerk.Features.Shared.Web;

/// <summary>Why PostgreSQL does not serve the site, for whoever runs it. Codes: PostgreSQL's documentation, appendix A.</summary>
internal static class PostgresTrouble
{
    private const string Connection = "in ConnectionStrings:Netzwerk";

    /// <returns>Null when it is not the operator's to mend.</returns>
    public static string? Explain(Exception trouble) => trouble switch
    {
        PostgresException said => Explain(said),
        NpgsqlException { InnerException: TimeoutException } when trouble.Message.Contains("pool", StringComparison.OrdinalIgnoreCase) => NoneFree,
        NpgsqlException or SocketException => $"PostgreSQL antwortet nicht ({(trouble.InnerException ?? trouble).Message}). Läuft der Server, und stimmen Host und Port {Connection}? Siehe README, Abschnitt PostgreSQL.",
        _ => null,
    };

    private static string NoneFree => $"PostgreSQL hat keine Verbindung mehr frei. Erhöhen Sie dort max_connections, oder verkleinern Sie „Maximum Pool Size“ {Connection}.";

    private static string? Explain(PostgresException said) => said.SqlState switch
    {
        "28P01" or "28000" => $"PostgreSQL lässt die Seite nicht herein ({said.MessageText}). Prüfen Sie Username und Password {Connection} und auf dem Server pg_hba.conf.",
        "3D000" => $"Diese Datenbank gibt es auf dem PostgreSQL-Server nicht ({said.MessageText}). Legen Sie sie an, zum Beispiel mit createdb, oder berichtigen Sie Database {Connection}.",
        "25006" => $"PostgreSQL nimmt hier nichts an ({said.MessageText}): Der Server ist ein Standby oder schreibgeschützt. Nennen Sie {Connection} den Hauptserver.",
        "42501" => $"Auf dem PostgreSQL-Server fehlt dem Benutzer der Seite ein Recht ({said.MessageText}). Machen Sie ihn zum Eigentümer der Datenbank.",
        "53100" => "Das Laufwerk des PostgreSQL-Servers ist voll. Schaffen Sie dort Platz, dann geht es weiter; gespeichert ist, was bestätigt wurde.",
        "53300" => NoneFree,
        "55P03" => "Die Datenbank ist von einem anderen Programm gesperrt. Beenden Sie es und versuchen Sie es noch einmal.",
        "57P01" or "57P02" or "57P03" => $"Der PostgreSQL-Server fährt gerade hoch oder herunter ({said.MessageText}). Versuchen Sie es gleich noch einmal.",
        _ => null,
    };
}
