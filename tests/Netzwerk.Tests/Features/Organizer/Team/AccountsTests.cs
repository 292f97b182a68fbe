using System.Net;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Tests.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Team;

public class AccountsTests
{
    private const string Room = "/verwaltung/konten";
    private const string Email = "neu@netzwerk.test";
    private const string Password = "Kranich Teelicht Bagger Violine";

    [Fact]
    public async Task A_colleague_gets_an_account_and_sets_the_own_password_by_a_link_that_works_once()
    {
        await using var app = new TestApp();
        var organizer = await app.EnteredAsync(Cast.Organizer);

        var link = LinkOn(await MakeAsync(organizer));
        Assert.StartsWith(TestApp.BaseUrl + "/konto/passwort-festlegen?", link, StringComparison.Ordinal);
        var colleague = app.Browser();
        var page = await colleague.OpenAsync(new Uri(link).PathAndQuery);
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Equal("Ihr Passwort ist festgelegt", (await SetAsync(page, Password)).Heading);

        Assert.Equal(HttpStatusCode.NotFound, (await SetAsync(page, Password + "!")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.OpenAsync(new Uri(link).PathAndQuery)).Status);
        await colleague.EnterAsync(Email, Password);
        Assert.Contains("Betreuung (Jubiläumsfeier)", (await colleague.OpenAsync("/konto")).Text, StringComparison.Ordinal);
        Assert.Equal([AuditAct.AccountMade, AuditAct.PasswordChanged], await app.DbAsync(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task The_link_is_shown_once_and_a_new_one_ends_the_old_one()
    {
        await using var app = new TestApp();
        var organizer = await app.EnteredAsync(Cast.Organizer);
        var shown = await MakeAsync(organizer);
        var old = LinkOn(shown);

        var again = await organizer.OpenAsync(shown.Url.PathAndQuery);
        Assert.Equal("Der Link war nur einmal zu sehen", again.Heading);
        var fresh = LinkOn(await Forms.SubmitAsync(again, "Neuen Link machen"));

        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(new Uri(old).PathAndQuery)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.OpenAsync(new Uri(fresh).PathAndQuery)).Status);
    }

    [Fact]
    public async Task Looking_at_the_link_uses_nothing_up_and_a_weak_password_neither()
    {
        await using var app = new TestApp();
        var link = new Uri(LinkOn(await MakeAsync(await app.EnteredAsync(Cast.Organizer)))).PathAndQuery;

        for (var i = 0; i < 3; i++) await app.OpenAsync(link);
        var weak = await SetAsync(await app.OpenAsync(link), "zu kurz");

        Assert.Contains("zu kurz", weak.ErrorAt("Neues Passwort"), StringComparison.Ordinal);
        Assert.Equal("Ihr Passwort ist festgelegt", (await SetAsync(weak, Password)).Heading);
    }

    [Fact]
    public async Task What_is_missing_is_named_and_an_address_gets_one_account()
    {
        await using var app = new TestApp();
        var organizer = await app.EnteredAsync(Cast.Organizer);

        var empty = await MakeAsync(organizer, name: "", email: "neu@");
        Assert.Equal(["Geben Sie den Namen ein", "Geben Sie die E-Mail-Adresse vollständig ein, zum Beispiel name@beispiel.de"], empty.Errors);
        Assert.Contains("schon ein Konto", (await MakeAsync(organizer, email: "KARIN@netzwerk.test")).ErrorAt("E-Mail-Adresse"), StringComparison.Ordinal);
        Assert.Equal(1, await app.DbAsync(db => db.RoleAssignments.CountAsync()));
    }

    [Fact]
    public async Task A_removed_account_loses_its_roles_at_once_and_its_session_within_a_minute()
    {
        await using var app = new ClockedApp();
        var organizer = await app.EnteredAsync(Cast.Organizer);
        var second = await app.EnteredAsync(Cast.Organizer with { Email = "zwei@netzwerk.test", Name = "Zwei Probe" });
        Assert.Equal(HttpStatusCode.OK, (await second.OpenAsync(Room)).Status);

        var question = await (await organizer.OpenAsync(Room)).FollowAsync("Entfernen");
        Assert.Contains("Zwei Probe", question.Heading, StringComparison.Ordinal);
        var list = await Forms.SubmitAsync(question, "Ja, entfernen");

        Assert.Contains("Das Konto von Zwei Probe ist entfernt.", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await second.OpenAsync(Room)).Status);
        app.SystemClock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(Door.Path, (await second.OpenAsync(Room)).Url.AbsolutePath);
        Assert.Contains("stimmt nicht", (await app.Browser().EnterAsync("zwei@netzwerk.test", Colleague.Password)).Text, StringComparison.Ordinal);
        var entry = Assert.Single(await app.DbAsync(db => db.Audit.Where(entry => entry.Act == AuditAct.AccountRemoved).ToListAsync()));
        Assert.Equal(Cast.Organizer.Name, entry.By);
    }

    [Fact]
    public async Task Nobody_removes_the_own_account()
    {
        await using var app = new TestApp();
        var id = await app.AccountAsync(Cast.Organizer);
        var organizer = await app.EnteredAsync(Cast.Organizer);
        await app.AccountAsync(Cast.Staff);

        var question = await (await organizer.OpenAsync(Room)).FollowAsync("Entfernen");
        var own = Forms.Fill(question, new Dictionary<string, string>(StringComparer.Ordinal), "Ja, entfernen");
        var answer = await (own with { Action = new Uri(question.Url, $"{Room}/{id}/entfernen") }).SendAsync();

        Assert.Equal("Das eigene Konto bleibt", answer.Heading);
        Assert.Equal(2, await app.DbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Only_organisers_for_all_events_may_come_in()
    {
        await using var app = new TestApp();
        var ofOneEvent = Cast.Organizer with { Email = "eine@netzwerk.test" };
        await app.AccountAsync(ofOneEvent, (await app.EventAsync()).Id);

        foreach (var colleague in new[] { Cast.Staff, Cast.Carer, ofOneEvent })
        {
            var browser = await app.EnteredAsync(colleague);
            foreach (var path in new[] { Room, Room + "/neu", $"{Room}/{Guid.NewGuid()}/link", $"{Room}/{Guid.NewGuid()}/entfernen" })
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(path)).Status);
        }
        Assert.Equal(Door.Path, (await app.OpenAsync(Room)).Url.AbsolutePath);
    }

    private static async Task<Page> MakeAsync(HttpClient organizer, string name = "Neue Kollegin", string email = Email) =>
        await Forms.SubmitAsync(await (await organizer.OpenAsync(Room)).FollowAsync("Konto anlegen"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Name"] = name,
            ["E-Mail-Adresse"] = email,
            ["Rolle"] = "Betreuung: sieht nur die Betreuungsliste",
            ["Gilt für"] = "Jubiläumsfeier",
        }, "Konto anlegen");

    private static string LinkOn(Page page) => page.ValueOf("Link") ?? throw new InvalidOperationException($"No link at {page.Where}");

    private static Task<Page> SetAsync(Page page, string password) => Forms.SubmitAsync(page, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Neues Passwort"] = password,
        ["Neues Passwort noch einmal"] = password,
    }, "Passwort festlegen");
}
