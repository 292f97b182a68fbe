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
    public async Task A_colleague_is_invited_by_mail_and_sets_the_own_password_by_a_link_that_works_once()
    {
        await using var app = new TestApp();
        var organizer = await app.EnteredAsync(Cast.Organizer);

        var account = await InviteAsync(organizer);
        Assert.Contains("Eingeladen, noch nicht angenommen", account.Text, StringComparison.Ordinal);
        await app.DeliverMailAsync();
        var mail = app.Inbox.SingleTo(Email);
        Assert.Contains("Karin Probe hat Ihnen ein Konto eingerichtet", mail.Text, StringComparison.Ordinal);
        var link = LinkIn(mail);
        Assert.StartsWith(TestApp.BaseUrl + "/konto/passwort-festlegen?", link, StringComparison.Ordinal);
        var colleague = app.Browser();
        var page = await colleague.OpenAsync(new Uri(link).PathAndQuery);
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Equal("Ihr Passwort ist festgelegt", (await SetAsync(page, Password)).Heading);

        Assert.Equal(HttpStatusCode.NotFound, (await SetAsync(page, Password + "!")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.OpenAsync(new Uri(link).PathAndQuery)).Status);
        await colleague.EnterAsync(Email, Password);
        Assert.Contains("Betreuung (Jubiläumsfeier); Mitarbeit (Jubiläumsfeier)", (await colleague.OpenAsync("/konto")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("noch nicht angenommen", (await organizer.OpenAsync(account.Url.AbsolutePath)).Text, StringComparison.Ordinal);
        Assert.Equal([AuditAct.Invited, AuditAct.PasswordChanged], await app.DbAsync(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task An_invitation_sent_again_ends_the_link_of_the_first_and_no_row_holds_a_link()
    {
        await using var app = new TestApp();
        var account = await InviteAsync(await app.EnteredAsync(Cast.Organizer));
        await app.DeliverMailAsync();

        Assert.Contains("Die Einladung ist unterwegs.", (await Forms.SubmitAsync(account, "Einladung noch einmal schicken")).Text, StringComparison.Ordinal);
        await app.DeliverMailAsync();

        var links = app.Inbox.To(Email).Select(LinkIn).ToList();
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK], new[] { (await app.OpenAsync(new Uri(links[0]).PathAndQuery)).Status, (await app.OpenAsync(new Uri(links[1]).PathAndQuery)).Status });
        Assert.All(await app.DbAsync(db => db.Set<Netzwerk.Mail.OutboxMail>().ToListAsync()), row => Assert.DoesNotContain("code=", row.TextBody + row.HtmlBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_mail_was_refused_the_page_says_so_and_the_link_can_be_handed_over()
    {
        await using var app = new TestApp();
        app.Inbox.Answer = _ => new(Netzwerk.Mail.DeliveryOutcome.Refused, "550 unbekannt");
        var organizer = await app.EnteredAsync(Cast.Organizer);
        var account = await InviteAsync(organizer);
        await app.DeliverMailAsync();

        account = await organizer.OpenAsync(account.Url.AbsolutePath);
        Assert.Contains("Die Einladung kam nicht an.", account.Text, StringComparison.Ordinal);
        var shown = await Forms.SubmitAsync(account, "Link selbst weitergeben");

        Assert.Equal("Ihr Passwort ist festgelegt", (await SetAsync(await app.OpenAsync(new Uri(LinkOn(shown)).PathAndQuery), Password)).Heading);
        Assert.Equal("Der Link war nur einmal zu sehen", (await organizer.OpenAsync(shown.Url.PathAndQuery)).Heading);
    }

    [Fact]
    public async Task Roles_are_given_and_taken_for_all_events_or_for_one()
    {
        await using var app = new TestApp();
        var organizer = await app.EnteredAsync(Cast.Organizer);
        var account = await InviteAsync(organizer);

        account = await Forms.SubmitAsync(account, new Dictionary<string, string>(StringComparer.Ordinal) { [Staff] = Forms.Ticked, ["Gilt für"] = "Alle Veranstaltungen" }, "Rollen hinzufügen");
        Assert.Contains("Mitarbeit, alle Veranstaltungen", account.Text, StringComparison.Ordinal);
        account = await Forms.SubmitAsync(account, "Rolle entfernen: Betreuung, Jubiläumsfeier, Fr., 11.11.2022");
        Assert.DoesNotContain("Betreuung, Jubiläumsfeier", account.Text, StringComparison.Ordinal);
        var none = await Forms.SubmitAsync(account, "Rollen hinzufügen");
        Assert.Equal(["Wählen Sie mindestens eine Rolle"], none.Errors);

        Assert.Equal(["Organizer ", "Staff ", "Staff Jubiläumsfeier"], (await app.DbAsync(db => db.RoleAssignments
            .Select(role => role.Role + " " + db.Events.Where(ev => ev.Id == role.EventId).Select(ev => ev.ShortTitle).FirstOrDefault()).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(2, await app.DbAsync(db => db.Audit.CountAsync(entry => entry.Act == AuditAct.RolesChanged && entry.By == Cast.Organizer.Name)));
    }

    [Fact]
    public async Task The_last_organiser_keeps_the_role_and_a_role_that_was_taken_is_gone_with_the_next_click()
    {
        await using var app = new TestApp();
        var organizer = await app.EnteredAsync(Cast.Organizer);
        var own = await organizer.OpenAsync($"{Room}/{await app.AccountAsync(Cast.Organizer)}");
        // Invited, but never came in: nobody to rely on.
        await InviteAsync(organizer, role: "Organisation: darf alles, auch Konten vergeben", scope: "Alle Veranstaltungen");

        var refused = await Forms.SubmitAsync(own, "Rolle entfernen: Organisation");
        Assert.Contains("Diese Rolle bleibt", refused.Text, StringComparison.Ordinal);

        var second = Cast.Organizer with { Email = "zwei@netzwerk.test", Name = "Zwei Probe" };
        var other = await app.EnteredAsync(second);
        await Forms.SubmitAsync(await organizer.OpenAsync($"{Room}/{await app.AccountAsync(second)}"), "Rolle entfernen: Organisation");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.OpenAsync(Room)).Status);
    }

    [Fact]
    public async Task A_colleague_who_lost_phone_and_codes_gets_a_new_start()
    {
        await using var app = new ClockedApp();
        var organizer = await app.EnteredAsync(Cast.Organizer);
        var second = Cast.Organizer with { Email = "zwei@netzwerk.test", Name = "Zwei Probe" };
        var other = await app.EnteredAsync(second);
        var path = $"{Room}/{await app.AccountAsync(second)}";

        var question = await (await organizer.OpenAsync(path)).FollowAsync("Zweiten Faktor zurücksetzen");
        var done = await Forms.SubmitAsync(question, "Ja, zurücksetzen");

        Assert.Contains("Noch ohne zweiten Faktor.", done.Text, StringComparison.Ordinal);
        app.SystemClock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(Door.Path, (await other.OpenAsync(Room)).Url.AbsolutePath);
        Assert.Equal("/konto/zweiter-faktor", (await app.Browser().EnterAsync(second.Email, Colleague.Password)).Url.AbsolutePath);
        await app.DeliverMailAsync();
        Assert.Contains("Ein zweiter Faktor wurde entfernt.", app.Inbox.SingleTo(second.Email).Text, StringComparison.Ordinal);
        Assert.Single(await app.DbAsync(db => db.Audit.Where(entry => entry.Act == AuditAct.SecondFactorRemoved && entry.By == Cast.Organizer.Name).ToListAsync()));
    }

    [Theory]
    [InlineData("entfernen", "Ja, entfernen")]
    [InlineData("zweiter-faktor", "Ja, zurücksetzen")]
    public async Task What_could_not_be_stored_is_not_told_as_done_and_leaves_nothing_half(string act, string button)
    {
        await using var app = new TestApp();
        var second = Cast.Organizer with { Email = "zwei@netzwerk.test", Name = "Zwei Probe" };
        await app.EnteredAsync(second);
        var id = await app.AccountAsync(second);
        var question = await (await app.EnteredAsync(Cast.Organizer)).OpenAsync($"{Room}/{id}/{act}");
        // What Identity sees when somebody else changed the account in between: no row of the stamp that it read.
        await app.IgnoreAsync("UPDATE", "AspNetUsers");
        await app.IgnoreAsync("DELETE", "AspNetUsers");

        var answer = await Forms.SubmitAsync(question, button);

        Assert.Contains("Das hat nicht geklappt", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Noch ohne zweiten Faktor.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, await app.DbAsync(db => db.Users.CountAsync()));
        Assert.Empty(await app.DbAsync(db => db.Audit.Where(entry => entry.Act == AuditAct.AccountRemoved || entry.Act == AuditAct.SecondFactorRemoved).ToListAsync()));
        Assert.False(File.Exists(Path.Combine(app.DataFolder, "erased.ledger")));
    }

    [Fact]
    public async Task What_is_missing_is_named_and_an_address_gets_one_account()
    {
        await using var app = new TestApp();
        var organizer = await app.EnteredAsync(Cast.Organizer);

        var empty = await InviteAsync(organizer, name: "", email: "neu@");
        Assert.Equal(["Geben Sie den Namen ein", "Geben Sie die E-Mail-Adresse vollständig ein, zum Beispiel name@beispiel.de"], empty.Errors);
        Assert.Contains("schon ein Konto", (await InviteAsync(organizer, email: "KARIN@netzwerk.test")).ErrorAt("E-Mail-Adresse"), StringComparison.Ordinal);
        Assert.Equal(1, await app.DbAsync(db => db.RoleAssignments.CountAsync()));
    }

    [Fact]
    public async Task A_removed_account_loses_its_roles_at_once_and_its_session_within_a_minute()
    {
        await using var app = new ClockedApp();
        var organizer = await app.EnteredAsync(Cast.Organizer);
        var second = await app.EnteredAsync(Cast.Organizer with { Email = "zwei@netzwerk.test", Name = "Zwei Probe" });
        Assert.Equal(HttpStatusCode.OK, (await second.OpenAsync(Room)).Status);

        var path = $"{Room}/{await app.DbAsync(db => db.Users.Where(account => account.Email == "zwei@netzwerk.test").Select(account => account.Id).SingleAsync())}";
        var question = await (await organizer.OpenAsync(path)).FollowAsync("Konto entfernen");
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
        var question = await (await organizer.OpenAsync($"{Room}/{await app.AccountAsync(Cast.Staff)}")).FollowAsync("Konto entfernen");
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

    private const string Staff = "Mitarbeit: Anmeldungen ansehen und aufnehmen, öffnen und schließen";
    private const string Carer = "Betreuung: sieht nur die Betreuungsliste";

    private static async Task<Page> InviteAsync(HttpClient organizer, string name = "Neue Kollegin", string email = Email, string role = Staff, string scope = "Jubiläumsfeier, Fr., 11.11.2022") =>
        await Forms.SubmitAsync(await (await organizer.OpenAsync(Room)).FollowAsync("Jemanden einladen"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Name"] = name,
            ["E-Mail-Adresse"] = email,
            [role] = Forms.Ticked,
            [Carer] = Forms.Ticked,
            ["Gilt für"] = scope,
        }, "Einladung schicken");

    private static string LinkIn(ReceivedMail mail) => mail.Text.Split('\n').Single(line => line.Contains("?konto=", StringComparison.Ordinal));

    private static string LinkOn(Page page) => page.ValueOf("Link") ?? throw new InvalidOperationException($"No link at {page.Where}");

    private static Task<Page> SetAsync(Page page, string password) => Forms.SubmitAsync(page, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Neues Passwort"] = password,
        ["Neues Passwort noch einmal"] = password,
    }, "Passwort festlegen");
}
