using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Netzwerk.Tests.Operation;

/// <summary>Strangers who send slowly, in front of Debian's nginx as the README sets it up.</summary>
[Trait("Engine", "Sqlite")]
public sealed class SlowClientTests
{
    private static readonly IPAddress Slow = IPAddress.Parse("127.0.0.9");

    [Fact]
    public async Task Half_sent_headers_of_1500_connections_hold_up_no_visitor_and_are_cut_off()
    {
        using var site = new Site();
        using var nginx = await Nginx.StartAsync(Nginx.FreePort(), site.Address);
        var half = new List<Socket>();
        try
        {
            for (var i = 0; i < 1_500; i++) half.Add(await ConnectAsync(nginx.HttpPort, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
            var start = Stopwatch.GetTimestamp();
            using var visitor = Nginx.Visitor(new Uri($"https://localhost:{nginx.HttpsPort}/"));

            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5), $"took {Stopwatch.GetElapsedTime(start)}");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            Assert.True(await IsCutOffAsync(half[0], patience.Token));
        }
        finally
        {
            half.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Slow_bodies_of_one_address_are_bounded_and_others_get_in()
    {
        using var site = new Site();
        using var nginx = await Nginx.StartAsync(Nginx.FreePort(), site.Address);
        var slow = new List<SslStream>();
        try
        {
            for (var i = 0; i < 110; i++)
            {
                var stream = await SecureAsync(nginx.HttpsPort, null);
                await stream.WriteAsync("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000\r\n\r\nForm"u8.ToArray());
                slow.Add(stream);
            }
            var answer = new byte[4096];
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(9));
            var read = await slow[^1].ReadAsync(answer, patience.Token);
            var text = Encoding.UTF8.GetString(answer, 0, read);

            Assert.StartsWith("HTTP/1.1 429", text, StringComparison.Ordinal);
            using var visitor = Nginx.Visitor(new Uri($"https://localhost:{nginx.HttpsPort}/"));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
        }
        finally
        {
            slow.ForEach(stream => stream.Dispose());
        }
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused_with_a_sentence_and_never_reaches_the_site()
    {
        using var site = new Site();
        using var nginx = await Nginx.StartAsync(Nginx.FreePort(), site.Address);
        using var visitor = Nginx.Visitor(new Uri($"https://localhost:{nginx.HttpsPort}/"));
        using var body = new ByteArrayContent(new byte[400_000]);

        using var answer = await visitor.PostAsync("/", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("kürzen Sie", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("utf-8", answer.Content.Headers.ContentType!.CharSet);
        Assert.Equal(0, site.Count);
    }

    [Fact]
    public async Task Ciphers_without_forward_secrecy_or_authentication_of_the_text_are_not_offered()
    {
        using var site = new Site();
        using var nginx = await Nginx.StartAsync(Nginx.FreePort(), site.Address);
#pragma warning disable CA1416 // These tests run on Linux.
        var old = new CipherSuitesPolicy([TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CCM]);
        var all = new CipherSuitesPolicy([TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384]);
#pragma warning restore CA1416

        await Assert.ThrowsAnyAsync<Exception>(() => SecureAsync(nginx.HttpsPort, old));
        await using var strongest = await SecureAsync(nginx.HttpsPort, all);
        Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, strongest.NegotiatedCipherSuite);
    }

    private static async Task<Socket> ConnectAsync(int port, string? text = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(Slow, 0));
        await socket.ConnectAsync(IPAddress.Loopback, port);
        if (text is not null) await socket.SendAsync(Encoding.ASCII.GetBytes(text));
        return socket;
    }

    private static async Task<SslStream> SecureAsync(int port, CipherSuitesPolicy? ciphers)
    {
        var stream = new SslStream(new NetworkStream(await ConnectAsync(port), ownsSocket: true));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            EnabledSslProtocols = ciphers is null ? SslProtocols.None : SslProtocols.Tls12,
            CipherSuitesPolicy = ciphers,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost",
        }, patience.Token);
        return stream;
    }

    private static async Task<bool> IsCutOffAsync(Socket socket, CancellationToken cancel)
    {
        var rest = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(rest, cancel) > 0)
            {
            }
            return true;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    /// <summary>Answers everything with 200 and counts it.</summary>
    private sealed class Site : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private int _count;

        public Site()
        {
            _listener.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
            _ = ServeAsync();
        }

        public Uri Address { get; }

        public int Count => Volatile.Read(ref _count);

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var peer = await _listener.AcceptTcpClientAsync();
                    var read = new byte[8192];
                    if (await peer.GetStream().ReadAsync(read) == 0) continue;
                    Interlocked.Increment(ref _count);
                    await peer.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK"u8.ToArray());
                }
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }
}
