using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Features.Accounts;
using Netzwerk.Features.Accounts.SecondFactor;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

/// <summary>Whoever guesses shuts out nobody but the own network: neither somebody elsewhere nor a device that signed in before.</summary>
public sealed class NetworkLockoutTests
{
    private const string Here = "203.0.113.7", Elsewhere = "198.51.100.1";

    [Fact]
    public async Task Wrong_passwords_close_the_name_in_their_network_only()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Staff);
        await GuessAsync(app, Here);

        Assert.Equal(Door.Path, (await app.Browser(from: Here).EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
        Assert.NotEqual(Door.Path, (await app.Browser(from: Elsewhere).EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task An_IPv6_56_is_one_network_and_the_next_one_another()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Staff);
        await GuessAsync(app, "2001:db8:0:1::1");

        Assert.Equal(Door.Path, (await app.Browser(from: "2001:db8:0:ff:1::").EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
        Assert.NotEqual(Door.Path, (await app.Browser(from: "2001:db8:0:100::1").EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_device_that_signed_in_before_passes_where_its_network_is_closed()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Staff);
        var known = await SignedInAndOutAsync(app);
        await GuessAsync(app, Here);

        Assert.Equal(Door.Path, (await app.Browser(from: Here).EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
        Assert.NotEqual(Door.Path, (await known.EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_known_device_is_known_for_its_own_account_and_guesses_no_more_than_others()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Staff);
        await app.AccountAsync(Cast.Carer);
        var known = await SignedInAndOutAsync(app);
        await GuessAsync(app, Here, Cast.Carer.Email);

        Assert.Equal(Door.Path, (await known.EnterAsync(Cast.Carer.Email, Colleague.Password)).Url.AbsolutePath);
        for (var i = 0; i < SignInAttempts.PerRound; i++) await known.EnterAsync(Cast.Staff.Email, "falsch");
        Assert.Equal(Door.Path, (await known.EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
        Assert.NotEqual(Door.Path, (await app.Browser(from: Here).EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task With_a_new_password_or_after_signing_out_everywhere_a_device_is_known_no_more()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Staff);
        var known = await SignedInAndOutAsync(app);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            await accounts.UpdateSecurityStampAsync((await accounts.FindByEmailAsync(Cast.Staff.Email))!);
        }
        await GuessAsync(app, Here);

        Assert.Equal(Door.Path, (await known.EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task The_device_cookie_of_one_site_says_nothing_to_another_and_a_changed_one_nothing_at_all()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Staff);
        await GuessAsync(app, Here);
        var forger = app.Browser(from: Here);
        forger.DefaultRequestHeaders.Add("Cookie", "__Host-netzwerk-device=eyJBY2NvdW50cyI6W119");

        Assert.Equal(Door.Path, (await forger.EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task Wrong_codes_close_the_second_step_in_their_network_only()
    {
        await using var app = new TestApp();
        await app.GiveAuthenticatorAsync(await app.AccountAsync(Cast.Organizer));
        var thief = await app.Browser(from: Here).EnterAsync(Cast.Organizer.Email, Colleague.Password);
        for (var i = 0; i < SignInAttempts.PerRound; i++) thief = await Forms.SubmitAsync(thief, new Dictionary<string, string>(StringComparer.Ordinal) { ["Code"] = "000000" }, "Weiter");

        Assert.NotEqual("/verwaltung", (await app.ConfirmAsync(thief)).Url.AbsolutePath);
        Assert.Equal("/verwaltung", (await app.ConfirmAsync(await app.Browser(from: Elsewhere).EnterAsync(Cast.Organizer.Email, Colleague.Password))).Url.AbsolutePath);
    }

    [Fact]
    public async Task Wrong_codes_over_many_networks_close_the_second_step_for_new_devices_until_the_password_is_another()
    {
        await using var app = new ClockedApp();
        await app.GiveAuthenticatorAsync(await app.AccountAsync(Cast.Organizer));
        var known = app.Browser(from: Here);
        Assert.Equal("/verwaltung", (await EnterAsync(known)).Url.AbsolutePath);
        await Forms.SubmitAsync(await known.OpenAsync("/konto"), "Ausloggen");
        for (var guesses = 0; guesses <= CodeGuesses.PerWindow; guesses += SignInAttempts.PerRound)
        {
            var thief = await app.Browser(from: $"192.0.2.{guesses}").EnterAsync(Cast.Organizer.Email, Colleague.Password);
            for (var i = 0; i < SignInAttempts.PerRound; i++) thief = await Forms.SubmitAsync(thief, new Dictionary<string, string>(StringComparer.Ordinal) { ["Code"] = "000000" }, "Weiter");
        }
        await app.DeliverMailAsync();

        Assert.Contains("viele falsche Codes", Assert.Single(app.Inbox.To(Cast.Organizer.Email)).Subject, StringComparison.Ordinal);
        Assert.NotEqual("/verwaltung", (await EnterAsync(app.Browser(from: Elsewhere))).Url.AbsolutePath);
        Assert.Equal("/verwaltung", (await EnterAsync(known)).Url.AbsolutePath);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            await accounts.UpdateSecurityStampAsync((await accounts.FindByEmailAsync(Cast.Organizer.Email))!);
        }
        Assert.Equal("/verwaltung", (await EnterAsync(app.Browser(from: Elsewhere))).Url.AbsolutePath);

        async Task<Page> EnterAsync(HttpClient browser)
        {
            // Each code works once.
            app.SystemClock.Advance(TimeSpan.FromMinutes(1));
            return await app.ConfirmAsync(await browser.EnterAsync(Cast.Organizer.Email, Colleague.Password));
        }
    }

    private static async Task GuessAsync(TestApp app, string from, string? email = null)
    {
        var stranger = app.Browser(from);
        for (var i = 0; i < SignInAttempts.PerRound; i++) Assert.Equal(Door.Path, (await stranger.EnterAsync(email ?? Cast.Staff.Email, "falsch")).Url.AbsolutePath);
    }

    private static async Task<HttpClient> SignedInAndOutAsync(TestApp app)
    {
        var browser = app.Browser(from: Here);
        Assert.NotEqual(Door.Path, (await browser.EnterAsync(Cast.Staff.Email, Colleague.Password)).Url.AbsolutePath);
        await Forms.SubmitAsync(await browser.OpenAsync("/konto"), "Ausloggen");
        return browser;
    }
}
