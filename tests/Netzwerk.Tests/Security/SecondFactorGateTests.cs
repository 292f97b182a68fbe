using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Tests.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>Where real data lies, nobody sees any of it with a password alone, whatever the role.</summary>
public sealed class SecondFactorGateTests
{
    private const string SetUp = "/konto/zweiter-faktor";

    [Theory]
    [InlineData(Role.Organizer)]
    [InlineData(Role.Staff)]
    [InlineData(Role.Carer)]
    public async Task Every_endpoint_behind_the_sign_in_sends_an_account_without_second_factor_to_set_one_up(Role role)
    {
        await using var app = new TestApp();
        var colleague = Cast.Organizer with { Role = role };
        await app.AccountAsync(colleague);
        var browser = app.Browser(followRedirects: false);
        await browser.EnterAsync(colleague.Email, Colleague.Password);

        var doors = Closed(app).ToList();

        Assert.Contains(doors, door => door.Pattern == "/verwaltung/veranstaltungen/{slug}/teilnehmerliste.csv");
        foreach (var door in doors)
        {
            using var answer = await browser.SendAsync(door.Request());
            var isClosedByRole = role != Role.Organizer && answer.StatusCode == HttpStatusCode.Forbidden;
            Assert.True(isClosedByRole || (answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location?.ToString() == SetUp), $"{door} answers {answer.StatusCode} {answer.Headers.Location}");
        }
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(SetUp)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/konto")).StatusCode);
    }

    [Fact]
    public async Task A_role_for_one_event_needs_the_second_factor_as_well()
    {
        await using var app = new TestApp();
        foreach (var colleague in new[] { Cast.Organizer, Cast.Staff, Cast.Carer })
        {
            await app.AccountAsync(colleague, (await app.EventAsync()).Id);
            Assert.Equal(SetUp, (await app.Browser().EnterAsync(colleague.Email, Colleague.Password)).Url.AbsolutePath);
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
