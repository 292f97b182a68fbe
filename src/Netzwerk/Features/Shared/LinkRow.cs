namespace Netzwerk.Features.Shared;

/// <summary>One row of a link list; the icon says what happens (<c>arrow-forward</c> opens a page, <c>download</c> brings a file).</summary>
public sealed record LinkRow(string Href, string Text, string Icon = "arrow-forward");
