using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

public class SignInTests
{
    private const string Wrong = "E-Mail-Adresse oder Passwort stimmt nicht";

    [Fact]
    public async Task A_colleague_signs_in_sees_the_own_account_and_leaves()
    {
        await using var app = new TestApp();
        var browser = await app.EnteredAsync(Cast.Staff);

        var account = await browser.OpenAsync("/konto");
        Assert.Equal("Mein Konto", account.Heading);
        Assert.Contains(Cast.Staff.Name, account.Text, StringComparison.Ordinal);
        Assert.Contains("Mitarbeit (alle Veranstaltungen)", account.Text, StringComparison.Ordinal);

        var left = await Forms.SubmitAsync(account, "Ausloggen");
        Assert.Equal(Door.Path, left.Url.AbsolutePath);
        Assert.Contains("Sie sind ausgeloggt.", left.Text, StringComparison.Ordinal);
        Assert.Equal(Door.Path, (await browser.OpenAsync("/konto")).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_form_whose_session_has_ended_is_not_lost_silently()
    {
        await using var app = new TestApp();
        var browser = await app.EnteredAsync(Cast.Staff);
        var form = await browser.OpenAsync("/konto/passwort");
        await Forms.SubmitAsync(await browser.OpenAsync("/konto"), "Ausloggen");

        var page = await Forms.SubmitAsync(form, "Passwort ändern");

        Assert.Equal(Door.Path, page.Url.AbsolutePath);
        Assert.Contains("Sie waren ausgeloggt. Gespeichert ist nichts.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("karin@netzwerk.test", "ein falsches Passwort")]
    [InlineData("niemand@netzwerk.test", "ein falsches Passwort")]
    [InlineData("x", "y")]
    [InlineData("karin\uFFFE@netzwerk.test", "U+FFFE is no character")]
    public async Task Unknown_addresses_and_wrong_passwords_get_the_same_words(string email, string password)
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Organizer);

        var page = await app.Browser().EnterAsync(email, password);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Wrong, page.Text, StringComparison.Ordinal);
        Assert.StartsWith("Fehler: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(TypedText.Received(email), page.ValueOf("E-Mail-Adresse"));
        Assert.Empty(page.ValueOf("Passwort") ?? "");
    }

    [Fact]
    public async Task Empty_fields_are_named()
    {
        await using var app = new TestApp();

        var page = await app.Browser().EnterAsync(" ", "");

        Assert.Equal(["Geben Sie Ihre E-Mail-Adresse ein", "Geben Sie Ihr Passwort ein"], page.Errors);
    }

    [Theory]
    [InlineData("/netzwerk", "/netzwerk")]
    [InlineData("https://evil.example/", "/verwaltung")]
    [InlineData("//evil.example/", "/verwaltung")]
    [InlineData("/\\evil.example", "/verwaltung")]
    [InlineData("/konto/ausloggen", "/verwaltung")]
    public async Task After_the_door_the_way_leads_inside_this_site(string returnUrl, string target)
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Organizer);

        var page = await app.Browser(followRedirects: false)
            .EnterAsync(Cast.Organizer.Email, Colleague.Password, $"{Door.Path}?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(HttpStatusCode.Found, page.Status);
        Assert.Equal(target, page.Header("Location"));
    }

    [Fact]
    public async Task Cookies_are_bound_to_this_host_and_to_https()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Organizer);
        var browser = app.Browser(followRedirects: false);

        var form = await browser.OpenAsync(Door.Path);
        var entered = await browser.EnterAsync(Cast.Organizer.Email, Colleague.Password);

        foreach (var (page, name) in new[] { (form, "__Host-netzwerk-form="), (entered, "__Host-netzwerk=") })
        {
            var cookie = page.Header("Set-Cookie")!;
            Assert.StartsWith(name, cookie, StringComparison.Ordinal);
            foreach (var part in new[] { "path=/;", "secure", "httponly", "samesite=" }) Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Forms_without_their_token_are_refused()
    {
        await using var app = new TestApp();
        var browser = await app.EnteredAsync(Cast.Staff);
        var account = await browser.OpenAsync("/konto");
        var door = await app.OpenAsync(Door.Path);

        Assert.Equal(HttpStatusCode.BadRequest, (await Forms.Fill(account, new Dictionary<string, string>(StringComparer.Ordinal), "Ausloggen").Without("__RequestVerificationToken").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Forms.Fill(door, new Dictionary<string, string>(StringComparer.Ordinal), "Anmelden").Without("__RequestVerificationToken").SendAsync()).Status);
        Assert.Equal("Mein Konto", (await browser.OpenAsync("/konto")).Heading);
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("karin@netzwerk\uFFFE.test")]
    [InlineData("karin\uD800@netzwerk.test")]
    [InlineData("\uDC00")]
    [InlineData("\0")]
    [InlineData("5000")]
    public async Task Text_that_is_no_address_is_nobody_s(string email)
    {
        await using var app = new TestApp();
        await using var scope = app.Services.CreateAsyncScope();

        Assert.Null((await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().TryAsync(email == "5000" ? new string('a', 5000) : email, Colleague.Password)).Account);
    }

    [Theory]
    [InlineData("niemand@netzwerk.test")]
    [InlineData("keine Adresse")]
    public async Task An_unknown_address_asks_the_database_the_same_as_a_known_one(string unknown)
    {
        await using var app = new TestApp(("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "Information"));
        await app.AccountAsync(Cast.Staff);
        await StatementsAsync(app, unknown);

        var known = await StatementsAsync(app, Cast.Staff.Email);

        Assert.StartsWith("SELECT", known[0], StringComparison.Ordinal);
        Assert.Contains("SignInTallies", known[^1], StringComparison.Ordinal);
        Assert.Equal(known, await StatementsAsync(app, unknown));
    }

    [Fact]
    public async Task An_unknown_address_costs_as_much_hashing_as_a_known_one()
    {
        await using var app = new TestApp();
        var id = await app.AccountAsync(Cast.Staff);

        var real = Convert.FromBase64String(await app.DbAsync(async db => (await db.Users.FindAsync(id))!.PasswordHash!));
        var decoy = Convert.FromBase64String(((DecoyHash)app.Services.GetService(typeof(DecoyHash))!).Value);

        const int Head = 13;
        Assert.Equal(real[..Head], decoy[..Head]);
        Assert.Equal(real.Length, decoy.Length);
        Assert.Equal(2u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(real.AsSpan(1)));
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(real.AsSpan(5)) >= 220_000);
    }

    /// <summary>What a wrong password makes the site ask its database, from the log.</summary>
    private static async Task<IReadOnlyList<string>> StatementsAsync(TestApp app, string email)
    {
        app.Log.Lines.Clear();
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().TryAsync(email, "falsch")).Account);
        return [.. app.Log.Lines.Where(line => line.Contains("Executed DbCommand", StringComparison.Ordinal)).Select(line => line[(line.IndexOf('\n', StringComparison.Ordinal) + 1)..])];
    }
}
