using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Operation;

/// <summary><c>dotnet Netzwerk.dll move --to "CONNECTION STRING"</c>: from SQLite to PostgreSQL; the site has to stand still.</summary>
public static class MoveCommand
{
    private const string Usage = "So geht es: dotnet Netzwerk.dll move --to \"Host=…;Database=…;Username=…;Password=…\". Die Datenbank gibt es schon, und sie ist leer.";

    public static async Task<int> RunAsync(Order order)
    {
        if (!order.HasOnly(words: 0, "to") || order.Option("to") is not { } to) return order.Misused(Usage);
        var path = Path.GetFullPath(SiteOptions.DataDirectoryOf(order.Configuration, order.Environment));
        if (Engine.From(order.Configuration, Path.Combine(path, "netzwerk.db")) is not SqliteEngine source)
            return order.Failed("Eingestellt ist schon PostgreSQL (Database:Provider). Rufen Sie den Befehl mit den Einstellungen auf, mit denen die Seite bisher auf SQLite lief.");
        if (!File.Exists(source.File) || new FileInfo(source.File).Length == 0) return order.Failed($"In {path} liegt keine Datenbank dieser Seite. Nennen Sie ihren Ordner mit Site__DataDirectory.");
        var wrap = KeyWrap.From(order.Configuration);
        var options = order.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (new DatabaseOptions.Check().Validate(null, options) is { Failed: true } refusal) return order.Failed(refusal.FailureMessage);

        var counts = await new Moving(path, source, PostgresEngine.At(to).ForCommand(), wrap).MoveAsync();
        foreach (var (table, rows) in counts) await order.Output.WriteLineAsync($"{table}: {rows}");
        return order.Done($"""
            Umgezogen und Zeile für Zeile verglichen: {counts.Values.Sum()} Zeilen in {counts.Count} Tabellen, dazu die Schlüssel{(wrap is null ? "" : ", verschlossen mit Database:Secret")}.
            Setzen Sie jetzt Database__Provider=PostgreSql und ConnectionStrings__Netzwerk auf dieselbe Verbindung, und lassen Sie {(wrap is null ? "Site__DataDirectory" : "Database__Secret und Site__DataDirectory")}, wie es ist. Dann starten Sie die Seite.{(wrap is null ? "\nDatabase:Secret fehlt: Die Schlüssel liegen offen in der Datenbank. Wer sie lesen kann, kann persönliche Links öffnen." : "")}
            Die SQLite-Datei bleibt liegen: {source.File}. Sehen Sie nach, ob alles da ist, und löschen Sie dann von Hand {source.File}* und {Path.Combine(path, "keys")}: Darin stehen weiter alle Angaben der Familien. Alles andere im Datenordner gehört weiter zur Seite.
            """);
    }
}
