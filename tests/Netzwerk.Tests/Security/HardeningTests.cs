using System.Buffers.Binary;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>What the table in Asvs.md asks for over HTTP and no feature's own tests show.</summary>
public sealed class HardeningTests
{
    [Fact]
    public async Task Every_text_says_its_charset()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        var checkedTexts = 0;
        foreach (var route in Route.All(app).Where(route => route.Method == "GET"))
        {
            using var answer = await desk.GetAsync(route.Path());
            if (answer.Content.Headers.ContentType is not { } type || !(type.MediaType!.StartsWith("text/", StringComparison.Ordinal) || type.MediaType.EndsWith("xml", StringComparison.Ordinal))) continue;
            checkedTexts++;
            Assert.True("utf-8".Equals(type.CharSet, StringComparison.OrdinalIgnoreCase) || type.MediaType == "image/svg+xml", $"{route}: {type}");
        }
        Assert.True(checkedTexts > 20);
    }

    [Fact]
    public async Task Files_are_served_to_be_saved()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var desk = await app.SignInAsync(Cast.Organizer);
        foreach (var path in (string[])["/verwaltung/veranstaltungen/jubilaeum-2022/teilnehmerliste.csv", "/verwaltung/veranstaltungen/jubilaeum-2022/teilnehmerliste.xlsx"])
        {
            using var answer = await desk.GetAsync(path + "?name=../../boese.html");
            var disposition = answer.Content.Headers.ContentDisposition!;
            Assert.Equal("attachment", disposition.DispositionType);
            Assert.Matches(@"^""?2022-11-11_teilnehmerliste_jubilaeum-2022\.(csv|xlsx)""?$", disposition.FileName!);
        }
    }

    [Fact]
    public async Task Password_fields_are_masked_and_let_managers_help()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Staff);
        foreach (var page in (Page[])[await app.OpenAsync("/konto/anmelden"), await desk.OpenAsync("/konto/passwort")])
        {
            var fields = page.Document.QuerySelectorAll("input[autocomplete$=password]");
            Assert.NotEmpty(fields);
            Assert.All(fields, field => Assert.Equal("password", field.GetAttribute("type")));
            Assert.All(page.Document.QuerySelectorAll("input[type=password]"), field => Assert.Contains(field.GetAttribute("autocomplete"), (string[])["current-password", "new-password"]));
            Assert.DoesNotContain("onpaste", page.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_long_password_counts_to_its_last_sign()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Staff);
        var desk = await app.SignInAsync(Cast.Staff);
        var longOne = "Kranich Teelicht Bagger Violine, Zwieback Fahrstuhl Nordwind Laterne, Pinsel Gurke Ofenrohr Mondkalb.";
        await Forms.SubmitAsync(await desk.OpenAsync("/konto/passwort"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Jetziges Passwort"] = Colleague.Password,
            ["Neues Passwort"] = longOne,
            ["Neues Passwort noch einmal"] = longOne,
        }, "Passwort ändern");

        Assert.False((await TryAsync(longOne[..^1])).HasField("Code"));
        Assert.False((await TryAsync(longOne.ToUpperInvariant())).HasField("Code"));
        Assert.True((await TryAsync(longOne)).HasField("Code"));

        async Task<Page> TryAsync(string password) => await Forms.SubmitAsync(
            await app.OpenAsync("/konto/anmelden"), new Dictionary<string, string>(StringComparer.Ordinal) { ["E-Mail-Adresse"] = Cast.Staff.Email, ["Passwort"] = password }, "Anmelden");
    }

    [Fact]
    public async Task A_password_never_gets_too_old()
    {
        await using var app = new ClockedApp();
        await app.AccountAsync(Cast.Staff);
        app.SystemClock.Advance(TimeSpan.FromDays(3 * 365));

        Assert.Equal(HttpStatusCode.OK, (await (await app.SignInAsync(Cast.Staff)).OpenAsync("/verwaltung")).Status);
    }

    [Fact]
    public async Task Eight_idle_hours_end_a_session()
    {
        await using var app = new ClockedApp();
        var desk = await app.SignInAsync(Cast.Staff);

        app.SystemClock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(1));

        Assert.Equal("/konto/anmelden", (await desk.OpenAsync("/konto")).Url.AbsolutePath);
    }

    [Fact]
    public async Task The_account_holds_no_hint_and_no_question()
    {
        await using var app = new TestApp();
        var columns = await app.DbAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(Account))!.GetProperties().Select(property => property.Name).ToList()));

        Assert.NotEmpty(columns);
        Assert.DoesNotContain(columns, name => Regex.IsMatch(name, "Hint|Question|Answer|Secret", RegexOptions.IgnoreCase));
    }

    [Fact]
    public async Task Passwords_are_hashed_slowly()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Staff);

        var hash = Convert.FromBase64String((await app.DbAsync(db => db.Users.Select(account => account.PasswordHash).SingleAsync()))!);

        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.True(BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 220_000);
    }

    [Fact]
    public async Task Every_page_behind_the_sign_in_shows_the_way_out()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        var seen = 0;
        foreach (var route in Route.All(app).Where(route => route.Method == "GET" && route.Pattern.StartsWith("/verwaltung", StringComparison.Ordinal)))
        {
            var page = await desk.OpenAsync(route.Path());
            // Sheets are paper.
            if (page.Status != HttpStatusCode.OK || page.Document.QuerySelector(".nw-sheet, .nw-paper, h1") is null || route.Pattern.Contains("/listen/", StringComparison.Ordinal)) continue;
            seen++;
            Assert.True(page.HasButton("Ausloggen"), route.Pattern);
        }
        Assert.True(seen > 8);
    }

    [Theory]
    [InlineData("/.git/config")]
    [InlineData("/appsettings.json")]
    [InlineData("/netzwerk.db")]
    [InlineData("/data/netzwerk.db")]
    [InlineData("/keys/links.key")]
    [InlineData("/fonts/")]
    [InlineData("/web.config")]
    [InlineData("/Netzwerk.dll")]
    [InlineData("/fonts/%2e%2e/%2e%2e/appsettings.json")]
    public async Task What_lies_beside_the_site_is_not_served(string path)
    {
        await using var app = new TestApp();

        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(path)).Status);
    }

    [Fact]
    public async Task Trace_is_not_answered()
    {
        await using var app = new TestApp();
        using var request = new HttpRequestMessage(HttpMethod.Trace, "/");
        request.Headers.Add("X-Echo", "kanarienvogel");

        using var answer = await app.Browser().SendAsync(request);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.DoesNotContain("kanarienvogel", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_clears_what_the_browser_kept()
    {
        await using var app = new TestApp();
        var cookies = await app.SessionAsync(Cast.Staff);
        var browser = app.Browser(followRedirects: false);
        browser.DefaultRequestHeaders.Add("Cookie", cookies);
        var account = await browser.OpenAsync("/konto");
        var token = account.Response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        var form = Forms.Fill(account, new Dictionary<string, string>(StringComparer.Ordinal), "Ausloggen");

        var page = await form.SendAsync(app.Browser(followRedirects: false), request => request.Headers.Add("Cookie", string.Join("; ", token.Prepend(cookies))));

        Assert.Equal("\"cache\", \"storage\"", page.Header("Clear-Site-Data"));
    }

    [Fact]
    public async Task A_field_that_comes_twice_or_in_the_address_changes_nothing()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await app.OpenAsync(Answers.FormPath), Answers.Of(Cast.Anna), "Weiter");
        var name = form.Entries.Single(entry => entry.Value == Cast.Anna.Email).Key;
        var polluted = form with
        {
            Action = new UriBuilder(form.Action) { Query = $"{Uri.EscapeDataString(name)}=fremd%40example.org" }.Uri,
            Entries = [.. form.Entries, new(name, "zweite@example.org")],
        };

        var check = await polluted.SendAsync();
        await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal(Cast.Anna.Email, (await app.RegistrationsAsync()).Single().Email);
    }
}
