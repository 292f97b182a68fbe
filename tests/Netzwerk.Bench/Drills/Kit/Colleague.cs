using System.Net;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>Somebody of the organisation, signed in with a demo account, whose browser keeps its cookies.</summary>
public sealed class Colleague : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    public Colleague(int door)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = _cookies }) { BaseAddress = new Uri($"http://127.0.0.1:{door}") };
        _http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    /// <summary>As a Cookie header.</summary>
    public string Cookies => _cookies.GetCookieHeader(_http.BaseAddress!);

    /// <summary>With which we came in.</summary>
    public string? Password { get; private set; }

    public async Task<Seen> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await SeeAsync(answer);
    }

    /// <param name="page">Where the form stands; it brings the token.</param>
    public async Task<Seen> PostAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync(page)).Between("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"", "\"") ?? throw new InvalidDataException($"no form on {page}");
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        return await SeeAsync(answer);
    }

    /// <param name="password">Without one what the demo shows.</param>
    /// <returns>Whether it let us in.</returns>
    public async Task<bool> SignInAsync(string? password = null)
    {
        Password = password ?? WebUtility.HtmlDecode((await GetAsync("/demo")).Between("id=\"demo-passwort\">", "<")!);
        var token = (await GetAsync("/konto/anmelden")).Between("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"", "\"")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Form.Email"] = "organisation@demo.example",
            ["Form.Password"] = Password,
            ["__RequestVerificationToken"] = token,
        });
        using var answer = await _http.PostAsync(new Uri("/konto/anmelden", UriKind.Relative), form);
        return (await SeeAsync(answer)) is { Status: 302 } && await IsInAsync();
    }

    public async Task<bool> IsInAsync() => (await GetAsync("/verwaltung")).Status == 200;

    public void Dispose() => _http.Dispose();

    private static async Task<Seen> SeeAsync(HttpResponseMessage answer) => new((int)answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
}
