using System.Net;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>Who may go through which door. A new route without a row fails.</summary>
public sealed class AccessTests
{
    private const string Everybody = "anonymous carer staff organizer";
    private const string SignedIn = "carer staff organizer";
    private const string Desk = "staff organizer";
    private const string Organizer = "organizer";
    private const string Children = "carer organizer";

    private static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal)
    {
        ["GET /"] = Everybody,
        ["GET /sitemap.xml"] = Everybody,
        ["GET /robots.txt"] = Everybody,
        ["GET /veranstaltungen/{slug}"] = Everybody,
        ["GET /veranstaltungen/{slug}.ics"] = Everybody,
        ["GET /veranstaltungen.ics"] = Everybody,
        ["GET /archiv"] = Everybody,
        ["GET /veranstaltungen/{slug}/anmeldung"] = Everybody,
        ["POST /veranstaltungen/{slug}/anmeldung"] = Everybody,
        ["GET /veranstaltungen/{slug}/anmeldung/kinder"] = Everybody,
        ["POST /veranstaltungen/{slug}/anmeldung/kinder"] = Everybody,
        ["GET /veranstaltungen/{slug}/anmeldung/pruefen"] = Everybody,
        ["POST /veranstaltungen/{slug}/anmeldung/pruefen"] = Everybody,
        ["GET /veranstaltungen/{slug}/anmeldung/fertig/{receipt}"] = Everybody,
        ["GET /veranstaltungen/{slug}/anmeldung/fertig/{receipt}/termin.ics"] = Everybody,
        ["GET /anmeldung/{token}"] = Everybody,
        ["GET /anmeldung/{token}/termin.ics"] = Everybody,
        ["GET /anmeldung/{token}/abmelden"] = Everybody,
        ["POST /anmeldung/{token}/abmelden"] = Everybody,
        ["GET /anmeldung/{token}/daten.json"] = Everybody,
        ["GET /anmeldung/{token}/loeschen"] = Everybody,
        ["POST /anmeldung/{token}/loeschen"] = Everybody,
        ["GET /anmeldung/geloescht"] = Everybody,
        ["GET /anmeldung/link"] = Everybody,
        ["POST /anmeldung/link"] = Everybody,
        ["GET /anmeldung/link/unterwegs"] = Everybody,
        ["GET /netzwerk"] = Everybody,
        ["GET /netzwerk/wegweiser"] = Everybody,
        ["GET /netzwerk/flyer"] = Everybody,
        ["GET /impressum"] = Everybody,
        ["GET /datenschutz"] = Everybody,
        ["GET /barrierefreiheit"] = Everybody,
        ["GET /fehler/{status:int:range(400,599)}"] = Everybody,
        ["POST /fehler/{status:int:range(400,599)}"] = Everybody,
        ["GET /health/live"] = Everybody,
        ["GET /health/ready"] = Everybody,
        ["GET /{**path}"] = Everybody,

        // Not there without the demo: 404 for everybody.
        ["GET /demo"] = Everybody,
        ["POST /demo/uhr"] = Everybody,
        ["POST /demo/beispielfamilien"] = Everybody,
        ["GET /demo/postfach"] = Everybody,
        ["GET /demo/postfach/{id}"] = Everybody,
        ["GET /demo/postfach/{id}/html"] = Everybody,
        ["GET /demo/postfach/{id}/anhang/{number:int}"] = Everybody,

        ["GET /konto/anmelden"] = Everybody,
        ["POST /konto/anmelden"] = Everybody,
        ["GET /konto/einrichten"] = Everybody,
        ["POST /konto/einrichten"] = Everybody,
        ["GET /konto/passwort-festlegen"] = Everybody,
        ["POST /konto/passwort-festlegen"] = Everybody,
        ["POST /konto/anmelden/code"] = Everybody,
        ["POST /konto/anmelden/passkey"] = Everybody,
        ["GET /konto/passwort-vergessen"] = Everybody,
        ["POST /konto/passwort-vergessen"] = Everybody,
        ["GET /konto/passwort-vergessen/unterwegs"] = Everybody,
        ["GET /konto"] = SignedIn,
        ["POST /konto/ueberall-abmelden"] = SignedIn,
        ["GET /konto/bestaetigen"] = SignedIn,
        ["POST /konto/bestaetigen"] = SignedIn,
        ["GET /konto/zweiter-faktor"] = SignedIn,
        ["GET /konto/zweiter-faktor/codes"] = SignedIn,
        ["POST /konto/zweiter-faktor/codes"] = SignedIn,
        ["GET /konto/zweiter-faktor/app"] = SignedIn,
        ["POST /konto/zweiter-faktor/app"] = SignedIn,
        ["POST /konto/zweiter-faktor/passkey"] = SignedIn,
        ["GET /konto/zweiter-faktor/{id}/entfernen"] = SignedIn,
        ["POST /konto/zweiter-faktor/{id}/entfernen"] = SignedIn,
        ["GET /konto/passwort"] = SignedIn,
        ["POST /konto/passwort"] = SignedIn,
        ["POST /konto/ausloggen"] = SignedIn,

        ["GET /verwaltung"] = SignedIn,
        ["GET /verwaltung/veranstaltungen/{slug}"] = Desk,
        ["POST /verwaltung/veranstaltungen/{slug}/schalter"] = Desk,
        ["GET /verwaltung/veranstaltungen/{slug}/bearbeiten"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/bearbeiten"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/fragen"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/fragen/neu"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/fragen/neu"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/fragen/{id:guid}"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/fragen/{id:guid}"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/fragen/{id:guid}/verschieben"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/fragen/{id:guid}/entfernen"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/fragen/{id:guid}/entfernen"] = Organizer,
        ["GET /verwaltung/archiv"] = Desk,
        ["GET /verwaltung/veranstaltungen/neu"] = Organizer,
        ["POST /verwaltung/veranstaltungen/neu"] = Organizer,
        ["POST /verwaltung/veranstaltungen/neu/vorschau"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/vorschau"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/vorschau"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/kopieren"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/kopieren"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/veroeffentlichen"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/veroeffentlichen"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/absagen"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/absagen"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/archivieren"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/archivieren/zurueck"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/loeschen"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/loeschen"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/benachrichtigen"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/benachrichtigen"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/benachrichtigen/nicht"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/benachrichtigen/nicht"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/anmeldungen"] = Desk,
        ["GET /verwaltung/veranstaltungen/{slug}/anmeldungen/neu"] = Desk,
        ["POST /verwaltung/veranstaltungen/{slug}/anmeldungen/neu"] = Desk,
        ["GET /verwaltung/veranstaltungen/{slug}/anmeldungen/{id:guid}"] = Desk,
        ["POST /verwaltung/veranstaltungen/{slug}/anmeldungen/{id:guid}/anruf"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/anmeldungen/abmelden"] = Desk,
        ["GET /verwaltung/veranstaltungen/{slug}/anmeldungen/abmelden/fragen"] = Desk,
        ["POST /verwaltung/veranstaltungen/{slug}/anmeldungen/abmelden/fragen"] = Desk,
        ["GET /verwaltung/veranstaltungen/{slug}/anmeldungen/{id:guid}/abmelden"] = Desk,
        ["POST /verwaltung/veranstaltungen/{slug}/anmeldungen/{id:guid}/abmelden"] = Desk,
        ["GET /verwaltung/veranstaltungen/{slug}/anmeldungen/{id:guid}/loeschen"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/anmeldungen/{id:guid}/loeschen"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/anmeldungen/{id:guid}/adresse"] = Desk,
        ["POST /verwaltung/veranstaltungen/{slug}/anmeldungen/{id:guid}/adresse"] = Desk,
        ["GET /verwaltung/veranstaltungen/{slug}/e-mails"] = Desk,
        ["POST /verwaltung/veranstaltungen/{slug}/e-mails/{id:guid}/noch-einmal"] = Desk,
        ["GET /verwaltung/veranstaltungen/{slug}/texte"] = Organizer,
        ["POST /verwaltung/veranstaltungen/{slug}/texte"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/teilnehmerliste.csv"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/teilnehmerliste.xlsx"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/listen"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/listen/teilnehmer"] = Organizer,
        ["GET /verwaltung/veranstaltungen/{slug}/listen/betreuung"] = Children,
        ["GET /verwaltung/uhr"] = Organizer,
        ["POST /verwaltung/uhr"] = Organizer,
        ["GET /verwaltung/datenschutz"] = Organizer,
        ["POST /verwaltung/datenschutz/pruefung"] = Organizer,
        ["GET /verwaltung/datenschutz/vorlagen"] = Organizer,
        ["GET /verwaltung/datenschutz/vorlagen/{name}.docx"] = Organizer,
        ["GET /verwaltung/protokoll"] = Organizer,
        ["GET /verwaltung/einstellungen/betrieb"] = Organizer,
        ["GET /verwaltung/konten"] = Organizer,
        ["POST /verwaltung/konten"] = Organizer,
        ["GET /verwaltung/konten/neu"] = Organizer,
        ["GET /verwaltung/konten/{id:guid}"] = Organizer,
        ["POST /verwaltung/konten/{id:guid}/einladung"] = Organizer,
        ["POST /verwaltung/konten/{id:guid}/rollen"] = Organizer,
        ["POST /verwaltung/konten/{id:guid}/rollen/{role:guid}/entfernen"] = Organizer,
        ["GET /verwaltung/konten/{id:guid}/zweiter-faktor"] = Organizer,
        ["POST /verwaltung/konten/{id:guid}/zweiter-faktor"] = Organizer,
        ["GET /verwaltung/konten/{id:guid}/entfernen"] = Organizer,
        ["POST /verwaltung/konten/{id:guid}/entfernen"] = Organizer,
        ["GET /verwaltung/konten/{id:guid}/link"] = Organizer,
        ["POST /verwaltung/konten/{id:guid}/link"] = Organizer,
        ["GET /verwaltung/einstellungen"] = Organizer,
        ["GET /verwaltung/einstellungen/betreiber"] = Organizer,
        ["POST /verwaltung/einstellungen/betreiber"] = Organizer,
        ["GET /verwaltung/einstellungen/e-mail"] = Organizer,
        ["POST /verwaltung/einstellungen/e-mail"] = Organizer,
        ["GET /verwaltung/einstellungen/grenzen"] = Organizer,
        ["POST /verwaltung/einstellungen/grenzen"] = Organizer,
        ["POST /verwaltung/einstellungen/e-mail/test"] = Organizer,
        ["POST /verwaltung/einstellungen/vorgabe"] = Organizer,
        ["POST /verwaltung/einstellungen/betreiber/vorschau/impressum"] = Organizer,
        ["POST /verwaltung/einstellungen/betreiber/vorschau/datenschutz"] = Organizer,
        ["POST /verwaltung/einstellungen/betreiber/vorschau/barrierefreiheit"] = Organizer,
        ["GET /verwaltung/einstellungen/partner"] = Organizer,
        ["POST /verwaltung/einstellungen/partner"] = Organizer,
        ["GET /verwaltung/einstellungen/partner/neu"] = Organizer,
        ["POST /verwaltung/einstellungen/partner/vorschau"] = Organizer,
        ["GET /verwaltung/einstellungen/partner/{id:guid}"] = Organizer,
        ["POST /verwaltung/einstellungen/partner/{id:guid}"] = Organizer,
        ["POST /verwaltung/einstellungen/partner/{id:guid}/verschieben"] = Organizer,
        ["GET /verwaltung/einstellungen/partner/{id:guid}/entfernen"] = Organizer,
        ["POST /verwaltung/einstellungen/partner/{id:guid}/entfernen"] = Organizer,
        ["GET /verwaltung/einstellungen/wegweiser"] = Organizer,
        ["POST /verwaltung/einstellungen/wegweiser"] = Organizer,
        ["GET /verwaltung/einstellungen/wegweiser/neu"] = Organizer,
        ["POST /verwaltung/einstellungen/wegweiser/vorschau"] = Organizer,
        ["GET /verwaltung/einstellungen/wegweiser/{id:guid}"] = Organizer,
        ["POST /verwaltung/einstellungen/wegweiser/{id:guid}"] = Organizer,
        ["POST /verwaltung/einstellungen/wegweiser/{id:guid}/verschieben"] = Organizer,
        ["GET /verwaltung/einstellungen/wegweiser/{id:guid}/entfernen"] = Organizer,
        ["POST /verwaltung/einstellungen/wegweiser/{id:guid}/entfernen"] = Organizer,
        ["GET /verwaltung/einstellungen/flyer"] = Organizer,
        ["POST /verwaltung/einstellungen/flyer"] = Organizer,
        ["GET /verwaltung/einstellungen/flyer/neu"] = Organizer,
        ["POST /verwaltung/einstellungen/flyer/vorschau"] = Organizer,
        ["GET /verwaltung/einstellungen/flyer/{id:guid}"] = Organizer,
        ["POST /verwaltung/einstellungen/flyer/{id:guid}"] = Organizer,
        ["POST /verwaltung/einstellungen/flyer/{id:guid}/verschieben"] = Organizer,
        ["GET /verwaltung/einstellungen/flyer/{id:guid}/entfernen"] = Organizer,
        ["POST /verwaltung/einstellungen/flyer/{id:guid}/entfernen"] = Organizer,
    };

    [Fact]
    public async Task Every_role_gets_through_its_doors_and_through_no_other()
    {
        await using var app = new TestApp();
        var routes = Route.All(app).Where(route => !route.IsAsset).ToList();
        var faults = routes.Where(route => !Rows.ContainsKey(route.ToString())).Select(route => $"has no row: [\"{route}\"] = …,")
            .Concat(Rows.Keys.Except(routes.Select(route => route.ToString())).Select(row => $"row without a route: {row}")).ToList();

        foreach (var (role, colleague) in ((string, Colleague?)[])[("anonymous", null), ("carer", Cast.Carer), ("staff", Cast.Staff), ("organizer", Cast.Organizer)])
        {
            var cookies = colleague is null ? null : await app.SessionAsync(colleague);
            foreach (var route in routes.Where(route => Rows.ContainsKey(route.ToString())))
            {
                var opens = await OpensAsync(app, route, cookies);
                if (opens != Rows[route.ToString()].Split(' ').Contains(role)) faults.Add($"{route} {(opens ? "opens" : "stays shut")} for {role}");
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_role_for_another_event_opens_nothing_here()
    {
        await using var app = new TestApp();
        var other = Events.Anniversary("sommerfest-2023");
        await app.DbAsync(async db =>
        {
            db.Add(other);
            return await db.SaveChangesAsync();
        });
        foreach (var colleague in (Colleague[])[Cast.Organizer, Cast.Staff, Cast.Carer])
        {
            await app.AccountAsync(colleague, other.Id);
            var cookies = await app.SessionAsync(colleague);
            // The archive opens with any role and lists only its events.
            foreach (var route in Route.All(app).Where(route => route.Pattern.StartsWith("/verwaltung/", StringComparison.Ordinal) && route.Pattern != "/verwaltung/archiv"))
                Assert.False(await OpensAsync(app, route, cookies) && !await IsMissingAsync(app, route, cookies), $"{route} opens for {colleague.Role} of another event");
        }
    }

    [Fact]
    public async Task Ids_of_another_event_are_not_found()
    {
        await using var app = new TestApp();
        await app.DbAsync(async db =>
        {
            db.Add(Events.Anniversary("sommerfest-2023"));
            return await db.SaveChangesAsync();
        });
        var registration = await app.RegisterAsync(Cast.Anna);
        var organizer = await app.SignInAsync(Cast.Organizer);

        foreach (var route in Route.All(app).Where(route => route.Method == "GET" && route.Pattern.Contains("anmeldungen/{id:guid}", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.OK, (await organizer.SendAsync(route.Request(route.Path(id: registration.Id)))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await organizer.SendAsync(route.Request(route.Path("sommerfest-2023", registration.Id)))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await organizer.SendAsync(route.Request(route.Path(id: Guid.CreateVersion7())))).StatusCode);
        }
    }

    [Fact]
    public async Task Every_form_behind_the_sign_in_needs_its_antiforgery_token()
    {
        await using var app = new TestApp();
        var cookies = await app.SessionAsync(Cast.Organizer);

        foreach (var route in Route.All(app).Where(route => route.Method == "POST" && Rows.GetValueOrDefault(route.ToString()) is not (null or Everybody)))
        {
            using var request = route.Request();
            request.Headers.Add("Cookie", cookies);
            Assert.Equal(HttpStatusCode.BadRequest, (await app.Browser(followRedirects: false).SendAsync(request)).StatusCode);
        }
    }

    /// <summary>The event is not found, like one that does not exist.</summary>
    private static async Task<bool> IsMissingAsync(TestApp app, Route route, string cookies)
    {
        using var request = route.Request();
        request.Headers.Add("Cookie", cookies);
        using var answer = await app.Browser(followRedirects: false).SendAsync(request);
        return route.Pattern.Contains("{slug}", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.NotFound;
    }

    private static async Task<bool> OpensAsync(TestApp app, Route route, string? cookies)
    {
        using var request = route.Request();
        // A client of its own, so that signing out or an error leaves the session of the next door alone.
        if (cookies is not null) request.Headers.Add("Cookie", cookies);
        using var answer = await app.Browser(followRedirects: false).SendAsync(request);
        var toSignIn = answer.Headers.Location?.ToString().Contains("/konto/anmelden", StringComparison.Ordinal) is true;
        return !toSignIn && answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
    }
}
