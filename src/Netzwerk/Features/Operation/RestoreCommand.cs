using Microsoft.Data.Sqlite;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Operation;

/// <summary><c>dotnet Netzwerk.dll restore FILE [--identity FILE]</c>; the site has to stand still.</summary>
public static class RestoreCommand
{
    private const string Usage = "So geht es: dotnet Netzwerk.dll restore DATEI [--identity SCHLÜSSELDATEI]. Die Sicherungen liegen in backups/ des Datenordners.";

    public static async Task<int> RunAsync(Order order)
    {
        if (!order.HasOnly(words: 1, "identity")) return order.Misused(Usage);
        var path = SiteOptions.DataDirectoryOf(order.Configuration, order.Environment);
        var database = order.Configuration.GetConnectionString("Netzwerk") is { } connection ? new SqliteConnectionStringBuilder(connection).DataSource : null;
        var (manifest, aside) = await new Restoring(path, database, TimeProvider.System, order.Configuration[$"{BackupOptions.Section}:{nameof(BackupOptions.Directory)}"]).RestoreAsync(order.Words[0], order.Option("identity"));
        return order.Done($"""
            Zurückgespielt: der Stand vom {BerlinTime.Moment(manifest.MadeAt)}, {manifest.Rows.GetValueOrDefault("Registrations")} Anmeldungen, {manifest.Rows.GetValueOrDefault("AspNetUsers")} Konten.
            {(aside is null ? "Vorher lag dort nichts." : $"Was vorher da war, liegt in {aside} und wird mit den alten Sicherungen gelöscht.")}
            Starten Sie jetzt die Seite. Wer seitdem gelöscht wurde, bleibt gelöscht; was seitdem sonst geschah, fehlt.
            """);
    }
}
