using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.NetworkTexts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.NetworkTexts;

/// <summary>Partners, guide and flyer: what organisers change stands on the public pages with the next request.</summary>
public sealed class NetworkTextsTests
{
    private const string Partners = "/verwaltung/einstellungen/partner";
    private const string Guide = "/verwaltung/einstellungen/wegweiser";
    private const string Flyer = "/verwaltung/einstellungen/flyer";

    [Fact]
    public async Task A_partner_is_added_changed_and_moved_and_visitors_see_it_at_once()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        Assert.DoesNotContain("Nora Neu", (await app.OpenAsync("/netzwerk")).Text, StringComparison.Ordinal);

        var list = await SaveAsync(await karin.OpenAsync(Partners + "/neu"), ("Name", "Nora Neu"), ("Einrichtung", "Stadt Beispiel"));
        Assert.EndsWith("Nora Neu Stadt Beispiel", await LastMemberAsync(app), StringComparison.Ordinal);

        list = await Forms.SubmitAsync(list, "Nach oben: Nora Neu");
        Assert.StartsWith("Renate Hitz", await LastMemberAsync(app), StringComparison.Ordinal);

        var form = await FollowAsync(list, "Ändern: Nora Neu");
        Assert.Equal("Stadt Beispiel", form.ValueOf("Einrichtung"));
        await SaveAsync(form, ("Aufgabe", "Leiterin"));
        Assert.Contains("Leiterin", (await app.OpenAsync("/netzwerk")).Text, StringComparison.Ordinal);
        Assert.Contains("Nora Neu, Stadt Beispiel (Leiterin)", (await app.OpenAsync("/netzwerk/flyer")).Text, StringComparison.Ordinal);

        var audit = await app.DbAsync(db => db.Audit.Where(entry => entry.Act == AuditAct.PartnersEdited).OrderBy(entry => entry.Id).Select(entry => entry.Fields).ToListAsync());
        Assert.Equal(["Name, Einrichtung, Aufgabe, Anteil an der Gründung", "Reihenfolge", "Aufgabe"], audit);
    }

    [Fact]
    public async Task Whoever_stands_in_the_guide_stays_until_the_guide_names_somebody_else()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);

        var refused = await FollowAsync(await karin.OpenAsync(Partners), "Entfernen: Anja Komossa");
        Assert.Equal("Anja Komossa steht noch im Wegweiser", refused.Heading);
        var topic = await refused.FollowAsync("Zurück in den Beruf");
        await SaveAsync(topic, ("Wer hilft", "keine bestimmte Person"), ("Begründung", "Fragen Sie irgendeine Stelle."));
        Assert.Contains("Fragen Sie irgendeine Stelle.", (await app.OpenAsync("/netzwerk/wegweiser")).Text, StringComparison.Ordinal);

        var asked = await FollowAsync(await karin.OpenAsync(Partners), "Entfernen: Anja Komossa");
        await Forms.SubmitAsync(asked, "Ja, entfernen");
        Assert.DoesNotContain("Komossa", (await app.OpenAsync("/netzwerk")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Komossa", (await app.OpenAsync("/netzwerk/wegweiser")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_save_at_the_same_moment_the_second_sees_what_the_first_changed()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        var form = await FollowAsync(await karin.OpenAsync(Partners), "Ändern: Anja Komossa");
        var turn = await app.Services.GetRequiredService<TurnGate>().WaitAsync(CancellationToken.None);

        var both = ((string[])["Leiterin", "Beraterin"]).Select(task => SaveAsync(form, ("Aufgabe", task))).ToList();
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        turn.Dispose();
        var answers = await Task.WhenAll(both);

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_concern_keeps_its_address_under_a_new_name_and_a_new_one_gets_one_of_its_own()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);

        await SaveAsync(await FollowAsync(await karin.OpenAsync(Guide), "Ändern: Schwangerschaft"), ("Anliegen", "Ein Kind kommt"));
        await SaveAsync(await karin.OpenAsync(Guide + "/neu"), ("Anliegen", "Gleichstellung"), ("Begründung", "Auch hier."));

        var guide = await app.OpenAsync("/netzwerk/wegweiser");
        Assert.StartsWith("Ein Kind kommt", Page.Words(guide.Document.GetElementById("schwangerschaft")!), StringComparison.Ordinal);
        Assert.Contains("Auch hier.", Page.Words(guide.Document.GetElementById("gleichstellung-2")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_tips_join_the_flyer_s_three()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);

        var list = await SaveAsync(await karin.OpenAsync(Flyer + "/neu"), ("Tipp", "Nehmen Sie jemanden mit."), ("Erklärung", "Zu zweit hört man mehr."));
        Assert.Contains("Der Eintrag ist dazugekommen.", list.Text, StringComparison.Ordinal);
        var flyer = await app.OpenAsync("/netzwerk/flyer");
        Assert.Equal("Nehmen Sie jemanden mit. Zu zweit hört man mehr.", Page.Words(flyer.Document.QuerySelectorAll(".nw-flyer__tips li")[3]));

        await Forms.SubmitAsync(await FollowAsync(list, "Entfernen: Nehmen Sie jemanden mit."), "Ja, entfernen");
        Assert.Equal(3, (await app.OpenAsync("/netzwerk/flyer")).Document.QuerySelectorAll(".nw-flyer__tips li").Length);
    }

    [Theory]
    [InlineData(Partners, "Name", "Nora Entwurf", "/netzwerk")]
    [InlineData(Guide, "Anliegen", "Entwurf eines Anliegens", "/netzwerk/wegweiser")]
    [InlineData(Flyer, "Tipp", "Entwurf eines Tipps", "/netzwerk/flyer")]
    public async Task A_preview_shows_the_page_and_stores_nothing(string path, string label, string typed, string shown)
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);

        var preview = await Forms.SubmitAsync(await karin.OpenAsync(path + "/neu"), new Dictionary<string, string>(StringComparer.Ordinal) { [label] = typed }, "Vorschau (neuer Tab)");

        Assert.Contains(typed, preview.Text, StringComparison.Ordinal);
        Assert.Contains("Gespeichert ist noch nichts", preview.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(typed, (await app.OpenAsync(shown)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Partners, "Name", "Geben Sie den Namen ein")]
    [InlineData(Guide, "Begründung", "Geben Sie in einem Satz ein, warum man dort richtig ist")]
    [InlineData(Flyer, "Erklärung", "Erklären Sie den Tipp in einem Satz")]
    public async Task What_is_missing_is_said_at_its_field(string path, string label, string sentence)
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);

        Assert.Equal(sentence, (await SaveAsync(await karin.OpenAsync(path + "/neu"))).ErrorAt(label));
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_what_the_first_stored()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        var second = await FollowAsync(await karin.OpenAsync(Partners), "Ändern: Ines Luthmann");
        await SaveAsync(await FollowAsync(await karin.OpenAsync(Partners), "Ändern: Ines Luthmann"), ("Aufgabe", "Vorstand"));

        var told = await SaveAsync(second, ("Einrichtung", "SkF Cloppenburg"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Aufgabe: „Vorstand“", told.Text, StringComparison.Ordinal);
        Assert.Equal("SkF Cloppenburg", told.ValueOf("Einrichtung"));
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(told, ("Aufgabe", "Vorstand"))).Status);
    }

    [Fact]
    public async Task A_network_that_was_emptied_is_not_filled_again_by_the_next_start()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        await SaveAsync(await karin.OpenAsync(Flyer + "/neu"), ("Tipp", "Fragen"), ("Erklärung", "Immer."));
        await app.DbAsync(db => db.Partners.ExecuteDeleteAsync());
        await app.DbAsync(db => db.GuideTopics.ExecuteDeleteAsync());

        await app.DbAsync(db => db.Audit.ExecuteDeleteAsync());

        await using var scope = app.Services.CreateAsyncScope();
        await FirstContents.AddAsync(scope.ServiceProvider.GetRequiredService<NetzwerkDb>());

        Assert.Equal(0, await app.DbAsync(db => db.Partners.CountAsync()));
    }

    [Theory]
    [InlineData("Beruf & Familie", "beruf-familie")]
    [InlineData("Größere Kinder?", "grossere-kinder")]
    [InlineData("مساعدة", "thema")]
    [InlineData("Schwangerschaft", "schwangerschaft-2")]
    public void An_address_follows_from_the_words(string concern, string slug) =>
        Assert.Equal(slug, TopicForm.SlugOf(concern, new(["schwangerschaft"], StringComparer.Ordinal)));

    private static Task<Page> SaveAsync(Page page, params (string Label, string Value)[] values) =>
        Forms.SubmitAsync(page, values.ToDictionary(value => value.Label, value => value.Value, StringComparer.Ordinal), "Speichern");

    private static async Task<string> LastMemberAsync(TestApp app) => Page.Words((await app.OpenAsync("/netzwerk")).Document.QuerySelectorAll(".nw-thread > li")[^1]);

    private static Task<Page> FollowAsync(Page page, string label) => page.Client.OpenAsync(page.Document.QuerySelector($"a[aria-label='{label}']")!.GetAttribute("href")!);
}
