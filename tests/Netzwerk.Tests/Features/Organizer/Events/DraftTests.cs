using System.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

public class DraftTests
{
    [Fact]
    public async Task Five_fields_make_a_draft_with_sensible_defaults()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        var page = await (await desk.OpenAsync("/verwaltung")).FollowAsync("Neue Veranstaltung");

        page = await Forms.SubmitAsync(page, Drafts.Values, "Entwurf anlegen");

        Assert.Equal("Entwurf", page.Heading);
        Assert.EndsWith(Drafts.Room, page.Url.AbsolutePath, StringComparison.Ordinal);
        var ev = await app.EventAsync(Drafts.Slug);
        Assert.Equal((true, "Kreishaus Cloppenburg", new TimeOnly(15, 0), "Karin Probe", "karin@netzwerk.test"), (ev.IsDraft, ev.Place, ev.StartsAt, ev.ContactName, ev.ContactEmail));
        Assert.Equal((true, true, 7, 30, false), (ev.OffersChildcare, ev.Reminds, ev.ChildrenKeptDays, ev.RegistrationsKeptDays, ev.IsFestive));
        Assert.Equal(ev.Id, Assert.Single(await Rooms.AuditAsync(app, AuditAct.EventMade)).EventId);
    }

    [Fact]
    public async Task A_double_click_makes_one_draft()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await (await app.SignInAsync(Cast.Organizer)).OpenAsync(Drafts.New), Drafts.Values, "Entwurf anlegen");

        await form.SendAsync();
        var page = await form.SendAsync();

        Assert.EndsWith(Drafts.Room, page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.EventMade));
    }

    [Fact]
    public async Task A_draft_is_nobodys_but_the_organisers()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        await Drafts.MakeAsync(desk);

        foreach (var path in (string[])[Drafts.Public, Drafts.Public + ".ics", Drafts.Public + "/anmeldung"])
            Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(path)).Status);
        Assert.DoesNotContain("elternfruehstueck", (await app.OpenAsync("/sitemap.xml")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Elternfrühstück", (await app.OpenAsync("/")).Html, StringComparison.Ordinal);
        foreach (var colleague in (Colleague[])[Cast.Staff, Cast.Carer])
        {
            var other = await app.SignInAsync(colleague);
            Assert.DoesNotContain("Elternfrühstück", (await other.OpenAsync("/verwaltung")).Html, StringComparison.Ordinal);
            Assert.Contains((await other.OpenAsync(Drafts.Room)).Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(Cast.Staff)).OpenAsync(Drafts.Room + "/anmeldungen/neu")).Status);
        Assert.Contains("Entwurf", (await desk.OpenAsync("/verwaltung")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_asks_for_what_visitors_need_and_then_families_come_in()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        await Forms.SubmitAsync(await desk.OpenAsync(Drafts.New), new Dictionary<string, string>(Drafts.Values) { ["Kurz gesagt"] = "", ["Gastgeber"] = "" }, "Entwurf anlegen");
        var page = await desk.OpenAsync(Drafts.Room);
        Assert.Contains("„Kurz gesagt“", page.Text, StringComparison.Ordinal);
        Assert.Equal("Ergänzen", Page.Words(page.Document.QuerySelector("main .kern-btn--primary")!));
        page = await desk.OpenAsync(Drafts.Room + "/veroeffentlichen");
        Assert.Equal("Noch nicht so weit", page.Heading);
        Assert.Contains("„Kurz gesagt“", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("Jetzt veröffentlichen"));
        await Forms.Fill(page, new Dictionary<string, string>(), null).SendAsync();
        Assert.True((await app.EventAsync(Drafts.Slug)).IsDraft);

        await Forms.SubmitAsync(await desk.OpenAsync(Drafts.Room + "/bearbeiten"), new Dictionary<string, string> { ["Kurz gesagt"] = "Kommen Sie gern.", ["Gastgeber"] = "Das Netzwerk" }, "Speichern");
        page = await Drafts.PublishAsync(desk);

        Assert.Contains("Die Veranstaltung ist veröffentlicht.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.OpenAsync(Drafts.Public)).Status);
        Assert.Equal("Wer kommt?", (await app.OpenAsync(Drafts.Public + "/anmeldung")).Heading);
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.EventPublished));
    }

    [Fact]
    public async Task The_address_may_change_until_it_is_published_and_is_never_another_ones()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        await Drafts.MakeAsync(desk);
        await Drafts.MakeAsync(desk);
        Assert.Equal("Elternfrühstück", (await app.EventAsync(Drafts.Slug + "-2")).ShortTitle);
        foreach (var (slug, sentence) in ((string, string)[])[("neu", "„neu“ geht nicht"), ("Frühstück", "nur kleine Buchstaben"), (TestApp.Anniversary, "schon eine andere Veranstaltung")])
        {
            var refused = await Forms.SubmitAsync(await desk.OpenAsync(Drafts.Room + "/bearbeiten"), new Dictionary<string, string> { ["Adresse der Seite"] = slug }, "Speichern");
            Assert.Contains(sentence, refused.ErrorAt("Adresse der Seite"), StringComparison.Ordinal);
        }

        var page = await Forms.SubmitAsync(await desk.OpenAsync(Drafts.Room + "/bearbeiten"), new Dictionary<string, string> { ["Adresse der Seite"] = "fruehstueck" }, "Speichern");

        Assert.EndsWith("/fruehstueck", page.Url.AbsolutePath, StringComparison.Ordinal);
        await Drafts.PublishAsync(desk, "/verwaltung/veranstaltungen/fruehstueck");
        page = await desk.OpenAsync("/verwaltung/veranstaltungen/fruehstueck/bearbeiten");
        Assert.False(page.HasField("Adresse der Seite"));
        await Forms.Fill(page, new Dictionary<string, string>(), "Speichern").With("Form.Slug", "heimlich").SendAsync();
        Assert.Equal("fruehstueck", (await app.EventAsync("fruehstueck")).Slug);
    }

    [Fact]
    public async Task A_draft_that_nobody_needs_is_deleted_and_a_public_event_never()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        await Drafts.MakeAsync(desk);

        var page = await Forms.SubmitAsync(await desk.OpenAsync(Drafts.Room + "/loeschen"), "Ja, löschen");

        Assert.Contains("Der Entwurf ist gelöscht.", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.DbAsync(db => Task.FromResult(db.Events.Count())));
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.EventDeleted));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(Rooms.Event + "/loeschen")).Status);
    }

    [Fact]
    public async Task Making_is_for_organisers_of_all_events()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Organizer, (await app.EventAsync()).Id);
        var desk = await app.SignInAsync(Cast.Organizer);

        Assert.Equal(HttpStatusCode.Forbidden, (await desk.OpenAsync(Drafts.New)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.OpenAsync(Rooms.Event + "/kopieren")).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.OpenAsync(Rooms.Edit)).Status);
        Assert.DoesNotContain("Neue Veranstaltung", (await desk.OpenAsync("/verwaltung")).Text, StringComparison.Ordinal);
    }
}
