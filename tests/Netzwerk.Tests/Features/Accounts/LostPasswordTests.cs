using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Netzwerk.Domain;
using Netzwerk.Features.Accounts;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

public sealed class LostPasswordTests
{
    private const string Path = "/konto/passwort-vergessen";
    private const string Fresh = "Kranich Teelicht Bagger Violine";

    [Fact]
    public async Task A_link_by_mail_sets_a_new_password_once_and_ends_every_session()
    {
        await using var app = new ClockedApp();
        var desk = await app.EnteredAsync(Cast.Staff);
        await AskAsync(app, "STEFAN@netzwerk.test");

        var link = LinkIn(Assert.Single(app.Inbox.To(Cast.Staff.Email)));
        Assert.Equal("Mein Konto", (await desk.OpenAsync("/konto")).Heading);
        var page = await app.OpenAsync(link);
        Assert.Equal("Ihr Passwort ist festgelegt", (await SetAsync(page)).Heading);

        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SetAsync(page)).Status);
        app.SystemClock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(Door.Path, (await desk.OpenAsync("/konto")).Url.AbsolutePath);
        Assert.Equal("/verwaltung", (await app.ConfirmAsync(await app.Browser().EnterAsync(Cast.Staff.Email, Fresh))).Url.AbsolutePath);
        await app.DeliverMailAsync();
        Assert.Contains("Ihr Passwort wurde geändert.", app.Inbox.To(Cast.Staff.Email)[^1].Text, StringComparison.Ordinal);
        Assert.Equal([AuditAct.PasswordMailAsked, AuditAct.PasswordChanged], await app.DbAsync(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task While_nothing_can_be_stored_what_was_typed_stays()
    {
        await using var app = new TestApp();
        var page = await app.OpenAsync(Path);
        await app.RefuseAsync("INSERT", "AskedMails");

        var answer = await Forms.Fill(page, new Dictionary<string, string>(StringComparer.Ordinal) { ["E-Mail-Adresse"] = Cast.Staff.Email }, "Link schicken").SendAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("Wir können gerade nichts speichern", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Cast.Staff.Email}\"", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_factor_stays()
    {
        await using var app = new TestApp();
        await app.EnteredAsync(Cast.Organizer);
        await AskAsync(app, Cast.Organizer.Email);

        await SetAsync(await app.OpenAsync(LinkIn(app.Inbox.SingleTo(Cast.Organizer.Email))));

        Assert.Equal("Sind Sie es wirklich?", (await app.Browser().EnterAsync(Cast.Organizer.Email, Fresh)).Heading);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answer_for_which_the_database_is_not_asked()
    {
        await using var app = new TestApp(("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "Information"));
        await app.AccountAsync(Cast.Staff);
        var form = await app.OpenAsync(Path);
        var answers = new List<Page>();
        app.Log.Lines.Clear();

        foreach (var email in new[] { Cast.Staff.Email, "niemand@netzwerk.test" }) answers.Add(await FillAsync(form, email));

        Assert.Equal(answers[0].Html, answers[1].Html);
        Assert.Equal(answers[0].Url, answers[1].Url);
        // What asked is noted, and nothing else touched: both cost the same.
        Assert.All(app.Log.Lines.Where(line => line.Contains("Executed DbCommand", StringComparison.Ordinal)), line => Assert.Contains("AskedMails", line, StringComparison.Ordinal));
        Assert.Equal(0, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync()));
        await app.Services.GetRequiredService<LostPasswords>().SendDueAsync();
        Assert.Equal(Cast.Staff.Email, Assert.Single(await app.DbAsync(db => db.Set<OutboxMail>().ToListAsync())).ToAddress);
    }

    [Fact]
    public async Task One_network_gets_three_such_mails_a_day_and_more_only_while_a_link_holds()
    {
        await using var app = new ClockedApp();
        await app.AccountAsync(Cast.Staff);

        for (var i = 0; i < 9; i++)
        {
            await AskAsync(app, Cast.Staff.Email);
            if (i == 2) Assert.Equal(3, app.Inbox.To(Cast.Staff.Email).Count);
        }
        Assert.Equal(6, app.Inbox.To(Cast.Staff.Email).Count);
        Assert.All(await app.DbAsync(db => db.Set<OutboxMail>().ToListAsync()), row => Assert.DoesNotContain("code=", row.TextBody + row.HtmlBody, StringComparison.Ordinal));
        app.Clock.Advance(TimeSpan.FromHours(25));
        app.SystemClock.Advance(TimeSpan.FromHours(25));
        for (var i = 0; i < 3; i++) await AskAsync(app, Cast.Staff.Email);
        Assert.Equal(9, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync()));
        app.Clock.Advance(TimeSpan.FromHours(2));
        app.SystemClock.Advance(TimeSpan.FromHours(2));
        await AskAsync(app, Cast.Staff.Email);
        Assert.Equal(9, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync()));
    }

    [Fact]
    public async Task A_stranger_elsewhere_does_not_use_up_the_mails_of_the_owner()
    {
        await using var app = new ClockedApp();
        await app.AccountAsync(Cast.Staff);
        for (var i = 0; i < 8; i++) await AskAsync(app, Cast.Staff.Email, "203.0.113.7");
        var before = app.Inbox.To(Cast.Staff.Email).Count;
        app.Clock.Advance(TimeSpan.FromHours(3));
        app.SystemClock.Advance(TimeSpan.FromHours(3));

        await AskAsync(app, Cast.Staff.Email, "198.51.100.1");

        Assert.Equal(before + 1, app.Inbox.To(Cast.Staff.Email).Count);
    }

    [Fact]
    public async Task Its_link_lives_an_hour_and_the_invitation_three_days()
    {
        await using var app = new TestApp();

        Assert.Equal(TimeSpan.FromHours(1), app.Services.GetRequiredService<IOptions<LostPasswordOptions>>().Value.TokenLifespan);
        Assert.Equal(TimeSpan.FromDays(3), app.Services.GetRequiredService<IOptions<Microsoft.AspNetCore.Identity.DataProtectionTokenProviderOptions>>().Value.TokenLifespan);
    }

    [Fact]
    public async Task Text_that_is_no_address_is_refused_with_a_sentence()
    {
        await using var app = new TestApp();

        Assert.Single((await FillAsync(await app.OpenAsync(Path), "stefan")).Errors);
    }

    private static async Task AskAsync(TestApp app, string email, string? from = null)
    {
        Assert.Equal("Sehen Sie in Ihr Postfach", (await FillAsync(await app.Browser(from).OpenAsync(Path), email)).Heading);
        await app.Services.GetRequiredService<LostPasswords>().SendDueAsync();
        await app.DeliverMailAsync();
    }

    private static Task<Page> FillAsync(Page form, string email) =>
        Forms.SubmitAsync(form, new Dictionary<string, string>(StringComparer.Ordinal) { ["E-Mail-Adresse"] = email }, "Link schicken");

    private static string LinkIn(ReceivedMail mail) => new Uri(mail.Text.Split('\n').Single(line => line.Contains("?konto=", StringComparison.Ordinal))).PathAndQuery;

    private static Task<Page> SetAsync(Page page) => Forms.SubmitAsync(page, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Neues Passwort"] = Fresh,
        ["Neues Passwort noch einmal"] = Fresh,
    }, "Passwort festlegen");
}
