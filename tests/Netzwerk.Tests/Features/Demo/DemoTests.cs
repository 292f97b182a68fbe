using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Features.Demo;
using Netzwerk.Tests.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Demo;

public class DemoTests
{
    [Fact]
    public async Task Without_the_demo_there_is_nothing()
    {
        await using var app = new TestApp();

        foreach (var path in new[] { "/demo", "/demo/postfach", "/demo/postfach/x", "/demo/postfach/x/html", "/demo/postfach/x/anhang/0" })
            Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(path)).Status);
        foreach (var path in new[] { "/demo/uhr", "/demo/beispielfamilien" })
            Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().PostAsync(path, new FormUrlEncodedContent([new("moment", "tag")]))).StatusCode);
        Assert.Null((await app.OpenAsync("/")).Document.QuerySelector(".nw-demo"));
    }

    [Theory]
    [InlineData("Eine Minute vor dem Anmeldeschluss", "2022-11-04T22:59:00Z")]
    [InlineData("Gleich nach dem Anmeldeschluss", "2022-11-04T23:00:00Z")]
    [InlineData("Am Tag der Veranstaltung", "2022-11-11T13:00:00Z")]
    [InlineData("Vor dem Anmeldeschluss", "2022-10-24T08:00:00Z")]
    public async Task A_button_sets_the_clock(string button, string expected)
    {
        await using var app = new DemoApp();

        var page = await Forms.SubmitAsync(await app.OpenAsync("/demo"), button);

        Assert.Equal("/demo", page.Url.AbsolutePath);
        Assert.Null(page.Header("Set-Cookie"));
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime, app.Now);
    }

    [Theory]
    [InlineData("2022-11-04T23:59", "2022-11-04T22:59:00Z")]
    [InlineData("2022-07-01T12:30:15", "2022-07-01T10:30:15Z")]
    [InlineData("30.10.2022 02:30", "2022-10-30T00:30:00Z")]
    public async Task Any_time_can_be_typed_as_a_clock_in_cloppenburg_shows_it(string typed, string expected)
    {
        await using var app = new DemoApp();

        await TypeAsync(app, typed);

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime, app.Now);
    }

    [Theory]
    [InlineData("")]
    [InlineData("morgen")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public async Task What_is_no_time_is_explained_at_the_field(string typed)
    {
        await using var app = new DemoApp();
        var before = app.Now;

        var page = await TypeAsync(app, typed);

        Assert.StartsWith("Geben Sie Tag und Uhrzeit ein", page.ErrorAt("Tag und Uhrzeit"), StringComparison.Ordinal);
        Assert.Equal(before, app.Now);
    }

    [Fact]
    public async Task Every_page_says_that_it_is_the_demo_and_which_day_it_is()
    {
        await using var app = new DemoApp();

        var line = (await app.OpenAsync("/")).Document.QuerySelector(".nw-demo")!;

        Assert.Contains("Hier ist heute Montag, 24.\u00A0Oktober\u00A02022", line.TextContent, StringComparison.Ordinal);
        Assert.Equal("/demo", line.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("organisation@demo.example", HttpStatusCode.OK)]
    [InlineData("mitarbeit@demo.example", HttpStatusCode.Forbidden)]
    [InlineData("betreuung@demo.example", HttpStatusCode.Forbidden)]
    public async Task The_three_accounts_open_with_the_password_on_the_page(string email, HttpStatusCode accounts)
    {
        await using var app = new DemoApp();
        var browser = app.Browser();
        var password = (await browser.OpenAsync("/demo")).Document.GetElementById("demo-passwort")!.TextContent;

        await browser.EnterAsync(email, password);

        Assert.Equal("Mein Konto", (await browser.OpenAsync("/konto")).Heading);
        Assert.Equal(accounts, (await browser.OpenAsync("/verwaltung/konten")).Status);
        Assert.True(password.Length >= 15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_demo_password_that_somebody_changed_is_back_after_the_next_start(int whose)
    {
        await using var app = new DemoApp();
        var (email, _, _) = DemoAccounts.All[whose];
        var password = (await app.OpenAsync("/demo")).Document.GetElementById("demo-passwort")!.TextContent;
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByEmailAsync(email))!;
        Assert.True((await accounts.ChangePasswordAsync(account, password, "Kranich Teelicht Bagger Violine")).Succeeded);

        await scope.ServiceProvider.GetRequiredService<DemoAccounts>().PrepareAsync();

        Assert.NotEqual(Door.Path, (await app.Browser().EnterAsync(email, password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task The_file_in_which_earlier_versions_kept_the_password_goes()
    {
        await using var app = new DemoApp();
        var file = System.IO.Path.Combine(app.DataFolder, "demo-password");
        await File.WriteAllTextAsync(file, "alt");

        await app.OpenAsync("/demo");

        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Example_families_come_once_with_their_mails_by_the_same_rules_as_real_ones()
    {
        await using var app = new DemoApp();

        var page = await Forms.SubmitAsync(await app.OpenAsync("/demo"), "Beispielfamilien anlegen");
        Assert.Contains("24 Familien sind angemeldet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Keine Familie ist dazugekommen", (await Forms.SubmitAsync(page, "Beispielfamilien anlegen")).Text, StringComparison.Ordinal);

        var registrations = await app.RegistrationsAsync();
        Assert.Equal(24, registrations.Count);
        Assert.All(registrations.Where(registration => registration.ChildrenInCare > 0), registration => Assert.NotNull(registration.PhoneE164));
        Assert.Equal(registrations.Sum(registration => registration.Party.Seats), (await app.EventAsync()).SeatsTaken);
        for (var tried = 1; tried > 0;) tried = await app.DeliverMailAsync();
        Assert.Equal(24, app.Inbox.Mails.Count);
    }

    private static async Task<Page> TypeAsync(TestApp app, string typed) =>
        await Forms.SubmitAsync(await app.OpenAsync("/demo"), new Dictionary<string, string>(StringComparer.Ordinal) { ["Tag und Uhrzeit"] = typed }, "Uhr stellen");

    [Fact]
    public async Task It_says_where_mails_go()
    {
        await using var files = new DemoApp(("Mail:Host", ""));
        Assert.Contains("E-Mails verlassen diesen Rechner nicht", (await files.OpenAsync("/demo")).Text, StringComparison.Ordinal);

        await using var server = new DemoApp(("Mail:Host", "127.0.0.1"));
        foreach (var path in (string[])["/demo", "/demo/postfach"])
            Assert.Contains("an den Mailserver auf diesem Rechner (127.0.0.1)", (await server.OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("E-Mails verlassen diesen Rechner nicht", (await server.OpenAsync("/demo")).Text, StringComparison.Ordinal);

        await using var elsewhere = new DemoApp(("Mail:Host", "smtp.netzwerk.test"));
        Assert.Contains("E-Mails verlassen diesen Rechner nicht", (await elsewhere.OpenAsync("/demo")).Text, StringComparison.Ordinal);
    }
}
