using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

public sealed class SecondFactorTests
{
    private const string SetUp = "/konto/zweiter-faktor";
    private const string Question = "Sind Sie es wirklich?";

    [Fact]
    public async Task An_organiser_sets_up_the_app_gets_ten_codes_once_and_sees_the_area()
    {
        await using var app = new TestApp();
        var (browser, _, codes) = await SetUpAsync(app, Cast.Organizer);

        Assert.Equal(10, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("Zweiter Faktor", (await browser.OpenAsync(SetUp + "/codes")).Heading);
        Assert.Equal("Konten", (await browser.OpenAsync("/verwaltung/konten")).Heading);
        var account = await browser.OpenAsync("/konto");
        Assert.Contains("App mit Einmalcodes", account.Text, StringComparison.Ordinal);
        Assert.Contains("noch 10", account.Text, StringComparison.Ordinal);
        Assert.Equal(Cast.Organizer.Name, Assert.Single(await app.DbAsync(db => db.Audit.Where(entry => entry.Act == AuditAct.SecondFactorAdded).ToListAsync())).By);
        await app.DeliverMailAsync();
        Assert.Contains("Ein zweiter Faktor wurde eingerichtet.", app.Inbox.SingleTo(Cast.Organizer.Email).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_shown_as_picture_and_as_text_and_a_wrong_code_stores_nothing()
    {
        await using var app = new TestApp();
        var id = await app.AccountAsync(Cast.Staff);
        var browser = await app.EnteredAsync(Cast.Staff);
        var before = await TokensAsync();
        var page = await browser.OpenAsync(SetUp + "/app");

        var again = await EnterCodeAsync(page, "000000", "App einrichten");

        Assert.Contains("Dieser Code passt nicht.", again.ErrorAt("Code aus der App"), StringComparison.Ordinal);
        Assert.Equal(KeyOn(page), KeyOn(again));
        Assert.StartsWith("data:image/svg+xml;base64,", page.Document.QuerySelector("main img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, await TokensAsync());

        Task<string> TokensAsync() => app.DbAsync(async db => string.Join('\n', (await db.UserTokens.AsNoTracking().Where(token => token.UserId == id).ToListAsync()).Select(token => $"{token.Name} {token.Value}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task After_the_password_the_code_is_asked_for_and_each_code_opens_once()
    {
        await using var app = new ClockedApp();
        var (_, key, _) = await SetUpAsync(app, Cast.Staff);
        app.SystemClock.Advance(TimeSpan.FromMinutes(2));
        var code = Authenticator.CodeOf(app, key);

        var first = await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password);
        Assert.Equal(Question, first.Heading);
        Assert.Equal(Door.Path, (await first.Client.OpenAsync("/verwaltung")).Url.AbsolutePath);
        Assert.Equal("/verwaltung", (await EnterCodeAsync(first, code)).Url.AbsolutePath);

        var second = await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password);
        Assert.Contains("schon einmal in Gebrauch", (await EnterCodeAsync(second, code)).ErrorAt("Code"), StringComparison.Ordinal);
        Assert.Contains("stimmt nicht", (await EnterCodeAsync(second, Authenticator.CodeOf(app, key, -1))).ErrorAt("Code"), StringComparison.Ordinal);
        Assert.Equal("/verwaltung", (await EnterCodeAsync(second, Authenticator.CodeOf(app, key, 1))).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_however_it_is_typed_and_is_stored_as_a_hash()
    {
        await using var app = new TestApp();
        var (_, _, codes) = await SetUpAsync(app, Cast.Staff);

        var step = await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password);
        Assert.Equal("/verwaltung", (await EnterCodeAsync(step, codes[3].ToLowerInvariant().Replace('-', ' '))).Url.AbsolutePath);
        var again = await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password);
        Assert.Contains("stimmt nicht", (await EnterCodeAsync(again, codes[3])).ErrorAt("Code"), StringComparison.Ordinal);

        Assert.Contains("noch 9", (await step.Client.OpenAsync("/konto")).Text, StringComparison.Ordinal);
        Assert.All(await app.DbAsync(db => db.UserTokens.Select(token => token.Value!).ToListAsync()),
            value => Assert.DoesNotContain(codes, code => value.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Of_two_who_type_the_same_recovery_code_at_once_one_comes_in()
    {
        await using var app = new TestApp();
        var (_, _, codes) = await SetUpAsync(app, Cast.Staff);
        var steps = new[] { await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password), await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password) };

        var answers = await Task.WhenAll(steps.Select(step => EnterCodeAsync(step, codes[0])));

        Assert.Single(answers, answer => answer.Url.AbsolutePath == "/verwaltung");
    }

    [Fact]
    public async Task Wrong_codes_close_the_second_step_for_a_while_and_the_password_does_not_begin_the_count_anew()
    {
        await using var app = new ClockedApp();
        var (_, key, _) = await SetUpAsync(app, Cast.Staff);
        app.SystemClock.Advance(TimeSpan.FromMinutes(2));

        for (var i = 0; i < SignInAttempts.PerRound; i++)
            await EnterCodeAsync(await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password), "000000");

        var step = await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password);
        Assert.Contains("stimmt nicht", (await EnterCodeAsync(step, Authenticator.CodeOf(app, key))).ErrorAt("Code"), StringComparison.Ordinal);
        app.SystemClock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/verwaltung", (await EnterCodeAsync(step, Authenticator.CodeOf(app, key))).Url.AbsolutePath);
    }

    [Fact]
    public async Task What_the_password_opened_half_waits_ten_minutes_and_cannot_be_made_up()
    {
        await using var app = new ClockedApp();
        var (_, key, _) = await SetUpAsync(app, Cast.Staff);
        var step = await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password);

        app.SystemClock.Advance(TimeSpan.FromMinutes(10));
        var late = await EnterCodeAsync(step, Authenticator.CodeOf(app, key));
        Assert.Contains("Das hat etwas zu lange gedauert.", late.Text, StringComparison.Ordinal);

        var fresh = Forms.Fill(await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password), CodeField(Authenticator.CodeOf(app, key)), "Weiter");
        Assert.Equal(Door.Path, (await fresh.With("Form.Proof", fresh["Form.Proof"]![..^2]).SendAsync()).Url.AbsolutePath);
    }

    [Fact]
    public async Task Removing_asks_for_the_password_ends_other_sessions_and_leads_an_organiser_back()
    {
        await using var app = new ClockedApp();
        var (browser, key, _) = await SetUpAsync(app, Cast.Organizer);
        app.SystemClock.Advance(TimeSpan.FromMinutes(2));
        var phone = app.Browser();
        await EnterCodeAsync(await phone.EnterAsync(Cast.Organizer.Email, Colleague.Password), Authenticator.CodeOf(app, key));

        var question = await browser.OpenAsync(SetUp + "/app/entfernen");
        Assert.Contains("stimmt nicht", (await ConfirmAsync(question, "falsch", "Ja, entfernen")).ErrorAt("Passwort"), StringComparison.Ordinal);
        var done = await ConfirmAsync(question, Colleague.Password, "Ja, entfernen");

        Assert.Contains("Er ist entfernt.", done.Text, StringComparison.Ordinal);
        Assert.Equal(SetUp, (await browser.OpenAsync("/verwaltung")).Url.AbsolutePath);
        app.SystemClock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(Door.Path, (await phone.OpenAsync("/konto")).Url.AbsolutePath);
        Assert.Equal(0, await app.DbAsync(db => db.UserTokens.CountAsync(token => token.Name == "recovery" || token.Name == "app")));
    }

    [Fact]
    public async Task After_a_while_the_password_is_asked_for_again_before_anything_changes()
    {
        await using var app = new ClockedApp();
        var browser = await app.EnteredAsync(Cast.Staff);
        app.SystemClock.Advance(SessionEnds.Recent);

        var page = await browser.OpenAsync(SetUp);
        Assert.Equal("/konto/bestaetigen", page.Url.AbsolutePath);
        Assert.Contains("stimmt nicht", (await ConfirmAsync(page, "falsch", "Weiter")).ErrorAt("Passwort"), StringComparison.Ordinal);
        Assert.Equal("Zweiter Faktor", (await ConfirmAsync(page, Colleague.Password, "Weiter")).Heading);
        Assert.Equal("App einrichten", (await browser.OpenAsync(SetUp + "/app")).Heading);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("kein JSON")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AAAA","authenticatorData":"AAAA","signature":"AAAA"}}""")]
    public async Task What_is_no_passkey_opens_nothing_and_adds_nothing(string credential)
    {
        await using var app = new TestApp();
        var door = Forms.Fill(await app.OpenAsync(Door.Path), new Dictionary<string, string>(StringComparer.Ordinal), "Mit Passkey anmelden").With("Form.Credential", credential);
        Assert.Contains("Mit diesem Passkey hat es nicht geklappt.", (await door.SendAsync()).Text, StringComparison.Ordinal);

        var browser = await app.EnteredAsync(Cast.Staff);
        var add = Forms.Fill(await browser.OpenAsync(SetUp), new Dictionary<string, string>(StringComparer.Ordinal), "Passkey einrichten").With("Form.Credential", credential);
        Assert.Contains("Der Passkey ist nicht eingerichtet.", (await add.SendAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.DbAsync(db => db.UserPasskeys.CountAsync()));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        await using var app = new ClockedApp();
        var desk = await app.EnteredAsync(Cast.Staff);
        var phone = await app.EnteredAsync(Cast.Staff);

        var left = await Forms.SubmitAsync(await desk.OpenAsync("/konto"), "Auf allen Geräten ausloggen");

        Assert.Contains("auf allen Geräten ausgeloggt", left.Text, StringComparison.Ordinal);
        app.SystemClock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(Door.Path, (await phone.OpenAsync("/konto")).Url.AbsolutePath);
        Assert.Equal(Door.Path, (await desk.OpenAsync("/konto")).Url.AbsolutePath);
    }

    private static async Task<(HttpClient Browser, byte[] Key, IReadOnlyList<string> Codes)> SetUpAsync(TestApp app, Colleague colleague)
    {
        await app.AccountAsync(colleague);
        var browser = app.Browser();
        await browser.EnterAsync(colleague.Email, Colleague.Password);
        var page = await (await browser.OpenAsync(SetUp)).FollowAsync("App einrichten");
        var key = KeyOn(page);
        var codes = await EnterCodeAsync(page, Authenticator.CodeOf(app, key), "App einrichten");
        Assert.Equal("Ihre Wiederherstellungscodes", codes.Heading);
        return (browser, key, [.. codes.Document.QuerySelectorAll("main li").Select(Page.Words)]);
    }

    /// <summary>Reads the key as somebody who types it into the app.</summary>
    private static byte[] KeyOn(Page page)
    {
        var text = string.Concat(Page.Words(page.Document.QuerySelector("main b.nw-figure")!).Where(char.IsAsciiLetterOrDigit));
        var bits = string.Concat(text.Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }

    private static Dictionary<string, string> CodeField(string code, string label = "Code") => new(StringComparer.Ordinal) { [label] = code };

    private static Task<Page> EnterCodeAsync(Page page, string code, string button = "Weiter") =>
        Forms.SubmitAsync(page, CodeField(code, page.HasField("Code") ? "Code" : "Code aus der App"), button);

    private static Task<Page> ConfirmAsync(Page page, string password, string button) => Forms.SubmitAsync(page, CodeField(password, "Passwort"), button);
}
