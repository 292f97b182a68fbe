using System.Net;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Security;

namespace Netzwerk.Tests.Features.Demo;

/// <summary>Who reaches the demo, and on which database it runs.</summary>
[Trait("Engine", "Sqlite")]
public sealed class DemoReachTests
{
    [Theory]
    [InlineData(RequestForgery.AddressHeader, "192.0.2.7")]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Host", "boese.example")]
    public async Task Demo_pages_answer_only_this_machine(string header, string value)
    {
        await using var app = new DemoApp();
        var password = (await app.OpenAsync("/demo")).Document.GetElementById("demo-passwort")!.TextContent;
        var paths = Route.All(app).Where(route => route.Pattern.StartsWith("/demo", StringComparison.Ordinal)).ToList();

        Assert.True(paths.Count >= 6);
        foreach (var route in paths)
        {
            using var request = route.Request();
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await app.Browser(followRedirects: false).SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{route} answers {answer.StatusCode}");
            Assert.DoesNotContain(password, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_setting_opens_the_demo_to_other_machines_with_a_warning()
    {
        await using var app = new DemoApp(("Demo:AllowRemote", "true"));

        Assert.Equal("Ausprobieren", (await app.Browser("192.0.2.7").OpenAsync("/demo")).Heading);
        Assert.Contains("Demo:AllowRemote ist an", app.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_refuses_a_database_with_other_accounts()
    {
        await using var real = new TestApp();
        await real.AccountAsync(Cast.Organizer);
        await using var demo = new DemoApp([("Site:DataDirectory", real.DataFolder)]);

        Assert.StartsWith("In dieser Datenbank stehen Konten, die nicht zur Demo gehören.", Assert.Throws<InvalidSettingException>(() => demo.Services).Message, StringComparison.Ordinal);
        Assert.Equal(1, await real.DbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task The_demo_starts_again_after_somebody_invited_a_colleague_in_it()
    {
        await using var first = new DemoApp();
        await first.AccountAsync(Cast.Staff);
        await using var second = new DemoApp([("Site:DataDirectory", first.DataFolder)]);

        Assert.Equal("Ausprobieren", (await second.OpenAsync("/demo")).Heading);
    }
}
