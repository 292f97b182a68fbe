using Netzwerk.Features.Shared.Legal;

namespace Netzwerk.Features.Legal;

/// <param name="MarkMissing">An organiser is looking: say where a text is missing, instead of leaving it out.</param>
public sealed record LegalPage(LegalOptions Texts, bool MarkMissing)
{
    public SettingText Text(string name, string? value) => new($"{LegalOptions.Section}:{name}", value, MarkMissing);
}

/// <summary>One text from the settings, or its gap.</summary>
public sealed record SettingText(string Setting, string? Value, bool MarkMissing)
{
    public bool IsMissing => string.IsNullOrWhiteSpace(Value);

    /// <summary>Is there anything to show, be it the text or the mark?</summary>
    public bool Shows => !IsMissing || MarkMissing;

    public IEnumerable<string> Lines => (Value ?? "").ReplaceLineEndings("\n").Replace("\\n", "\n", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
