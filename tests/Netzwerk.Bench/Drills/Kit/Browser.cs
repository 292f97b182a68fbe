using System.Net;
using System.Text.RegularExpressions;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>
/// Asks the site through one or several doors, one after the other, as a proxy spreads requests; where nobody answers at one of them, the next
/// one is asked.
/// </summary>
public sealed class Browser : IDisposable
{
    private readonly IReadOnlyList<int> _doors;
    private readonly HttpClient _http;
    private int _next;

    /// <param name="address">From where it comes; the site believes it where the bench is its known proxy.</param>
    public Browser(IReadOnlyList<int> doors, TimeSpan? patience = null, string? address = null)
    {
        _doors = doors;
        // A connection that was idle may belong to a process that was killed meanwhile.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxConnectionsPerServer = int.MaxValue };
        _http = new HttpClient(handler) { Timeout = patience ?? TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        if (address is not null) _http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        _http.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Android 13; Mobile) Netzwerk.Bench");
    }

    public Task<Seen> GetAsync(string path) => AskAsync(HttpMethod.Get, path, null);

    public Task<Seen> PostAsync(string path, params (string Name, string Value)[] form) => AskAsync(HttpMethod.Post, path, form);

    public void Dispose() => _http.Dispose();

    /// <exception cref="NoAnswerException">The process that had taken the request ended, or nobody was there.</exception>
    private async Task<Seen> AskAsync(HttpMethod method, string path, (string Name, string Value)[]? form)
    {
        for (var tries = 1; ; tries++)
        {
            var door = _doors[(int)((uint)Interlocked.Increment(ref _next) % _doors.Count)];
            using var request = new HttpRequestMessage(method, $"http://127.0.0.1:{door}{path}");
            if (form is not null) request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            try
            {
                using var answer = await _http.SendAsync(request);
                return new Seen((int)answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
            }
            catch (HttpRequestException closed) when (closed.HttpRequestError == HttpRequestError.ConnectionError && tries < _doors.Count)
            {
                // Nothing was sent yet: as a proxy does, the next one.
            }
            catch (Exception trouble) when (trouble is HttpRequestException or IOException or OperationCanceledException)
            {
                throw new NoAnswerException(trouble);
            }
        }
    }
}

/// <summary>One answer.</summary>
public sealed partial record Seen(int Status, string? Location, string Html)
{
    public string Heading => WebUtility.HtmlDecode(Between("<h1", "</h1>")?.Split('>', 2)[^1].Trim() ?? "");

    /// <summary>The words of the box that says why it does not go on; null where there is none.</summary>
    public string? Alert => Between("role=\"alert\"", "<form") is { } box ? Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace("<" + box, " ")), " ").Trim() : null;

    public string Field(string name) => Between($"name=\"{name}\" value=\"", "\"") ?? throw new InvalidDataException($"no field „{name}“ on the page „{Heading}“ (status {Status})");

    /// <summary>The first text between two marks, or null.</summary>
    public string? Between(string before, string after)
    {
        var start = Html.IndexOf(before, StringComparison.Ordinal);
        if (start < 0) return null;
        start += before.Length;
        var end = Html.IndexOf(after, start, StringComparison.Ordinal);
        return end < 0 ? null : Html[start..end];
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

public sealed class NoAnswerException(Exception trouble) : Exception("No answer.", trouble);
