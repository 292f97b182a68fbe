using System.Globalization;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Operation;

/// <summary><c>dotnet Netzwerk.dll restore FILE [--identity FILE] [--erased-until 2026-11-30]</c>; the site has to stand still.</summary>
public static class RestoreCommand
{
    private const string Usage = "So geht es: dotnet Netzwerk.dll restore DATEI [--identity SCHLÜSSELDATEI] [--erased-until JJJJ-MM-TT]. Die Sicherungen liegen in backups/ des Datenordners.";

    public static async Task<int> RunAsync(Order order)
    {
        if (!order.HasOnly(words: 1, "identity", "erased-until") || !IsDay(order.Option("erased-until"), out var erasedUntil)) return order.Misused(Usage);
        var path = SiteOptions.DataDirectoryOf(order.Configuration, order.Environment);
        var engine = Engine.From(order.Configuration, Path.Combine(Path.GetFullPath(path), "netzwerk.db"));
        var options = order.Configuration.GetSection(BackupOptions.Section).Get<BackupOptions>() ?? new BackupOptions();
        var (manifest, aside, leftOut, fromTheFuture) = await new Restoring(path, engine, options, TimeProvider.System, KeyWrap.From(order.Configuration)).RestoreAsync(order.Words[0], order.Option("identity"), erasedUntil);
        return order.Done($"""
            Zurückgespielt: der Stand vom {BerlinTime.Moment(manifest.MadeAt)}, {manifest.Rows.GetValueOrDefault("Registrations")} Anmeldungen, {manifest.Rows.GetValueOrDefault("AspNetUsers")} Konten.
            {(aside is null ? "Vorher lag dort nichts." : $"Was vorher da war, liegt in {aside} und wird mit den alten Sicherungen gelöscht.")}
            Starten Sie jetzt die Seite. Wer seitdem gelöscht wurde, bleibt gelöscht; was seitdem sonst geschah, fehlt.{Ledger(leftOut, fromTheFuture, order.Words[0])}
            """);
    }

    private static string? Ledger(int leftOut, int fromTheFuture, string file) => (leftOut, fromTheFuture) switch
    {
        ( > 0, _) => $"\n{leftOut} Löschungen nach Frist, die später datiert sind, gelten nicht mehr.",
        (_, > 0) => $"\n{fromTheFuture} Löschungen nach Frist sind mit einem Tag datiert, der noch nicht war: Die Uhr ging falsch. Sollen diese Familien wiederkommen, starten Sie die Seite nicht, sondern rufen auf: "
            + $"dotnet Netzwerk.dll restore {file} --erased-until JJJJ-MM-TT, mit dem letzten Tag, an dem die Uhr stimmte.",
        _ => null,
    };

    private static bool IsDay(string? typed, out DateOnly? day)
    {
        var isDay = DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found);
        day = isDay ? found : null;
        return isDay || typed is null;
    }
}
