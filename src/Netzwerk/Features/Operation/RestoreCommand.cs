using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
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
        var engine = Engine.From(order.Configuration, Path.Combine(Path.GetFullPath(path), "netzwerk.db"));
        var options = order.Configuration.GetSection(BackupOptions.Section).Get<BackupOptions>() ?? new BackupOptions();
        var (manifest, aside) = await new Restoring(path, engine, options, TimeProvider.System, KeyWrap.From(order.Configuration)).RestoreAsync(order.Words[0], order.Option("identity"));
        return order.Done($"""
            Zurückgespielt: der Stand vom {BerlinTime.Moment(manifest.MadeAt)}, {manifest.Rows.GetValueOrDefault("Registrations")} Anmeldungen, {manifest.Rows.GetValueOrDefault("AspNetUsers")} Konten.
            {(aside is null ? "Vorher lag dort nichts." : $"Was vorher da war, liegt in {aside} und wird mit den alten Sicherungen gelöscht.")}
            Starten Sie jetzt die Seite. Wer seitdem gelöscht wurde, bleibt gelöscht; was seitdem sonst geschah, fehlt.
            """);
    }
}
