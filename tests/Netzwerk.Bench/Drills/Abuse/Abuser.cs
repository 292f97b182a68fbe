using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Drills.Abuse;

/// <summary>Somebody who sends as much as one address can. The site believes the address, because the bench is its known proxy.</summary>
public sealed partial class Abuser : IDisposable
{
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private string _cookies = "";
    private int _sent;
    private int _next;

    public Abuser(AbuseTarget target, string address)
    {
        (Target, Address) = (target, address);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxConnectionsPerServer = int.MaxValue };
        _http = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{target.Port}"), Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        _http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    public AbuseTarget Target { get; }

    public string Address { get; }

    public int Sent => _sent;

    /// <summary>How often each answer came: a status, or why there was none.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    public (string Name, string Value) Token { get; private set; } = ("__RequestVerificationToken", "");

    public int Next() => Interlocked.Increment(ref _next);

    /// <summary>So many at once, each the next one when it was answered, until told to stop.</summary>
    public async Task AbuseAsync(AbuseKind kind, int atOnce, CancellationToken stop)
    {
        await PrepareAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await NoteAsync(() => kind.SendAsync(this, stop), stop);
        }, CancellationToken.None)));
    }

    /// <summary>The first of a kind pays for what the later ones find ready.</summary>
    public async Task WarmUpAsync(AbuseKind kind)
    {
        await PrepareAsync(kind);
        var answer = await kind.SendAsync(this, CancellationToken.None);
        if (answer != "200") throw new InvalidDataException($"{kind.Name} was answered with {answer}");
        Dispose();
    }

    public Task<string> GetAsync(string path, CancellationToken cancel) => AskAsync(new HttpRequestMessage(HttpMethod.Get, path), cancel);

    public Task<string> PostAsync(string path, CancellationToken cancel, params (string Name, string Value)[] form) =>
        AskAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(form) }, cancel);

    public Task<string> PostAsync(string path, byte[] form, CancellationToken cancel) =>
        AskAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(form) { Headers = { ContentType = new("application/x-www-form-urlencoded") } } }, cancel);

    /// <summary>A new form each time, as if from another tab.</summary>
    public async Task<string> SignUpAgainAsync(CancellationToken cancel)
    {
        using var first = new HttpRequestMessage(HttpMethod.Post, SignUp.FormPath) { Content = Form(Typing.Who(Target.Victim)) };
        using var check = await _http.SendAsync(first, cancel);
        if (check.StatusCode != HttpStatusCode.OK) return $"{(int)check.StatusCode}";
        var journey = new Seen(200, null, await check.Content.ReadAsStringAsync(cancel)).Field("journey");
        return await PostAsync(SignUp.FormPath + "/pruefen", cancel, ("journey", journey), ("move", "send"));
    }

    public void Dispose() => _http.Dispose();

    private static FormUrlEncodedContent Form((string Name, string Value)[] form) => new(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>The token of a form of staff, once; what is judged is the sending.</summary>
    private async Task PrepareAsync(AbuseKind kind)
    {
        if (kind.IsOfStaff) _cookies = Target.Session;
        if (kind.Name is not ("sign-in" or "lost password")) return;
        using var page = await _http.GetAsync(new Uri(kind.Name == "sign-in" ? "/konto/anmelden" : "/konto/passwort-vergessen", UriKind.Relative));
        _cookies = string.Join("; ", page.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]) : []);
        Token = (Token.Name, TokenField().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    private async Task<string> AskAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using (request)
        {
            if (_cookies.Length > 0) request.Headers.Add("Cookie", _cookies);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            await using var body = await answer.Content.ReadAsStreamAsync(cancel);
            await body.CopyToAsync(Stream.Null, cancel);
            return $"{(int)answer.StatusCode}";
        }
    }

    private async Task NoteAsync(Func<Task<string>> send, CancellationToken stop)
    {
        string answer;
        try
        {
            answer = await send();
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or OperationCanceledException or System.Net.Sockets.SocketException)
        {
            answer = stop.IsCancellationRequested ? "still waiting" : "no answer";
        }
        Interlocked.Increment(ref _sent);
        _answers.AddOrUpdate(answer, 1, (_, times) => times + 1);
        // Whoever is turned away at once does not use up the bench's own core.
        if (answer is "429" or "413" or "no answer") await Task.Delay(10, CancellationToken.None);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
