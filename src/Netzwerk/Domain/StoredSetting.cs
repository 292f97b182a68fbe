namespace Netzwerk.Domain;

/// <summary>A setting that was edited in the organiser's area, under its name in the configuration: <c>Legal:Operator</c>.</summary>
public sealed class StoredSetting
{
    public required string Key { get; init; }

    /// <summary>Secrets are encrypted with a key outside the database.</summary>
    public required string Value { get; set; }

    public required DateTime ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}
