using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Features.Accounts;
using Netzwerk.Tests.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Processes;

/// <summary>Who signs in does so at all processes, and so does who guesses.</summary>
public sealed class SharedSignInTests
{
    private const string Path = "/konto/einrichten";

    [Fact]
    public async Task A_sign_in_with_a_second_factor_goes_on_from_request_to_request()
    {
        await using var pair = Pair.Start();
        using var karin = pair.Browser();
        await pair.One.GiveAuthenticatorAsync(await pair.One.AccountAsync(Cast.Organizer));

        var entered = await pair.One.ConfirmAsync(await karin.EnterAsync(Cast.Organizer.Email, Colleague.Password));

        Assert.Equal("/verwaltung", entered.Url.AbsolutePath);
        for (var i = 0; i < 4; i++) Assert.Equal("Mein Konto", (await karin.OpenAsync("/konto")).Heading);
    }

    [Fact]
    public async Task A_code_of_the_app_that_was_used_at_one_is_used_up_at_the_other()
    {
        // Clocks that stand: else half a minute may pass, and with it come a new code.
        var one = new ClockedApp();
        await using var pair = Pair.Started(one, new ClockedApp(("Site:DataDirectory", one.DataFolder)));
        await pair.One.GiveAuthenticatorAsync(await pair.One.AccountAsync(Cast.Organizer));
        await pair.One.ConfirmAsync(await pair.One.Browser().EnterAsync(Cast.Organizer.Email, Colleague.Password));

        var second = await pair.One.ConfirmAsync(await pair.Other.Browser().EnterAsync(Cast.Organizer.Email, Colleague.Password));

        Assert.NotEqual("/verwaltung", second.Url.AbsolutePath);
        Assert.NotNull(second.ErrorAt("Code"));
    }

    [Fact]
    public async Task A_session_that_was_ended_at_one_opens_nothing_at_the_other()
    {
        await using var pair = Pair.Start();
        var cookies = await pair.One.SessionAsync(Cast.Staff);
        using var atOne = Pair.With(pair.One, cookies);
        using var atOther = Pair.With(pair.Other, cookies);
        var account = await atOne.OpenAsync("/konto");
        Assert.Equal("Mein Konto", (await atOther.OpenAsync("/konto")).Heading);

        var token = account.Response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        await Forms.Fill(account, new Dictionary<string, string>(StringComparer.Ordinal), "Ausloggen").SendAsync(Pair.With(pair.One, string.Join("; ", token.Prepend(cookies))));

        Assert.Equal(Door.Path, (await atOther.OpenAsync("/konto")).Url.AbsolutePath);
        Assert.Equal(Door.Path, (await atOne.OpenAsync("/konto")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Guesses_count_together_however_many_come_at_once()
    {
        await using var one = new ClockedApp();
        await using var other = new ClockedApp(("Site:DataDirectory", one.DataFolder));
        var doors = new[] { one, other }.Select(app => app.Services.GetRequiredService<SignInAttempts>()).ToList();

        var taken = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => doors[number % 2].TakeAsync("STEFAN"))));

        Assert.Equal(SignInAttempts.PerRound, taken.Count(may => may));
        one.SystemClock.Advance(TimeSpan.FromMinutes(1));
        other.SystemClock.Advance(TimeSpan.FromMinutes(1));
        await doors[1].ForgetAsync("STEFAN");
        Assert.True(await doors[0].TakeAsync("STEFAN"));
    }

    [Fact]
    public async Task The_set_up_code_of_one_opens_the_other_once()
    {
        await using var pair = Pair.Start();
        var (shown, again) = (await CodeAsync(pair.One), await CodeAsync(pair.Other));
        Assert.Equal(shown, again);
        Assert.DoesNotContain(await pair.One.DbAsync(db => db.Settings.ToListAsync()), row => row.Value.Contains(shown[..11], StringComparison.Ordinal));
        var pages = new[] { await pair.One.OpenAsync(Path), await pair.Other.OpenAsync(Path) };

        var answers = await Task.WhenAll(pages.Select((page, index) => Fill(page, shown, $"wer{index}@netzwerk.test").SendAsync()));

        Assert.All(answers, answer => Assert.True((int)answer.Status < 500));
        Assert.Equal(1, await pair.One.DbAsync(db => db.Users.CountAsync()));
        Assert.All(new[] { await pair.One.OpenAsync(Path), await pair.Other.OpenAsync(Path) }, page => Assert.Equal(System.Net.HttpStatusCode.NotFound, page.Status));
    }

    private static async Task<string> CodeAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SetupCode>().OfferAsync();
    }

    private static FilledForm Fill(Page page, string code, string email) => Forms.Fill(page, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Code aus der Konsole"] = code,
        ["Ihr Name"] = "Karin Probe",
        ["E-Mail-Adresse"] = email,
        ["Neues Passwort"] = "Kranich Teelicht Bagger Violine",
        ["Neues Passwort noch einmal"] = "Kranich Teelicht Bagger Violine",
    }, "Konto einrichten");
}
