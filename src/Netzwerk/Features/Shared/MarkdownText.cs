using AngleSharp.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace Netzwerk.Features.Shared;

/// <summary>
/// What organisers write, as HTML for the site's pages: paragraphs, emphasis, lists, quotes, links and headings below the page's own. No
/// HTML of theirs, no image, no frame, no address but https and mailto.
/// </summary>
public static class MarkdownText
{
    /// <summary>A page has its title (h1) and its parts (h2).</summary>
    private const int LevelsAbove = 2;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak().UseAutoLinks(new() { UseHttpsForWWWLinks = true }).Build();

    private static readonly string[] Tags = ["p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "h5", "h6", "a"];

    /// <summary>The style sheet's names for what has no style of its own.</summary>
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["p"] = "kern-body",
        ["ul"] = "kern-list kern-list--bullet",
        ["ol"] = "kern-list kern-list--number",
        ["blockquote"] = "nw-quote",
        ["h3"] = "kern-heading-medium",
        ["h4"] = "kern-heading-small",
        ["h5"] = "kern-title",
        ["h6"] = "kern-title kern-title--small",
        ["a"] = "kern-link kern-link--no-visited-state",
    };

    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <returns>Null where nothing is written.</returns>
    public static IHtmlContent? ToHtml(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return null;
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + LevelsAbove);
        return new HtmlString(Sanitizer.Sanitize(document.ToHtml(Pipeline)));
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Uri.UriSchemeHttps, Uri.UriSchemeMailto },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        });
        // Without a scheme it would lead into this site, or with two slashes anywhere.
        sanitizer.FilterUrl += (_, link) =>
        {
            if (!Uri.TryCreate(link.OriginalUrl, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeMailto) link.SanitizedUrl = null;
        };
        sanitizer.PostProcessNode += (_, changed) =>
        {
            if (changed.Node is not IElement element || !Classes.TryGetValue(element.LocalName, out var style)) return;
            element.SetAttribute("class", style);
            if (element.LocalName == "a") element.SetAttribute("rel", "nofollow noopener noreferrer");
        };
        return sanitizer;
    }
}
