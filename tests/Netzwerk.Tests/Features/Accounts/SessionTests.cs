using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

public class SessionTests
{
    [Fact]
    public async Task A_session_ends_twelve_hours_after_the_sign_in_however_busy_it_was()
    {
        await using var app = new ClockedApp();
        var browser = await app.EnteredAsync(Cast.Staff);

        foreach (var hours in new[] { 5, 5, 1.9 })
        {
            app.SystemClock.Advance(TimeSpan.FromHours(hours));
            Assert.Equal("Mein Konto", (await browser.OpenAsync("/konto")).Heading);
        }
        app.SystemClock.Advance(TimeSpan.FromHours(0.1));
        Assert.Equal(Door.Path, (await browser.OpenAsync("/konto")).Url.AbsolutePath);
        Assert.NotEqual(Door.Path, (await app.ConfirmAsync(await browser.EnterAsync(Cast.Staff.Email, Colleague.Password))).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_new_password_renews_the_ticket_and_not_the_session()
    {
        await using var app = new ClockedApp();
        var browser = await app.EnteredAsync(Cast.Staff);
        app.SystemClock.Advance(TimeSpan.FromHours(7));
        await Forms.SubmitAsync(await browser.OpenAsync("/konto/passwort"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Jetziges Passwort"] = Colleague.Password,
            ["Neues Passwort"] = "Kranich Teelicht Bagger Violine",
            ["Neues Passwort noch einmal"] = "Kranich Teelicht Bagger Violine",
        }, "Passwort ändern");
        Assert.Equal("Mein Konto", (await browser.OpenAsync("/konto")).Heading);

        app.SystemClock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(Door.Path, (await browser.OpenAsync("/konto")).Url.AbsolutePath);
    }

    [Fact]
    public async Task After_signing_out_a_copied_cookie_opens_nothing_and_the_other_devices_stay_signed_in()
    {
        await using var app = new TestApp();
        var phone = await app.EnteredAsync(Cast.Staff);
        var cookies = await app.SessionAsync(Cast.Staff);
        var desk = WithCookies(app, cookies);
        var account = await desk.OpenAsync("/konto");
        Assert.Equal("Mein Konto", account.Heading);

        var token = account.Response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        await Forms.Fill(account, new Dictionary<string, string>(StringComparer.Ordinal), "Ausloggen").SendAsync(WithCookies(app, string.Join("; ", token.Prepend(cookies))));

        Assert.Equal(Door.Path, (await WithCookies(app, cookies).OpenAsync("/konto")).Url.AbsolutePath);
        Assert.Equal("Mein Konto", (await phone.OpenAsync("/konto")).Heading);
    }

    /// <summary>A client that keeps sending these, whatever the site says of them.</summary>
    private static HttpClient WithCookies(TestApp app, string cookies)
    {
        var client = app.CreateClient(new() { BaseAddress = new Uri("https://localhost"), HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        return client;
    }
}
