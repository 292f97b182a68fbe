using System.Collections.Concurrent;
using System.Globalization;

namespace Netzwerk.Bench.Peers;

/// <summary>The upper limit: Kestrel and nothing else. <c>/5000</c> answers 5,000 constant bytes.</summary>
public static class BareServer
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{args[0]}");
        await using var app = builder.Build();
        var bodies = new ConcurrentDictionary<string, byte[]>();
        app.Run(async http =>
        {
            var body = bodies.GetOrAdd(http.Request.Path.Value!, path => new byte[int.Parse(path.AsSpan(1), CultureInfo.InvariantCulture)]);
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body);
        });
        await app.RunAsync();
        return 0;
    }
}
