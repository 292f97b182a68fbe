using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Netzwerk.Data;
using Npgsql;

namespace Netzwerk.Features.Shared.Web;

/// <summary>Why the site does not start, in the one sentence that whoever starts it needs.</summary>
public static class StartTrouble
{
    /// <summary>Said on stderr, without a stack trace; everything else is left to the runtime.</summary>
    public static void End(object sender, UnhandledExceptionEventArgs trouble)
    {
        if (trouble.ExceptionObject is not Exception exception || Explain(exception) is not { } sentence) return;
        Console.Error.WriteLine(sentence);
        Environment.Exit(1);
    }

    /// <returns>Null when the exception is not the operator's to mend.</returns>
    public static string? Explain(Exception trouble) => trouble switch
    {
        InvalidSettingException setting => setting.Message,
        DataDirectoryException data => data.Message,
        OptionsValidationException options => Sentence(options.Failures.First()),
        AggregateException several => several.InnerExceptions.Select(Explain).FirstOrDefault(sentence => sentence is not null),
        InvalidOperationException when trouble.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) =>
            $"{SettingIn(trouble.Message)} hat einen Wert, der dort nicht passt. Siehe README, Abschnitt Einstellungen.",
        IOException { InnerException: AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } } =>
            "Die Adresse ist schon belegt. Läuft die Seite schon? Sonst nennen Sie mit ASPNETCORE_URLS eine andere, zum Beispiel http://localhost:5090.",
        // The error numbers of Linux: there is a file of that name, not a folder, read-only file system, no space left.
        UnauthorizedAccessException or DirectoryNotFoundException or IOException { HResult: 17 or 20 or 30 } => $"Site:DataDirectory lässt sich nicht beschreiben ({trouble.Message}). Nennen Sie einen Ordner, der diesem Benutzer gehört. Siehe README, Abschnitt Einstellungen.",
        SqliteException { SqliteErrorCode: 13 } or IOException { HResult: 28 } => "Das Laufwerk des Datenordners ist voll. Schaffen Sie Platz und starten Sie die Seite noch einmal; gespeichert ist, was bestätigt wurde.",
        SqliteException { SqliteErrorCode: 10 } => $"Das Laufwerk des Datenordners ist voll oder defekt: Die Datenbank lässt sich nicht lesen oder schreiben ({trouble.Message}). Schaffen Sie Platz und starten Sie die Seite noch einmal; gespeichert ist, was bestätigt wurde.",
        SqliteException { SqliteErrorCode: 8 or 14 } => $"Die Datenbank lässt sich nicht öffnen oder beschreiben ({trouble.Message}). Der Datenordner muss dem Benutzer der Seite gehören und beschreibbar sein.",
        SqliteException { SqliteErrorCode: 11 or 26 } => $"Die Datenbank ist beschädigt ({trouble.Message}). Heben Sie den Datenordner auf und spielen Sie die letzte Sicherung zurück: dotnet Netzwerk.dll restore DATEI. Siehe README, Abschnitt Sicherung und Wiederherstellung.",
        SqliteException { SqliteErrorCode: 5 } => "Die Datenbank ist von einem anderen Programm gesperrt. Beenden Sie es und starten Sie die Seite noch einmal.",
        NpgsqlException or SocketException => PostgresTrouble.Explain(trouble),
        // EF Core's words around the driver's.
        InvalidOperationException { InnerException: NpgsqlException or SocketException } or DbUpdateException { InnerException: NpgsqlException or SqliteException } => Explain(trouble.InnerException!),
        TimeZoneNotFoundException => "Dieser Maschine fehlt die Zeitzone Europe/Berlin. Installieren Sie die Zeitzonen, zum Beispiel mit: apt install tzdata.",
        TypeInitializationException { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    /// <summary>Data annotations put their own English words around ours.</summary>
    private static string Sentence(string failure)
    {
        const string Before = " with the error: '";
        var start = failure.IndexOf(Before, StringComparison.Ordinal);
        return start < 0 ? failure : failure[(start + Before.Length)..].TrimEnd('.').TrimEnd('\'');
    }

    /// <summary>„… configuration value 'abc' at 'Mail:Port' to type …“: the value may be a secret, so only the key is told.</summary>
    private static string SettingIn(string message)
    {
        const string Before = "' at '";
        var start = message.LastIndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return message[start..message.IndexOf('\'', start)];
    }
}
