using System.Text.Json;
using Netzwerk.Data.Engines;

namespace Netzwerk.Data.Backup;

/// <summary>What a backup says about itself; with it, it is checked after writing and before it comes back.</summary>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="Schema">The last migration, as SQLite counts them.</param>
/// <param name="Rows">Count per table.</param>
/// <param name="Files">SHA-256 per file, by its path in the archive.</param>
/// <param name="Engine">Where the rows lay; in the archive they always lie in a SQLite file. Older backups do not say it.</param>
public sealed record BackupManifest(DateTime MadeAt, BackupReason Reason, string Program, string Schema, SortedDictionary<string, long> Rows, SortedDictionary<string, string> Files, DatabaseProvider Engine = DatabaseProvider.Sqlite)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static string Version => typeof(BackupManifest).Assembly.GetName().Version!.ToString(3);

    public void WriteTo(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Format));

    public static BackupManifest? ReadFrom(string folder) => JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(Path.Combine(folder, FileName)), Format);
}

public enum BackupReason
{
    Night,
    Command,
    Migration,
}
