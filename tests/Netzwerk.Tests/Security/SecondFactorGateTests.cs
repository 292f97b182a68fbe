using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Tests.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>Where real data lies, no organiser sees any of it with a password alone.</summary>
public sealed class SecondFactorGateTests
{
    private const string SetUp = "/konto/zweiter-faktor";

    [Fact]
    public async Task Behind_the_sign_in_every_door_leads_an_organiser_without_second_factor_to_setting_one_up()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Organizer);
        var browser = app.Browser(followRedirects: false);
        await browser.EnterAsync(Cast.Organizer.Email, Colleague.Password);

        var doors = Closed(app).ToList();

        Assert.Contains(doors, door => door.Pattern == "/verwaltung/veranstaltungen/{slug}/teilnehmerliste.csv");
        foreach (var door in doors)
        {
            using var answer = await browser.SendAsync(door.Request());
            Assert.True(answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location?.ToString() == SetUp, $"{door} answers {answer.StatusCode} {answer.Headers.Location}");
        }
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(SetUp)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/konto")).StatusCode);
    }

    [Fact]
    public async Task An_organiser_of_one_event_needs_it_as_well_and_staff_and_carers_do_not()
    {
        await using var app = new TestApp();
        var ofOne = Cast.Organizer with { Email = "eine@netzwerk.test" };
        await app.AccountAsync(ofOne, (await app.EventAsync()).Id);

        Assert.Equal(SetUp, (await app.Browser().EnterAsync(ofOne.Email, Colleague.Password)).Url.AbsolutePath);
        foreach (var colleague in new[] { Cast.Staff, Cast.Carer })
        {
            await app.AccountAsync(colleague);
            Assert.StartsWith("/verwaltung", (await app.Browser().EnterAsync(colleague.Email, Colleague.Password)).Url.AbsolutePath, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cookie_from_before_the_second_factor_opens_nothing_after_it()
    {
        await using var app = new TestApp();
        var id = await app.AccountAsync(Cast.Organizer);
        var browser = app.Browser();
        await browser.EnterAsync(Cast.Organizer.Email, Colleague.Password);

        await app.GiveAuthenticatorAsync(id);

        Assert.Equal(SetUp, (await browser.OpenAsync("/verwaltung/konten")).Url.AbsolutePath);
    }

    [Fact]
    public async Task The_session_remembers_the_second_factor_after_its_stamp_was_looked_at()
    {
        await using var app = new ClockedApp();
        var browser = await app.SignInAsync(Cast.Organizer);

        app.SystemClock.Advance(TimeSpan.FromMinutes(5));
        await browser.OpenAsync("/konto");
        app.SystemClock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("Konten", (await browser.OpenAsync("/verwaltung/konten")).Heading);
    }

    /// <summary>All doors that ask who comes, but the account's own.</summary>
    private static IEnumerable<Route> Closed(TestApp app)
    {
        var open = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).ToHashSet(StringComparer.Ordinal);
        return Route.All(app).Where(route => !route.IsAsset && !open.Contains(route.Pattern) && !route.Pattern.StartsWith("/konto", StringComparison.Ordinal));
    }
}
