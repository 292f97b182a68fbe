using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Netzwerk.Tests.Operation;

/// <summary>Takes what the site sends over OTLP and keeps the bytes (http/protobuf; its texts are plain UTF-8).</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _taken = new();

    public OtlpReceiver()
    {
        Address = $"http://127.0.0.1:{Nginx.FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = TakeAsync();
    }

    public string Address { get; }

    public (string, string)[] Settings => [("OTEL_EXPORTER_OTLP_ENDPOINT", Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];

    /// <param name="signal"><c>traces</c> or <c>metrics</c>.</param>
    public string Texts(string signal) => string.Concat(_taken.Where(sent => sent.Path == $"/v1/{signal}").Select(sent => Encoding.Latin1.GetString(sent.Body)));

    public void Dispose() => _listener.Close();

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                var call = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                _taken.Enqueue((call.Request.Url!.AbsolutePath, body.ToArray()));
                call.Response.ContentType = "application/x-protobuf";
                call.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
        }
    }
}
