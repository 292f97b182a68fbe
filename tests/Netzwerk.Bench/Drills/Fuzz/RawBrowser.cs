using System.Net.Http.Headers;
using System.Text;
using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Drills.Fuzz;

/// <summary>Sends what no browser would.</summary>
public sealed class RawBrowser : IDisposable
{
    private readonly HttpClient _http;

    public RawBrowser(int door)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{door}") };
        _http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        // A body that is refused unread is refused before it is sent.
        _http.DefaultRequestHeaders.ExpectContinue = true;
    }

    public async Task<Seen> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await SeeAsync(answer);
    }

    public async Task<Seen> PostAsync(string path, IReadOnlyList<(string Name, string Value)> fields)
    {
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{Awkward.Encoded(field.Name)}={Awkward.Encoded(field.Value)}"))));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), body);
        return await SeeAsync(answer);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Seen> SeeAsync(HttpResponseMessage answer) => new((int)answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
}
