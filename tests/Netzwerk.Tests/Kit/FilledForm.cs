using System.Net.Http.Headers;

namespace Netzwerk.Tests.Kit;

/// <summary>A form that is filled and not yet sent. A test may send it twice, later, changed, or from another client.</summary>
public sealed record FilledForm(Page Page, string Method, Uri Action, IReadOnlyList<KeyValuePair<string, string>> Entries)
{
    public string? this[string name] => Entries.FirstOrDefault(entry => entry.Key == name).Value;

    public FilledForm With(string name, string value) =>
        this with { Entries = [.. Entries.Where(entry => entry.Key != name), new(name, value)] };

    public FilledForm Without(string name) => this with { Entries = [.. Entries.Where(entry => entry.Key != name)] };

    /// <summary>Of several boxes with one name, this one is not ticked.</summary>
    public FilledForm WithoutValue(string name, string value) => this with { Entries = [.. Entries.Where(entry => entry.Key != name || entry.Value != value)] };

    public async Task<Page> SendAsync(HttpClient? client = null, Action<HttpRequestMessage>? change = null)
    {
        client ??= Page.Client;
        using var request = Request();
        change?.Invoke(request);
        return await Page.ReadAsync(client, await client.SendAsync(request));
    }

    private HttpRequestMessage Request()
    {
        if (!Method.Equals("post", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', Entries.Select(entry => $"{Uri.EscapeDataString(entry.Key)}={Uri.EscapeDataString(entry.Value)}"));
            return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(Action) { Query = query }.Uri);
        }
        var request = new HttpRequestMessage(HttpMethod.Post, Action) { Content = new FormUrlEncodedContent(Entries) };
        request.Headers.Add("Origin", Page.Url.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return request;
    }
}
