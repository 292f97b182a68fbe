using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

public sealed class PrivacyTests
{
    /// <summary>Her name, address, number, child and question stand for everybody's; none of them may show up where it does not belong.</summary>
    private static readonly Parent Canary = new("Kanarina", "Vogelsang", "kanarina.vogelsang@example.org", "0171 5550199");
    private static readonly string[] Words = ["Kanarina", "Vogelsang", "kanarina", "vogelsang", "5550199", "Piepmatz", "Futterfrage", "Vogelfutter", "203.0.113.77"];

    [Fact]
    public async Task Nothing_that_a_family_typed_appears_in_a_log()
    {
        await using var app = new TestApp(("Limits:FormsPerAddress", "7"), ("Limits:FormsPerAddressAndMinute", "1"));
        var browser = app.Browser(from: "203.0.113.77");
        app.Inbox.Answer = message => new Delivery(DeliveryOutcome.Deferred, $"450 {message.To} kommt später");
        await app.AskAsync(Asked.Bus);
        var answers = Answers.Of(Canary, question: "Futterfrage");
        answers[Asked.BusLabel] = "Vogelfutter";
        await Forms.SubmitAsync(await browser.OpenAsync(Answers.FormPath), answers, "Weiter");
        var check = await app.ToCheckAsync(Canary, browser, "Futterfrage", new ChildInCare("Piepmatz", 3, true));
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"Audit\" RENAME TO \"AuditAway\""));
        await Forms.SubmitAsync(check, "Jetzt anmelden");
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"AuditAway\" RENAME TO \"Audit\""));
        await Forms.SubmitAsync(check, "Jetzt anmelden");
        for (var i = 0; i < 6; i++) await Forms.SubmitAsync(check, "Zurück");
        await app.DeliverMailAsync();
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Accepted, "250");
        await app.RegisterAsync(Canary with { GivenName = "Kanarina Zwei" });
        await app.DeliverMailAsync();
        var link = app.Inbox.To(Canary.Email)[^1].PersonalLink!;
        await browser.OpenAsync(link);
        await browser.OpenAsync(link + "x");
        var desk = await app.SignInAsync(Cast.Organizer);
        await desk.OpenAsync("/verwaltung/veranstaltungen/jubilaeum-2022/anmeldungen?suche=Vogelsang&q=Vogelsang");
        await desk.GetAsync("/verwaltung/veranstaltungen/jubilaeum-2022/teilnehmerliste.csv");
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"DROP TABLE \"Children\""));
        await browser.OpenAsync(link);

        Assert.NotEmpty(app.Log.Lines);
        Assert.All(Words, trace => Assert.DoesNotContain(trace, app.Log.All, StringComparison.Ordinal));
        Assert.DoesNotContain(link.Split('/')[^1], app.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_of_a_personal_link_is_stored_nowhere()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Canary);
        await app.DeliverMailAsync();
        var token = app.Inbox.SingleTo(Canary.Email).PersonalLink!.Split('/')[^1];
        Assert.Equal(43, token.Length);

        Assert.Empty(Traces.Of(app, token));
        Assert.True(Traces.Of(app, "Vogelsang").Count > 0, "The search looks in the wrong place");
    }

    [Fact]
    public async Task Mails_hold_nothing_about_children()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Canary, question: "Futterfrage", children: new ChildInCare("Piepmatz", 3, true));
        await app.DeliverMailAsync();
        var mail = app.Inbox.SingleTo(Canary.Email);

        Assert.All((string[])[mail.Subject, mail.Text, mail.Html, mail.Calendar!], part => Assert.DoesNotContain("Piepmatz", part, StringComparison.Ordinal));
        Assert.DoesNotContain("Vogelsang", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("1 Kind in der Betreuung", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_that_nobody_asked_for_change_nothing()
    {
        await using var app = new TestApp();
        var key = Guid.CreateVersion7();
        var who = Forms.Fill(await app.OpenAsync(Answers.FormPath), Answers.Of(Cast.Anna), "Weiter");
        foreach (var (name, value) in ((string, string)[])[
            ("Form.Id", key.ToString()), ("Form.Key", key.ToString()), ("Id", key.ToString()), ("Key", key.ToString()), ("Form.Reference", "NW-AAAAAA"),
            ("Form.TakenInBy", "Karin"), ("Form.Knowingly", "true"), ("Form.ArrivedAt", "2020-01-01"), ("Form.Children[0].FirstName", "Heimlich"), ("Children[0].FirstName", "Heimlich")])
            who = who.With(name, value);
        var check = Forms.Fill(await who.SendAsync(), new Dictionary<string, string>(), "Jetzt anmelden").With("TakenInBy", "Karin").With("Form.GivenName", "Andere").With("Knowingly", "true");
        await check.SendAsync();

        var stored = Assert.Single(await app.RegistrationsAsync());
        Assert.NotEqual(key, stored.Id);
        Assert.Equal(("Anna", null, false, 0, app.Clock.GetUtcNow().UtcDateTime), (stored.GivenName, stored.TakenInBy, stored.LetInKnowingly, stored.Children.Count, stored.ArrivedAt));
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task Keys_and_database_are_only_for_the_owner()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna);
        if (OperatingSystem.IsWindows()) return;

        Assert.All(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "keys")), file =>
#pragma warning disable CA1416 // Guarded two lines above; the analyzer does not look into lambdas.
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
#pragma warning restore CA1416
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task The_site_runs_on_versions_that_get_fixes()
    {
        await using var app = new TestApp();
        await using var connection = new SqliteConnection($"Data Source={app.DatabaseFile}");

        Assert.Equal(10, Environment.Version.Major);
        await app.EventAsync();
        Assert.True(new Version(connection.ServerVersion) >= new Version(3, 50, 2), connection.ServerVersion);
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task Every_commit_is_on_the_disk_before_it_is_answered()
    {
        await using var app = new TestApp();

        async Task<string> PragmaAsync(string name) => await app.DbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            return $"{await command.ExecuteScalarAsync()}";
        });
        Assert.Equal(("wal", "2", "1", "1"), (await PragmaAsync("journal_mode"), await PragmaAsync("synchronous"), await PragmaAsync("foreign_keys"), await PragmaAsync("secure_delete")));
    }
}
