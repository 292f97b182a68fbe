using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Operation;

/// <summary>The site in Production behind Debian's nginx, as the README says.</summary>
public sealed class ReverseProxyTests
{
    private static readonly string[] Protections = ["Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "Cross-Origin-Opener-Policy", "Permissions-Policy", "Referrer-Policy", "Cache-Control"];

    [Fact]
    public async Task A_family_signs_up_through_it_and_no_log_of_it_knows_their_link()
    {
        await using var app = new ProxiedApp();
        using var nginx = await app.BehindNginxAsync();
        using var family = Nginx.Visitor(app.Public);

        var done = await app.SignUpAsync(Cast.Anna, family);
        done = await family.OpenAsync(done.Response.Headers.Location!.ToString());
        Assert.Equal("Sie sind angemeldet", done.Heading);
        await app.DeliverMailAsync();
        var mail = app.Inbox.SingleTo(Cast.Anna.Email);
        var link = mail.PersonalLink!;
        Assert.Contains(new Uri(app.Public, link).ToString(), mail.Text, StringComparison.Ordinal);
        var own = await family.OpenAsync(link);

        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Contains("no-store", own.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.All(Protections, name => Assert.Single(own.Response.Headers.GetValues(name)));
        Assert.Equal("nginx", own.Header("Server"));
        await app.Services.GetRequiredService<IHost>().StopAsync();
        Assert.Equal(HttpStatusCode.BadGateway, (await family.OpenAsync(link)).Status);
        Assert.DoesNotContain(link.Split('/')[^1], nginx.Logs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_sign_in_through_it_with_cookies_for_https_and_this_host_only()
    {
        await using var app = new ProxiedApp();
        using var nginx = await app.BehindNginxAsync();
        await app.AccountAsync(Cast.Staff);
        using var staff = Nginx.Visitor(app.Public);
        var form = Forms.Fill(await staff.OpenAsync("/konto/anmelden"), new Dictionary<string, string> { ["E-Mail-Adresse"] = Cast.Staff.Email, ["Passwort"] = Colleague.Password }, "Anmelden");

        var answer = await form.SendAsync();

        var cookies = answer.Response.Headers.GetValues("Set-Cookie").ToList();
        Assert.All(cookies, cookie => Assert.True(cookie.StartsWith("__Host-", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.OrdinalIgnoreCase), cookie));
        // Without a second factor nothing opens but the own account.
        var account = await staff.OpenAsync(new Uri(app.Public, "/konto").ToString());
        Assert.Equal((HttpStatusCode.OK, "Mein Konto"), (account.Status, account.Heading));
    }

    [Fact]
    public async Task Plain_http_leads_to_https()
    {
        await using var app = new ProxiedApp();
        using var nginx = await app.BehindNginxAsync();
        using var visitor = Nginx.Visitor(new Uri($"http://localhost:{nginx.HttpPort}"));

        var answer = await visitor.GetAsync("/netzwerk?a=b");

        Assert.Equal((HttpStatusCode.MovedPermanently, new Uri(app.Public, "/netzwerk?a=b")), (answer.StatusCode, answer.Headers.Location));
    }

    [Fact]
    public async Task Whoever_goes_around_it_is_not_believed_to_be_it()
    {
        await using var app = new ProxiedApp();
        app.Start();
        foreach (var (from, expected) in ((string, HttpStatusCode)[])[("127.0.0.1", HttpStatusCode.OK), ("127.0.0.2", HttpStatusCode.Found)])
        {
            using var direct = Nginx.Visitor(app.Inside, IPAddress.Parse(from));
            direct.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            direct.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
            Assert.Equal(expected, (await direct.GetAsync("/netzwerk")).StatusCode);
        }
    }

    /// <summary>The limits count addresses other than this machine's loopback, so one is needed that a machine without a network does not have.</summary>
    [Fact]
    public async Task The_limits_count_the_visitor_s_own_address_and_not_what_it_claims()
    {
        if (OwnAddress() is not { } address) return;
        await using var app = new ProxiedApp(("Limits:FormsPerAddress", "2"), ("Limits:FormsPerAddressAndMinute", "1"));
        using var nginx = await app.BehindNginxAsync();
        using var visitor = Nginx.Visitor(app.Public, address);
        using var another = Nginx.Visitor(app.Public);
        var form = Forms.Fill(await visitor.OpenAsync(Answers.FormPath), Answers.Of(Cast.Bernd), "Weiter");

        var sent = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            var claim = $"203.0.113.{i}";
            sent.Add((await form.SendAsync(change: request => request.Headers.Add("X-Forwarded-For", claim))).Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], sent);
        Assert.Equal(HttpStatusCode.OK, (await form.SendAsync(another)).Status);
    }

    private static IPAddress? OwnAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Select(own => own.Address)
        .FirstOrDefault(own => own.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(own));

    private sealed class ProxiedApp : TestApp
    {
        private ProxiedApp(int port, params (string Key, string Value)[] settings)
            : base([("Site:BaseUrl", $"https://localhost:{port}"), ("Proxy:Known", "127.0.0.1"), .. settings])
        {
            Public = new Uri($"https://localhost:{port}/");
            UseKestrel(0);
        }

        public ProxiedApp(params (string Key, string Value)[] settings)
            : this(Nginx.FreePort(), settings)
        {
        }

        /// <summary>Where visitors go.</summary>
        public Uri Public { get; }

        /// <summary>Where the site itself listens.</summary>
        public Uri Inside => new($"http://127.0.0.1:{new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port}");

        public void Start() => StartServer();

        public async Task<Nginx> BehindNginxAsync()
        {
            Start();
            return await Nginx.StartAsync(Public.Port, Inside);
        }
    }
}
