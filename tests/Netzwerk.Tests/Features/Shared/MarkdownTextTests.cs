using AngleSharp.Html.Parser;
using Netzwerk.Features.Shared;

namespace Netzwerk.Tests.Features.Shared;

public class MarkdownTextTests
{
    [Fact]
    public void What_an_office_writes_becomes_a_part_of_the_page()
    {
        var html = Html("# Das gibt es\n\nKommen Sie **gern**\nauch *später*.\n\n- Kaffee\n- Tee\n\n> Schön!\n\n[Mehr](https://example.org/a?b=c) und <name@example.org>");

        Assert.Equal("""<h3 class="kern-heading-medium">Das gibt es</h3>""", html.Split('\n')[0]);
        Assert.Contains("<strong>gern</strong><br>", html, StringComparison.Ordinal);
        Assert.Contains("<li>Kaffee</li>", html, StringComparison.Ordinal);
        Assert.Contains("""<a href="https://example.org/a?b=c" class="kern-link kern-link--no-visited-state" rel="nofollow noopener noreferrer">Mehr</a>""", html, StringComparison.Ordinal);
        Assert.Contains("mailto:name@example.org", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("![Bild](https://example.org/pixel.gif)")]
    [InlineData("<iframe src=https://example.org></iframe>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](//boese.example)")]
    [InlineData("[x](/konto/ausloggen)")]
    [InlineData("[x](http://boese.example)")]
    [InlineData("[x](https://example.org \"a\\\" onclick=alert(1) b\")")]
    [InlineData("<a href=https://example.org onclick=alert(1) style=position:fixed>x</a>")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<svg><style><img src=x onerror=alert(1)></style></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<form action=https://boese.example><input name=Passwort>")]
    [InlineData("`<script>alert(1)</script>`\n\n    <script>alert(1)</script>")]
    public void Nothing_that_acts_loads_or_leads_astray_comes_through(string markdown)
    {
        var document = new HtmlParser().ParseDocument($"<body>{Html(markdown)}</body>");

        Assert.All(document.Body!.QuerySelectorAll("*"), element =>
        {
            Assert.Contains(element.LocalName, (string[])["p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "h5", "h6", "a"]);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, (string[])["class", "href", "rel", "start"]));
        });
        Assert.All(document.QuerySelectorAll("a[href]"), link => Assert.Matches("^(https://example.org|mailto:)", link.GetAttribute("href")!));
    }

    [Fact]
    public void Nothing_written_is_nothing_shown()
    {
        Assert.Null(MarkdownText.ToHtml(null));
        Assert.Null(MarkdownText.ToHtml(" \n "));
    }

    [Fact]
    public void Headings_never_climb_above_the_pages_own() =>
        Assert.DoesNotContain("<h2", Html("# a\n\n## b\n\nTitel\n=====\n\n###### c"), StringComparison.Ordinal);

    private static string Html(string markdown)
    {
        using var writer = new StringWriter();
        MarkdownText.ToHtml(markdown)!.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
