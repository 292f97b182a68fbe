namespace Netzwerk.Features.Organizer.Settings;

/// <summary>One setting on a page: its key in the configuration, its label, and where it stands in the form.</summary>
/// <param name="Default">What counts where nobody says anything.</param>
/// <param name="Read">What is stored of what was typed, where that is more than its trimmed text.</param>
public sealed record SettingField<T>(string Key, string Label, Func<T, string?> Get, Action<T, string?> Set, string Default = "", Func<string?, string>? Read = null);

/// <summary>What was typed on a page of settings, as text.</summary>
public abstract class SettingsForm
{
    /// <summary>What the fields held when the page was fetched, so that the second of two editors finds out what the first one changed.</summary>
    public string? Seen { get; set; }
}

/// <param name="Edited">Fields whose value here is not the configuration's.</param>
public sealed record SectionPage<T>(T Form, IReadOnlyList<EditedSetting> Edited, MeantimeEdit? Meanwhile, Done? Done)
    where T : SettingsForm;

/// <param name="Configured">What the setting would be without the edit; null where that is a secret.</param>
public sealed record EditedSetting(string Key, string Label, string? Configured);

/// <summary>Another editor was faster.</summary>
/// <param name="Fields">What is stored by now, by label.</param>
public sealed record MeantimeEdit(string By, DateTime At, IReadOnlyList<(string Label, string Now)> Fields);

public enum Done
{
    Saved,
    Nothing,
    Reset,
    ResetRefused,
    TooManyTrials,
}
