using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Netzwerk.Tests.Kit;

/// <summary>One answer of the site, read as a browser reads it. Steps answer their POST directly, so a page is an answer, not an address.</summary>
public sealed record Page(HttpClient Client, HttpResponseMessage Response, IHtmlDocument Document, string Html)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where the browser ended up, redirects followed.</summary>
    public Uri Url => Response.RequestMessage!.RequestUri!;

    public string Title => Document.Title ?? "";

    public string Heading => Document.QuerySelector("h1") is { } h1 ? Words(h1) : throw new InvalidOperationException($"No h1 at {Where}");

    /// <summary>All words of the page's main part, white space collapsed.</summary>
    public string Text => Words(Document.QuerySelector("main") ?? Document.Body!);

    /// <summary>The sentences of the error summary, in order.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".nw-error-summary li").Select(Words)];

    public string Where => $"{Response.RequestMessage!.Method} {Url.PathAndQuery} ({(int)Status}, „{Title}“)";

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>What stands in the field with this label.</summary>
    public string? ValueOf(string label) => Forms.ValueOf(this, label);

    public bool HasField(string label) => Forms.Has(this, label);

    public bool HasButton(string name) => Forms.HasButton(this, name);

    /// <summary>The sentence at the field, without „Fehler: “; null when it is right.</summary>
    public string? ErrorAt(string label) => Forms.ErrorAt(this, label);

    /// <summary>Follows the link with this text.</summary>
    public Task<Page> FollowAsync(string linkText)
    {
        var link = Document.QuerySelectorAll("a[href]").FirstOrDefault(a => Words(a) == linkText)
            ?? throw new InvalidOperationException($"The page at {Where} has no link „{linkText}“. Links: {string.Join(" | ", Document.QuerySelectorAll("a[href]").Select(Words))}");
        return Client.OpenAsync(new Uri(Url, link.GetAttribute("href")!).ToString());
    }

    public static string Words(INode node) => string.Join(' ', node.TextContent.Split((char[])[' ', '\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));

    internal static async Task<Page> ReadAsync(HttpClient client, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new Page(client, response, new HtmlParser().ParseDocument(html), html);
    }
}

public static class PageReading
{
    public static async Task<Page> OpenAsync(this HttpClient client, string path) => await Page.ReadAsync(client, await client.GetAsync(path));
}
