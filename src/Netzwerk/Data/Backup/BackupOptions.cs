using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Netzwerk.Data.Backup;

/// <summary>Section <c>Backup</c>: where the nightly backups lie, for how long, and who can read them.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>What was promised to families: nobody is kept in a backup for longer.</summary>
    public const int LongestDays = 30;

    /// <summary>Without one: <c>backups</c> in the data directory.</summary>
    public string? Directory { get; set; }

    /// <summary>Public key (age); with it only the holder of the private key reads a backup.</summary>
    public string? Recipient { get; set; }

    [Range(1, LongestDays, ErrorMessage = "Backup:KeepDays muss zwischen 1 und 30 liegen: Länger darf niemand in einer Sicherung stehen. Siehe README, Abschnitt Einstellungen.")]
    public int KeepDays { get; set; } = LongestDays;

    /// <summary>In Berlin.</summary>
    [Range(0, 23, ErrorMessage = "Backup:Hour muss zwischen 0 und 23 liegen. Siehe README, Abschnitt Einstellungen.")]
    public int Hour { get; set; } = 3;
}

/// <summary>Finds at start what would else be noticed at night: a key that is none, or the missing program.</summary>
public sealed class BackupRecipientCheck : IValidateOptions<BackupOptions>
{
    public ValidateOptionsResult Validate(string? name, BackupOptions options) =>
        Fault(options.Recipient) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;

    /// <returns>Null when a backup can be encrypted to this key, or shall not be encrypted.</returns>
    public static string? Fault(string? recipient) => recipient switch
    {
        null or "" => null,
        _ when !recipient.StartsWith("age1", StringComparison.Ordinal) && !recipient.StartsWith("ssh-", StringComparison.Ordinal) =>
            "Backup:Recipient ist kein öffentlicher Schlüssel. Er beginnt mit „age1“ und steht in der Ausgabe von age-keygen. Siehe README, Abschnitt Sicherung und Wiederherstellung.",
        _ when !Age.IsInstalled => "Backup:Recipient ist gesetzt, aber das Programm age fehlt, und unverschlüsselt wird dann nicht gesichert. Installieren Sie es, zum Beispiel mit: apt install age.",
        _ => null,
    };
}
