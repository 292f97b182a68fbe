using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Netzwerk.Tests.Kit;

/// <summary>The same site on a real socket with plain http, for a real browser; not hardened and without the demo.</summary>
public class LiveApp : TestApp
{
    public LiveApp(params (string Key, string Value)[] settings)
        : base([("Site:BaseUrl", "http://localhost"), ("Demo:Enabled", "false"), .. settings])
    {
        UseKestrel(0);
        StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary><c>http://localhost:41234/</c></summary>
    public Uri Address { get; }

    protected override string EnvironmentName => "Development";
}
