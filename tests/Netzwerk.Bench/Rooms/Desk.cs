using System.Diagnostics;
using System.Net;
using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Rooms;

/// <summary>The demo's organiser at the desk, signed in.</summary>
public sealed class Desk : IDisposable
{
    private readonly HttpClient _http;

    private Desk(HttpClient http) => _http = http;

    public static async Task<Desk> SignInAsync(int port)
    {
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false, AllowAutoRedirect = false };
        var http = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var demo = new Seen(200, null, await http.GetStringAsync("/demo"));
        var form = new Seen(200, null, await http.GetStringAsync("/konto/anmelden"));
        using var sent = new FormUrlEncodedContent(
        [
            new("Form.Email", "organisation@demo.example"),
            new("Form.Password", WebUtility.HtmlDecode(demo.Between("id=\"demo-passwort\">", "<"))),
            new("__RequestVerificationToken", form.Between("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"", "\"") ?? ""),
        ]);
        using var answer = await http.PostAsync("/konto/anmelden", sent);
        return answer.StatusCode == HttpStatusCode.Redirect ? new Desk(http) : throw new InvalidDataException($"The sign-in ended with {answer.StatusCode}.");
    }

    /// <summary>Asks again and again, and reads the answer to its end without keeping it.</summary>
    /// <param name="expected">Must stand in the page; null for files, which must be longer than a page that says no.</param>
    /// <returns>The median in milliseconds.</returns>
    public async Task<double> MedianAsync(string path, int times, string? expected = null)
    {
        var took = new List<double>();
        for (var time = 0; time < times; time++)
        {
            var start = Stopwatch.GetTimestamp();
            if (expected is null) await DownloadAsync(path);
            else if (await _http.GetStringAsync(path) is var page && !page.Contains(expected, StringComparison.Ordinal)) throw new InvalidDataException($"{path} does not say „{expected}“");
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return took.Order().ElementAt(took.Count / 2);
    }

    public async Task DownloadAsync(string path)
    {
        using var answer = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        if (!answer.EnsureSuccessStatusCode().Content.Headers.Contains("Content-Disposition")) throw new InvalidDataException($"{path} is no file");
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null);
    }

    public void Dispose() => _http.Dispose();
}
