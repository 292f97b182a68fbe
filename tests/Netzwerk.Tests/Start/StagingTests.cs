using System.Net;
using Netzwerk.Tests.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Start;

/// <summary>Staging, in any case of letters, is as closed as Production.</summary>
[Trait("Engine", "Sqlite")]
public sealed class StagingTests
{
    [Fact]
    public async Task Staging_demands_https_secure_cookies_a_second_factor_and_the_legal_texts()
    {
        await using var app = new StagingApp();
        await app.AccountAsync(Cast.Staff);

        using var plain = app.CreateClient(new() { BaseAddress = new Uri("http://localhost"), AllowAutoRedirect = false });
        Assert.Equal(TestApp.BaseUrl + "/netzwerk", (await plain.GetAsync("/netzwerk")).Headers.Location?.ToString());
        var browser = app.Browser(followRedirects: false);
        using var form = await browser.GetAsync("/konto/anmelden");
        Assert.All(form.Headers.GetValues("Set-Cookie"), cookie => Assert.Matches("^__Host-.*; secure", cookie));
        Assert.Equal("/konto/zweiter-faktor", (await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.OpenAsync("/veranstaltungen/jubilaeum-2022/anmeldung")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync("/demo")).Status);
    }

    private sealed class StagingApp() : TestApp(("Legal:Operator", ""))
    {
        protected override string EnvironmentName => "staging";
    }
}
