using System.ComponentModel.DataAnnotations;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Operation;

/// <summary><c>dotnet Netzwerk.dll backup [--to FOLDER] [--recipient age1…]</c>; the site may run meanwhile.</summary>
public static class BackupCommand
{
    private const string Usage = "So geht es: dotnet Netzwerk.dll backup [--to ORDNER] [--recipient age1…]. Ohne --to landet die Sicherung in Backup:Directory.";

    public static async Task<int> RunAsync(Order order)
    {
        if (!order.HasOnly(words: 0, "to", "recipient")) return order.Misused(Usage);
        var path = Path.GetFullPath(SiteOptions.DataDirectoryOf(order.Configuration, order.Environment));
        var engine = Engine.From(order.Configuration, Path.Combine(path, "netzwerk.db"));
        // Looking must not make an empty installation where somebody mistyped the folder.
        if (engine is SqliteEngine sqlite && !File.Exists(sqlite.File)) return order.Failed($"In {path} liegt keine Datenbank dieser Seite. Nennen Sie ihren Ordner mit Site__DataDirectory.");
        var options = order.Configuration.GetSection(BackupOptions.Section).Get<BackupOptions>() ?? new BackupOptions();
        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)) return order.Failed(faults[0].ErrorMessage!);

        using var directory = new DataDirectory(path);
        var backups = new Backups(directory, engine, options, TimeProvider.System);
        var made = await backups.MakeAsync(BackupReason.Command, order.Option("to"), order.Option("recipient"));
        await backups.NoteAsync(made);
        var guard = await ClockMemory.GuardOfAsync(engine, TimeProvider.System);
        var stuck = backups.ForgetOld(guard, order.Option("to"));
        return order.Done($"""
            Gesichert und geprüft: {made.File}
            {Size(made.Bytes)}, {(made.IsEncrypted ? "verschlüsselt: Lesen kann sie nur, wer den privaten Schlüssel hat." : "nicht verschlüsselt: Wer die Datei hat, kann alle Angaben der Familien lesen.")}
            Löschen Sie sie spätestens am {BerlinTime.LongDate(BerlinTime.DateOf(made.MadeAt.AddDays(BackupOptions.LongestDays)))}. {(guard.IsTrusted ? $"In {Path.GetDirectoryName(made.File)} räumt die nächste Sicherung ältere weg." : $"Ältere in {Path.GetDirectoryName(made.File)} blieben liegen. {ClockCheck.Doubt(guard)}")}{(stuck.Count == 0 ? null : $" Nicht löschen ließ sich jetzt: {string.Join(", ", stuck)}. Löschen Sie das von Hand.")}
            """);
    }

    private static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / 1024 / 1024} MB";
}
