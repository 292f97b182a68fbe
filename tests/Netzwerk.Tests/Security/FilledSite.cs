using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>A site in which every kind of page has something to show.</summary>
internal sealed class FilledSite(TestApp app, HttpClient desk, string ownPage, Dictionary<string, Guid> ids)
{
    public HttpClient Desk { get; } = desk;

    public static async Task<FilledSite> WithContentsAsync(TestApp app)
    {
        var desk = await app.SignInAsync(Cast.Organizer);
        await app.AskAsync(Asked.Bus, Asked.Meal with { IsRequired = false });
        await app.ChangeEventAsync(ev => (ev.Seats, ev.ChildcareSeats) = (null, null));
        var family = await app.RegisterAsync(Cast.Anna, 1, new ChildInCare("Mia", 4, true));
        await app.DeliverMailAsync();
        var link = app.Inbox.To(Cast.Anna.Email)[0].PersonalLink!;
        await Forms.SubmitAsync(await desk.OpenAsync("/verwaltung/einstellungen/flyer/neu"), new Dictionary<string, string> { ["Tipp"] = "Früh da sein", ["Erklärung"] = "Dann gibt es Kuchen." }, "Speichern");
        var colleague = await app.AccountAsync(Cast.Staff);
        return await app.DbAsync(async db => new FilledSite(app, desk, link, new(StringComparer.Ordinal)
        {
            ["anmeldungen"] = family.Id,
            ["fragen"] = Asked.Bus.Id,
            ["konten"] = colleague,
            ["partner"] = await db.Partners.Select(row => row.Id).FirstAsync(),
            ["wegweiser"] = await db.GuideTopics.Select(row => row.Id).FirstAsync(),
            ["flyer"] = await db.FlyerTips.Select(row => row.Id).FirstAsync(),
        }));
    }

    /// <summary>All that answers a GET, with something behind each id.</summary>
    public IEnumerable<string> Pages() => Route.All(app)
        .Where(route => route is { Method: "GET", IsAsset: false } && !route.Pattern.StartsWith("/fehler", StringComparison.Ordinal) && !route.Pattern.Contains("abmelden", StringComparison.Ordinal))
        .Select(route => PathOf(route)).Distinct(StringComparer.Ordinal);

    public IEnumerable<(ControllerActionDescriptor Action, string Method, string Path)> Actions() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
        where action is not null && action.ControllerName is not ("Errors" or "SignIn" or "MyAccount")
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        where method is "GET" or "POST"
        select (action, method, PathOf(new Route(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), false)));

    /// <summary>What is not as it should be after a text went in: pages, files, mails.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string name)
    {
        var faults = new List<string>();
        foreach (var browser in (HttpClient[])[app.Browser(), Desk])
        {
            // Who is not signed in is only sent away from the others.
            foreach (var path in Pages().Where(path => browser == Desk || !path.StartsWith("/verwaltung", StringComparison.Ordinal)))
            {
                using var answer = await browser.GetAsync(path);
                if (answer.StatusCode >= HttpStatusCode.InternalServerError && !path.StartsWith("/health", StringComparison.Ordinal)) faults.Add($"{name} shown at {path}: {(int)answer.StatusCode}");
            }
        }
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        await app.DeliverMailAsync();
        var stuck = await app.DbAsync(db => db.Set<OutboxMail>().Where(mail => mail.Attempts > 0 && mail.State != MailState.Sent).Select(mail => mail.Kind).ToListAsync());
        if (stuck.Count > 0) faults.Add($"{name} in mails: {string.Join(", ", stuck)}");
        return faults;
    }

    private string PathOf(Route route)
    {
        var id = ids.FirstOrDefault(pair => route.Pattern.Contains($"/{pair.Key}/", StringComparison.Ordinal)).Value;
        return route.Pattern.StartsWith("/anmeldung/{token}", StringComparison.Ordinal) ? ownPage + route.Pattern["/anmeldung/{token}".Length..] : route.Path(id: id);
    }
}
