using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

public class FirstSetupTests
{
    private const string Path = "/konto/einrichten";
    private const string Password = "Kranich Teelicht Bagger Violine";

    [Fact]
    public async Task The_code_from_the_console_makes_the_first_organiser_once()
    {
        await using var app = new TestApp();
        var code = await CodeOfAsync(app);
        var browser = app.Browser();

        var done = await SetUpAsync(browser, code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());

        Assert.Equal("/konto/zweiter-faktor", done.Url.AbsolutePath);
        Assert.Contains("Bevor Sie Anmeldungen sehen", done.Text, StringComparison.Ordinal);
        Assert.Contains("Organisation (alle Veranstaltungen)", (await browser.OpenAsync("/konto")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(Path)).Status);
        Assert.Single(await app.DbAsync(db => db.Audit.Where(entry => entry.Act == AuditAct.FirstOrganizerMade).ToListAsync()));
    }

    [Fact]
    public async Task Wrong_codes_make_nobody_and_never_keep_out_whoever_has_the_right_one()
    {
        await using var app = new TestApp(("Limits:FormsPerAddress", "5"), ("Limits:FormsPerAddressAndMinute", "1"));
        var code = await CodeOfAsync(app);
        var browser = app.Browser(from: "203.0.113.7");

        for (var i = 0; i < 5; i++)
            Assert.Contains("Dieser Code stimmt nicht", (await SetUpAsync(browser, "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF")).ErrorAt("Code aus der Konsole"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SetUpAsync(browser, code[..^1])).Status);
        Assert.Equal(0, await app.DbAsync(db => db.Users.CountAsync()));
        Assert.Equal("/konto/zweiter-faktor", (await SetUpAsync(browser, code)).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_weak_password_does_not_use_up_the_code()
    {
        await using var app = new TestApp();
        var code = await CodeOfAsync(app);
        var browser = app.Browser();

        Assert.Contains("zu kurz", (await SetUpAsync(browser, code, "kurz")).ErrorAt("Neues Passwort"), StringComparison.Ordinal);
        Assert.Equal("/konto/zweiter-faktor", (await SetUpAsync(browser, code)).Url.AbsolutePath);
    }

    [Fact]
    public async Task Of_two_who_come_with_the_code_at_once_one_becomes_organiser()
    {
        await using var app = new TestApp();
        var code = await CodeOfAsync(app);
        var pages = new[] { await app.OpenAsync(Path), await app.OpenAsync(Path) };

        await Task.WhenAll(pages.Select((page, index) => Fill(page, code, $"wer{index}@netzwerk.test", Password).SendAsync()));

        Assert.Equal(1, await app.DbAsync(db => db.Users.CountAsync()));
        Assert.Equal(1, await app.DbAsync(db => db.RoleAssignments.CountAsync()));
    }

    /// <summary>As the console would have shown it.</summary>
    private static async Task<string> CodeOfAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SetupCode>().OfferAsync();
    }

    private static async Task<Page> SetUpAsync(HttpClient browser, string code, string password = Password) =>
        await Fill(await browser.OpenAsync(Path), code, "karin@netzwerk.test", password).SendAsync();

    private static FilledForm Fill(Page page, string code, string email, string password) => Forms.Fill(page, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Code aus der Konsole"] = code,
        ["Ihr Name"] = "Karin Probe",
        ["E-Mail-Adresse"] = email,
        ["Neues Passwort"] = password,
        ["Neues Passwort noch einmal"] = password,
    }, "Konto einrichten");
}
