using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Processes;

/// <summary>Two processes of the site on one database, as far as one test run can have them: two hosts that share nothing but what is stored.</summary>
internal sealed class Pair : IAsyncDisposable
{
    private static readonly Uri Site = new("https://localhost");

    private Pair(TestApp one, TestApp other) => (One, Other) = (one, other);

    public TestApp One { get; }

    public TestApp Other { get; }

    /// <summary>Both have started, one after the other.</summary>
    public static Pair Start(params (string Key, string Value)[] settings)
    {
        var one = new TestApp(settings);
        return Started(one, new TestApp([.. settings, ("Site:DataDirectory", one.DataFolder)]));
    }

    public static Pair Started(TestApp one, TestApp other)
    {
        _ = (one.Services, other.Services);
        return new Pair(one, other);
    }

    /// <summary>A browser whose every request lands on the other process than the one before, as behind a proxy.</summary>
    public HttpClient Browser()
    {
        var cookies = new CookieContainerHandler(new CookieContainer()) { InnerHandler = new InTurn(One.Server.CreateHandler(), Other.Server.CreateHandler()) };
        return new HttpClient(new RedirectHandler { InnerHandler = cookies }) { BaseAddress = Site };
    }

    /// <summary>A client of one of them that keeps sending these cookies.</summary>
    public static HttpClient With(TestApp app, string cookies)
    {
        var client = app.CreateClient(new() { BaseAddress = Site, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        return client;
    }

    public void Advance(TimeSpan time)
    {
        One.Clock.Advance(time);
        Other.Clock.Advance(time);
    }

    public async ValueTask DisposeAsync()
    {
        await Other.DisposeAsync();
        await One.DisposeAsync();
    }

    private sealed class InTurn(params HttpMessageHandler[] servers) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker[] _servers = [.. servers.Select(server => new HttpMessageInvoker(server))];
        private int _requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _servers[Interlocked.Increment(ref _requests) % _servers.Length].SendAsync(request, cancellationToken);
    }
}
