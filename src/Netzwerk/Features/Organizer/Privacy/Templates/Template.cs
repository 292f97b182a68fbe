using Netzwerk.Features.Shared.Legal;

namespace Netzwerk.Features.Organizer.Privacy.Templates;

/// <summary>One document that the operator has to have, filled with what the site knows.</summary>
/// <param name="Name">Of the file, without ending.</param>
public sealed record Template(string Name, string Title, string Purpose, IReadOnlyList<Part> Parts)
{
    /// <summary>How many places only the operator can fill.</summary>
    public int Gaps => Parts.Sum(part => part.AllText.Sum(text => text.Split(Part.Gap).Length - 1));

    public static IReadOnlyList<Template> All(LegalOptions legal, DateOnly today) =>
        [ProcessingRecordTemplate.Of(legal, today), TechnicalMeasuresTemplate.Of(legal, today), ProcessorContractTemplate.Of(legal, today)];
}

/// <summary>A heading with what stands below it: paragraphs, then bullets, then a table of facts.</summary>
public sealed record Part(string? Heading, params IReadOnlyList<string> Paragraphs)
{
    /// <summary>What the site cannot know.</summary>
    public const string Gap = "[bitte ergänzen]";

    public IReadOnlyList<string> Bullets { get; init; } = [];

    public IReadOnlyList<(string Key, string Value)> Facts { get; init; } = [];

    public IEnumerable<string> AllText => [.. Paragraphs, .. Bullets, .. Facts.Select(fact => fact.Value)];

    /// <summary>A text of the settings, or its gap.</summary>
    public static string Or(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? Gap : setting.ReplaceLineEndings("\n").Replace("\\n", "\n", StringComparison.Ordinal).Trim();
}
