using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>
/// Every endpoint × role × every place and spelling in which a request could name an event, a registration, a mail, a question or an account
/// that is not the one of its address. Read from the endpoint table, so that a new endpoint is in it by itself (OWASP ASVS 5.0, V8.2.2,
/// V8.3.1, V15.3.7).
/// </summary>
[Trait("Engine", "Sqlite")]
public sealed class SmugglingTests
{
    /// <summary>They end the session with which the others are tried, and name nothing.</summary>
    private static readonly string[] EndSession = ["/konto/ausloggen", "/konto/ueberall-abmelden"];

    private static readonly Visitor OrganizerOfA = new("organizer of A", Cast.Organizer with { Email = "org-a@netzwerk.test" }, Scope.Own, Spelling.All);

    private static readonly Visitor[] Visitors =
    [
        new("organizer of all", Cast.Organizer, Scope.All, Spelling.Usual),
        OrganizerOfA,
        new("staff of A", Cast.Staff with { Email = "staff-a@netzwerk.test" }, Scope.Own, Spelling.Usual),
        new("carer of A", Cast.Carer with { Email = "carer-a@netzwerk.test" }, Scope.Own, Spelling.Usual),
        new("staff of all", Cast.Staff, Scope.All, Spelling.Usual),
        new("carer of all", Cast.Carer, Scope.All, Spelling.Usual),
        new("account without a role", Cast.Staff with { Email = "ohne@netzwerk.test" }, Scope.None, Spelling.Usual),
        new("anonymous", null, Scope.None, Spelling.Usual),
    ];

    private enum Scope
    {
        None,
        Own,
        All,
    }

    [Fact]
    public async Task No_request_to_one_event_shows_or_changes_another()
    {
        await using var app = new TestApp();
        var (foreign, own) = (await EventContents.CanaryAsync(app), await EventContents.OwnAsync(app));
        var faults = new List<string>();
        var sent = 0;
        foreach (var visitor in Visitors) await TryAsync(visitor, Place.For);
        // At the end, because these do what they say to the event of the address. By somebody else: the first one's wrong codes still close the name.
        await TryAsync(OrganizerOfA with { Colleague = Cast.Organizer with { Email = "org-a2@netzwerk.test" } }, method => method == "POST" ? Place.Unread : []);

        Assert.True(faults.Count == 0, $"{faults.Count} of {sent} requests:\n{string.Join('\n', faults.Take(40))}");
        Assert.True(sent > 4_000, $"Only {sent} requests were tried.");

        async Task TryAsync(Visitor visitor, Func<string, IEnumerable<Place>> places)
        {
            var session = await Session.BeginAsync(app, visitor);
            var before = await foreign.FingerprintAsync(app);
            foreach (var tested in Cases(app))
            {
                foreach (var place in places(tested.Route.Method))
                {
                    foreach (var spelling in tested.OfAddress.Count > 0 ? visitor.Spellings : Spelling.Usual)
                    {
                        using var request = session.Join(tested.Request(own, foreign, spelling, place));
                        if (await FaultAsync(app, request, tested, place, visitor) is { } fault) faults.Add($"{visitor.Name}: {tested.Route} with {spelling.Name} in {place.Name}: {fault}");
                        sent++;
                    }
                }
                if (await foreign.FingerprintAsync(app) is var after && after == before) continue;
                faults.Add($"{visitor.Name}: {tested.Route} changed or looked at the other event");
                before = after;
            }
        }
    }

    [Fact]
    public async Task Foreign_addresses_answer_like_missing_ones()
    {
        await using var app = new TestApp();
        var (foreign, own) = (await EventContents.CanaryAsync(app), await EventContents.OwnAsync(app));
        var faults = new List<string>();
        foreach (var visitor in Visitors.Where(visitor => visitor.Colleague is not null))
        {
            var session = await Session.BeginAsync(app, visitor);
            var before = await foreign.FingerprintAsync(app);
            foreach (var route in Cases(app).Select(tested => tested.Route).Where(route => route.Pattern.StartsWith("/verwaltung/veranstaltungen/{slug}", StringComparison.Ordinal)))
            {
                var id = foreign.IdFor(route.Pattern);
                if (visitor.Scope != Scope.All) await ExpectNotFoundAsync(route, route.Path(foreign.Slug, id), "foreign event");
                if (visitor.Scope != Scope.All) await ExpectNotFoundAsync(route, route.Path("gibt-es-nicht-2022", id), "missing event");
                if (!route.Pattern.Contains("{id", StringComparison.Ordinal) || visitor.Scope == Scope.None) continue;
                var (there, missing) = (await StatusAsync(route, route.Path(own.Slug, id)), await StatusAsync(route, route.Path(own.Slug, Guid.CreateVersion7())));
                if (there != missing || there is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.Found)) faults.Add($"{visitor.Name}: {route}: foreign id {there}, missing id {missing}");
            }
            if (await foreign.FingerprintAsync(app) != before) faults.Add($"{visitor.Name} changed or looked at the other event");

            async Task ExpectNotFoundAsync(Route route, string path, string what)
            {
                if (await StatusAsync(route, path) is not HttpStatusCode.NotFound and var status) faults.Add($"{visitor.Name}: {route}: {what} {status}");
            }

            async Task<HttpStatusCode> StatusAsync(Route route, string path)
            {
                using var request = session.Join(route.Request(path));
                using var answer = await app.Browser(followRedirects: false).SendAsync(request);
                return answer.StatusCode;
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    private static IEnumerable<EndpointCase> Cases(TestApp app) => EndpointCase.All(app).Where(tested => !EndSession.Contains(tested.Route.Pattern, StringComparer.Ordinal));

    private static async Task<string?> FaultAsync(TestApp app, HttpRequestMessage request, EndpointCase tested, Place place, Visitor visitor)
    {
        using var answer = await app.Browser(followRedirects: false).SendAsync(request);
        var status = (int)answer.StatusCode;
        // 503 says that no sign-ups are taken: an organiser of all may have emptied a legal text before.
        if (status >= 500 && status != (int)HttpStatusCode.ServiceUnavailable) return $"answers {status}";
        var shown = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()) + answer.Headers.Location;
        if (EventContents.FamilyWords.FirstOrDefault(word => shown.Contains(word, StringComparison.Ordinal)) is { } word) return $"shows „{word}“";
        // A list over all events names it for whoever may see all, and for everybody where it is public; a page of one event never does.
        if (tested.OfAddress.Contains("slug") && shown.Contains(EventContents.CanaryTitle, StringComparison.Ordinal)) return "names the other event";
        var mustRefuse = tested.Route.Method == "POST" && tested.OfAddress.Count > 0 && !Place.Unread.Contains(place);
        return mustRefuse && status < 300 ? $"is taken: {status}" : null;
    }

    private sealed record Visitor(string Name, Colleague? Colleague, Scope Scope, IReadOnlyList<Spelling> Spellings);

    /// <summary>A signed-in browser as headers, so that no request changes it for the next.</summary>
    private sealed record Session(string? Cookies, string? Token)
    {
        public static async Task<Session> BeginAsync(TestApp app, Visitor visitor)
        {
            if (visitor.Colleague is not { } colleague) return new Session(null, null);
            var account = await app.AccountAsync(colleague, visitor.Scope == Scope.All ? null : (await app.EventAsync()).Id);
            if (visitor.Scope == Scope.None) await app.DbAsync(db => db.RoleAssignments.Where(assignment => assignment.AccountId == account).ExecuteDeleteAsync());
            var cookies = await app.SessionAsync(colleague);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/konto/passwort");
            request.Headers.Add("Cookie", cookies);
            using var answer = await app.Browser(followRedirects: false).SendAsync(request);
            var html = await answer.Content.ReadAsStringAsync();
            var field = html[html.IndexOf("__RequestVerificationToken", StringComparison.Ordinal)..];
            var token = field[(field.IndexOf("value=\"", StringComparison.Ordinal) + 7)..];
            return new Session($"{cookies}; {string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]))}", token[..token.IndexOf('"')]);
        }

        public HttpRequestMessage Join(HttpRequestMessage request)
        {
            if (Cookies is not null) request.Headers.Add("Cookie", Cookies);
            // In its header, so that the body may be of any type.
            if (Token is not null) request.Headers.Add("RequestVerificationToken", Token);
            return request;
        }
    }
}
