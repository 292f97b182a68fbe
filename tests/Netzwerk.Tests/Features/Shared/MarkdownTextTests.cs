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
            Assert.Contains(element.LocalName, (string[])["p", "br", "strong", "em", "ul", "li", "blockquote", "h3", "h4", "h5", "h6", "a"]);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, (string[])["class", "href", "rel", "start"]));
        });
        Assert.All(document.QuerySelectorAll("a[href]"), link => Assert.Matches("^(https://example.org|mailto:)", link.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("11. November: Beginn\n18. November: Ende")]
    [InlineData("1) Kaffee\n2) Tee")]
    [InlineData("    vier Leerzeichen")]
    [InlineData("\tein Tabulator")]
    [InlineData("Der `Code` steht da")]
    [InlineData("```\nAlles da\n```")]
    [InlineData("~~~\nAlles da")]
    [InlineData("Mitarbeiter*innen und Besucher*innen")]
    [InlineData("5*3*2 und a_b_c")]
    [InlineData("* mit Anmeldung")]
    [InlineData("+ 2 Euro für Kuchen")]
    [InlineData("---")]
    [InlineData("Herzlich\n---\nIhr Netzwerk")]
    [InlineData("Summe\n=====")]
    [InlineData("[Ort]: Kreishaus")]
    [InlineData("Kommen Sie [bitte] pünktlich")]
    [InlineData("<b>Wichtig</b> und <Name>")]
    [InlineData("<div>\nAlles da\n</div>")]
    [InlineData("Müller &amp; Söhne &copy;")]
    [InlineData("[Plan](Rückseite)")]
    [InlineData("[x](http://alt.example)")]
    [InlineData("Siehe http://alt.example hier")]
    [InlineData("![Bild](http://alt.example/a.png)")]
    public void Ordinary_text_stays_as_typed(string typed)
    {
        var words = typed.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);

        var document = new HtmlParser().ParseDocument($"<body>{Html(typed).Replace("<br>", " ", StringComparison.Ordinal)}</body>");

        Assert.Equal(words, document.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(document.Body.QuerySelectorAll("*"), element => Assert.Contains(element.LocalName, (string[])["p", "br"]));
    }

    [Fact]
    public void Lines_stay_lines() => Assert.Equal("<p class=\"kern-body\">11. November: Beginn<br>\n18. November: Ende</p>", Html("11. November: Beginn\n18. November: Ende").Trim());

    [Fact]
    public void An_image_becomes_a_link_with_its_words()
    {
        var html = Html("![Der Weg](https://example.org/weg.png) und ![](https://example.org/leer.png)");

        Assert.Contains(">Der Weg</a>", html, StringComparison.Ordinal);
        Assert.Contains(">https://example.org/leer.png</a>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", 200)]
    [InlineData("![", 200)]
    [InlineData(">", 5_000)]
    [InlineData("> - ", 1_500)]
    [InlineData("- ", 3_000)]
    [InlineData("*a ", 2_000)]
    [InlineData("**", 3_000)]
    [InlineData("_", 6_000)]
    [InlineData("[a](b ", 1_000)]
    [InlineData("<", 6_000)]
    [InlineData("\\", 6_000)]
    [InlineData("[", 100_000)]
    [InlineData(">", 100_000)]
    public void Nothing_is_nested_too_deep(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));

        Assert.Contains("Ende", Html(text + "Ende"), StringComparison.Ordinal);
        Assert.NotNull(MarkdownText.RefusedLinks(text));
    }

    [Fact]
    public void Lists_that_grow_deeper_with_each_line_end_somewhere()
    {
        var html = Html(string.Join('\n', Enumerable.Range(0, 70).Select(level => $"{new string(' ', level * 2)}- Punkt {level}")));

        Assert.Contains("Punkt 69", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Deeper_than_that_stands_the_text_itself() =>
        Assert.Contains("[[[[[[[[[[[[[[[[[[[[", Html(new string('[', 200)), StringComparison.Ordinal);

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
