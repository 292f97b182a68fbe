using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Tests.Start;

public sealed class BaseUrlTests
{
    [Theory]
    [InlineData("https://netz.example/anmeldung")]
    [InlineData("https://netz.example/?a=b")]
    [InlineData("https://netz.example/#a")]
    [InlineData("https://anna@netz.example")]
    public void An_address_with_a_path_is_refused_because_links_would_lead_past_it(string address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Site:BaseUrl", address)]).Build();

        var refusal = Assert.Throws<InvalidSettingException>(() => SiteOptions.From(configuration, new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootPath = "." }));

        Assert.StartsWith("Site:BaseUrl darf nur aus Protokoll, Namen und Port bestehen, ohne Pfad: https://netz.example statt", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "http://localhost:5080")]
    [InlineData("http://127.0.0.1:5180", "http://127.0.0.1:5180")]
    [InlineData("http://*:81;https://localhost:82", "http://localhost:81")]
    [InlineData("http://0.0.0.0:81/", "http://localhost:81")]
    [InlineData("http://[::]:81", "http://localhost:81")]
    [InlineData("http://127.0.0.1:0", "http://localhost:5080")]
    public void In_development_links_lead_to_where_the_site_listens(string? urls, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls)]).Build();

        Assert.Equal(expected, SiteOptions.From(configuration, new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = "." }).BaseUrl);
    }
}
