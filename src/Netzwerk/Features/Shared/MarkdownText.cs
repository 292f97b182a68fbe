using System.Text.Encodings.Web;
using AngleSharp.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Netzwerk.Features.Shared;

/// <summary>
/// What organisers write, as HTML for the site's pages: paragraphs, emphasis, lists, quotes, links and headings below the page's own. No
/// HTML of theirs, no image, no frame, no address but https and mailto. Everything else stays as typed: CommonMark would renumber dates at
/// the beginning of lines, show indented lines as code, and swallow tags, rules and definitions.
/// </summary>
public static class MarkdownText
{
    /// <summary>A page has its title (h1) and its parts (h2).</summary>
    private const int LevelsAbove = 2;

    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    private static readonly string[] Tags = ["p", "br", "strong", "em", "ul", "li", "blockquote", "h3", "h4", "h5", "h6", "a"];

    /// <summary>The style sheet's names for what has no style of its own.</summary>
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["p"] = "kern-body",
        ["ul"] = "kern-list kern-list--bullet",
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
        if (markdown.Length > MarkdownSource.Longest) return AsTyped(markdown);
        try
        {
            var (document, source) = Parse(markdown);
            foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + LevelsAbove);
            foreach (var (link, url, isTaken) in Links(document)) Show(link, url, isTaken, source);
            return new HtmlString(Sanitizer.Sanitize(document.ToHtml(Pipeline)));
        }
        catch (ArgumentException)
        {
            // Nested too deep after all. A page never fails over a text.
            return AsTyped(markdown);
        }
    }

    /// <summary>The links that the page would show as typed, for the form to name.</summary>
    public static IReadOnlyList<string> RefusedLinks(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown) || markdown.Length > MarkdownSource.Longest) return [];
        try
        {
            var (document, source) = Parse(markdown);
            return [.. Links(document).Where(found => !found.IsTaken && !found.Url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
                .Select(found => Typed(found.Link, found.Url, source)).Distinct(StringComparer.Ordinal)];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    private static (MarkdownDocument Document, string Source) Parse(string markdown)
    {
        var source = MarkdownSource.Bound(markdown);
        return (Markdown.Parse(source, Pipeline), source);
    }

    private static List<(Inline Link, string Url, bool IsTaken)> Links(MarkdownDocument document) =>
        [.. document.Descendants<Inline>().Select(inline => inline switch
        {
            LinkInline link => (inline, Url: link.Url ?? ""),
            AutolinkInline { IsEmail: true } address => (inline, Url: "mailto:" + address.Url),
            AutolinkInline address => (inline, Url: address.Url),
            _ => (inline, Url: null!),
        }).Where(found => found.Url is not null).Select(found => (found.inline, found.Url, IsTaken(found.Url)))];

    /// <summary>Without a scheme it would lead into this site, or with two slashes anywhere.</summary>
    private static bool IsTaken(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    /// <summary>A link that is not taken stays as typed; an image becomes a link to it.</summary>
    private static void Show(Inline inline, string url, bool isTaken, string source)
    {
        if (!isTaken) inline.ReplaceBy(new LiteralInline(Typed(inline, url, source)), copyChildren: false);
        if (!isTaken || inline is not LinkInline link) return;
        link.IsImage = false;
        if (link.FirstChild is null) link.AppendChild(new LiteralInline(url));
    }

    private static string Typed(Inline inline, string url, string source) =>
        inline.Span is { IsEmpty: false } span && span.End < source.Length ? source.Substring(span.Start, span.Length) : url;

    private static HtmlString AsTyped(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => HtmlEncoder.Default.Encode(line));
        return new HtmlString($"<p class=\"{Classes["p"]}\">{string.Join("<br>", lines)}</p>");
    }

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true }.DisableHtml().UseSoftlineBreakAsHardlineBreak().UseAutoLinks(new() { UseHttpsForWWWLinks = true });
        var (blocks, inlines) = (builder.BlockParsers, builder.InlineParsers);
        blocks.TryRemove<ThematicBreakParser>();
        blocks.TryRemove<FencedCodeBlockParser>();
        blocks.TryRemove<IndentedCodeBlockParser>();
        blocks.Replace<ParagraphBlockParser>(new ParagraphParser());
        var items = blocks.FindExact<ListBlockParser>()!.ItemParsers;
        items.Clear();
        items.Add(new HyphenItemParser());
        inlines.TryRemove<CodeInlineParser>();
        inlines.TryRemove<HtmlEntityParser>();
        var emphasis = inlines.FindExact<EmphasisInlineParser>()!.EmphasisDescriptors;
        emphasis.Clear();
        foreach (var sign in "*_") emphasis.Add(new EmphasisDescriptor(sign, 1, 2, enableWithinWord: false));
        return builder.Build();
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Uri.UriSchemeHttps, Uri.UriSchemeMailto },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        })
        { KeepChildNodes = true };
        sanitizer.FilterUrl += (_, link) =>
        {
            if (!IsTaken(link.OriginalUrl)) link.SanitizedUrl = null;
        };
        sanitizer.PostProcessNode += (_, changed) =>
        {
            if (changed.Node is not IElement element || !Classes.TryGetValue(element.LocalName, out var style)) return;
            element.SetAttribute("class", style);
            if (element.LocalName == "a") element.SetAttribute("rel", "nofollow noopener noreferrer");
        };
        return sanitizer;
    }

    /// <summary>„* mit Anmeldung“ is a footnote, and „+ 2 Euro“ a price.</summary>
    private sealed class HyphenItemParser : UnorderedListItemParser
    {
        public HyphenItemParser() => OpeningCharacters = ['-'];
    }

    /// <summary>Markdig's own takes „[Ort]: Kreishaus“ for a definition, which is not shown, and dashes below a line for a heading.</summary>
    private sealed class ParagraphParser : ParagraphBlockParser
    {
        public ParagraphParser() => ParseSetextHeadings = false;

        public override bool Close(BlockProcessor processor, Block block)
        {
            if (block is not ParagraphBlock paragraph) return true;
            ref var lines = ref paragraph.Lines;
            if (lines.Count == 0) return false;
            for (var i = 0; i < lines.Count; i++) lines.Lines[i].Slice.TrimStart();
            lines.Lines[lines.Count - 1].Slice.TrimEnd();
            return true;
        }
    }
}
