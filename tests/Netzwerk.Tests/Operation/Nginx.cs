using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Netzwerk.Tests.Operation;

/// <summary>Debian's nginx as a child process on 127.0.0.1, with the README's configuration and a certificate that nobody else knows.</summary>
internal sealed class Nginx : IDisposable
{
    /// <summary>Header of the answers when there are several processes: the address, or with a comma in between those that were asked.</summary>
    public const string AnsweredBy = "X-Answered-By";

    private const string Program = "/usr/sbin/nginx";
    private readonly string _folder = Directory.CreateTempSubdirectory("netzwerk-nginx-").FullName;
    private readonly Process _process;

    private Nginx(int httpsPort, Uri[] sites)
    {
        (HttpsPort, HttpPort) = (httpsPort, FreePort());
        if (!File.Exists(Program)) throw new InvalidOperationException("nginx is not here. Install Debian's nginx-light (tests/run does it).");
        MakeCertificate();
        File.WriteAllText(Path.Combine(_folder, "site.conf"), Fill(sites.Length == 1 ? Readme.Block("nginx") : ForSeveral(), sites));
        File.WriteAllText(Path.Combine(_folder, "nginx.conf"), $$"""
            daemon off;
            master_process off;
            pid {{_folder}}/nginx.pid;
            {{Readme.Block("nginx", 1)}}
            http {
                access_log {{_folder}}/every-access.log;
                client_body_temp_path {{_folder}}/body;
                proxy_temp_path {{_folder}}/proxy;
                fastcgi_temp_path {{_folder}}/fastcgi;
                uwsgi_temp_path {{_folder}}/uwsgi;
                scgi_temp_path {{_folder}}/scgi;
                include {{_folder}}/site.conf;
            }
            """);
        _process = Process.Start(new ProcessStartInfo(Program, ["-p", _folder, "-c", Path.Combine(_folder, "nginx.conf"), "-e", Path.Combine(_folder, "start.log")]) { RedirectStandardError = true })!;
    }

    public int HttpPort { get; }

    public int HttpsPort { get; }

    /// <summary>Everything that it wrote down.</summary>
    public string Logs => string.Join('\n', Directory.EnumerateFiles(_folder, "*.log").Select(File.ReadAllText));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Returns when it takes connections.</summary>
    /// <param name="sites">With two of them, it is configured as the README says for several processes.</param>
    public static async Task<Nginx> StartAsync(int httpsPort, params Uri[] sites)
    {
        var nginx = new Nginx(httpsPort, sites);
        for (var tries = 0; tries < 200; tries++)
        {
            if (nginx._process.HasExited) break;
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, httpsPort);
                return nginx;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        using (nginx) throw new InvalidOperationException($"nginx did not start with the README's configuration: {nginx.Logs}");
    }

    /// <param name="from">The visitor's address; one of this machine's.</param>
    public static HttpClient Visitor(Uri site, IPAddress? from = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost" },
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(from ?? IPAddress.Loopback, 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = site };

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Only names, ports and places change; a place that the README does not name any more is found out here.</summary>
    private string Fill(string readme, Uri[] sites)
    {
        foreach (var (written, here) in ((string, string)[])[
            ("    listen [::]:80;\n", ""), ("    listen [::]:443 ssl http2;\n", ""),
            ("listen 80;", $"listen 127.0.0.1:{HttpPort};"), ("listen 443 ssl", $"listen 127.0.0.1:{HttpsPort} ssl"),
            ("https://netzwerk.example", $"https://localhost:{HttpsPort}"), ("server_name netzwerk.example;", "server_name localhost;"),
            ("127.0.0.1:5080", $"127.0.0.1:{sites[0].Port}"), ("/etc/ssl/netzwerk/fullchain.pem", $"{_folder}/chain.pem"),
            ("/etc/ssl/netzwerk/privkey.pem", $"{_folder}/key.pem"), ("/var/log/nginx/netzwerk.log", $"{_folder}/error.log")])
        {
            if (!readme.Contains(written, StringComparison.Ordinal)) throw new InvalidOperationException($"The README's nginx configuration lacks „{written}“");
            readme = readme.Replace(written, here, StringComparison.Ordinal);
        }
        return sites.Length == 1 ? readme : readme.Replace("127.0.0.1:5081", $"127.0.0.1:{sites[1].Port}", StringComparison.Ordinal);
    }

    /// <summary>The README's two pieces put in their places; and each answer says whose it is, which no operator needs.</summary>
    private static string ForSeveral()
    {
        const string One = "        proxy_pass http://127.0.0.1:5080;\n", Place = "# Inside \"location /\", instead of its proxy_pass:\n";
        var pieces = Readme.Block("nginx", 2).Split(Place);
        return pieces[0] + Readme.Block("nginx").Replace(One, pieces[1] + $"add_header {AnsweredBy} $upstream_addr always;\n", StringComparison.Ordinal);
    }

    private void MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        File.WriteAllText(Path.Combine(_folder, "chain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
