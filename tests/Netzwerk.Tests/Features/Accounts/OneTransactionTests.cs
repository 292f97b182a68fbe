using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

/// <summary>What an act changes at an account, its mail and its audit are stored together or not at all.</summary>
public sealed class OneTransactionTests
{
    private const string Room = "/verwaltung/konten", SetUp = "/konto/zweiter-faktor", NewPassword = "Kranich Teelicht Bagger Violine";

    [Theory]
    [InlineData("password", "Audit")]
    [InlineData("password", "OutboxMails")]
    [InlineData("link", "Audit")]
    [InlineData("app", "Audit")]
    [InlineData("app", "OutboxMails")]
    [InlineData("codes", "Audit")]
    [InlineData("codes", "OutboxMails")]
    [InlineData("app removed", "Audit")]
    [InlineData("app removed", "OutboxMails")]
    [InlineData("invited", "Audit")]
    [InlineData("invited", "OutboxMails")]
    [InlineData("invited again", "Audit")]
    [InlineData("invited again", "OutboxMails")]
    [InlineData("link made", "Audit")]
    [InlineData("factor reset", "Audit")]
    [InlineData("factor reset", "OutboxMails")]
    [InlineData("roles", "Audit")]
    [InlineData("role removed", "Audit")]
    [InlineData("removed", "Audit")]
    public async Task When_mail_or_audit_cannot_be_stored_nothing_of_the_act_is(string act, string table)
    {
        await using var app = new TestApp();
        var send = await PrepareAsync(app, act);
        var before = await StoredAsync(app);

        await app.RefuseAsync("INSERT", table);
        await send();
        await app.TakeAgainAsync("INSERT", table);

        Assert.Equal(before, await StoredAsync(app));
        // The same act goes through where nothing is in the way.
        await send();
        Assert.NotEqual(before, await StoredAsync(app));
    }

    [Fact]
    public async Task Of_two_authenticators_set_up_at_once_the_one_that_is_told_so_opens()
    {
        await using var app = new TestApp();
        var id = await app.AccountAsync(Cast.Staff);
        // Two devices, because one browser would mix up what each page tells.
        var pages = new List<Page>();
        for (var device = 0; device < 2; device++) pages.Add(await (await app.EnteredAsync(Cast.Staff)).OpenAsync(SetUp + "/app"));
        var forms = pages.Select(page => Forms.Fill(page, new Dictionary<string, string> { ["Code aus der App"] = Authenticator.CodeOf(app, KeyOn(page)) }, "App einrichten")).ToList();

        // Both have read the account when the first of them writes.
        await using var scope = app.Services.CreateAsyncScope();
        var turn = await scope.ServiceProvider.GetRequiredService<CommonTurn>().TakeAsync();
        var both = forms.ConvertAll(form => Task.Run(() => form.SendAsync()));
        await Task.Delay(TimeSpan.FromSeconds(4));
        await turn.DisposeAsync();
        var answers = await Task.WhenAll(both);

        var winner = Assert.Single(answers.Index(), answer => answer.Item.Heading == "Ihre Wiederherstellungscodes").Index;
        Assert.Contains("Hier ist nichts gespeichert", answers[1 - winner].Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.DbAsync(db => db.Audit.CountAsync(entry => entry.Act == AuditAct.SecondFactorAdded)));
        Assert.Equal(1, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.AccountId == id)));
        await app.DbAsync(db => db.UserTokens.Where(token => token.Name == "app-step").ExecuteDeleteAsync());
        var step = await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password);
        Assert.Equal("/verwaltung", (await Forms.SubmitAsync(step, new Dictionary<string, string> { ["Code"] = Authenticator.CodeOf(app, KeyOn(pages[winner])) }, "Weiter")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Of_two_passwords_set_at_once_by_one_link_one_is_stored_and_the_other_is_told()
    {
        await using var app = new TestApp();
        using var organizer = await app.EnteredAsync(Cast.Organizer);
        var path = await LinkAsync(app, organizer);
        string[] passwords = [NewPassword, NewPassword + " zwei"];
        var forms = new List<FilledForm>();
        foreach (var password in passwords) forms.Add(Forms.Fill(await app.OpenAsync(path), Passwords(password), "Passwort festlegen"));

        await using var scope = app.Services.CreateAsyncScope();
        var turn = await scope.ServiceProvider.GetRequiredService<CommonTurn>().TakeAsync();
        var both = forms.ConvertAll(form => Task.Run(() => form.SendAsync()));
        await Task.Delay(TimeSpan.FromSeconds(4));
        await turn.DisposeAsync();
        var answers = await Task.WhenAll(both);

        var winner = Assert.Single(answers.Index(), answer => answer.Item.Heading == "Ihr Passwort ist festgelegt").Index;
        Assert.Equal(1, await app.DbAsync(db => db.Audit.CountAsync(entry => entry.Act == AuditAct.PasswordChanged)));
        Assert.Equal(SetUp, (await app.Browser().EnterAsync(Cast.Staff.Email, passwords[winner])).Url.AbsolutePath);
    }

    /// <summary>Everything up to the POST.</summary>
    private static async Task<Func<Task>> PrepareAsync(TestApp app, string act)
    {
        var organizer = await app.EnteredAsync(Cast.Organizer);
        var staff = await app.AccountAsync(Cast.Staff);
        FilledForm form;
        switch (act)
        {
            case "password":
                form = Forms.Fill(await organizer.OpenAsync("/konto/passwort"), Passwords(NewPassword, Colleague.Password), "Passwort ändern");
                break;
            case "link":
                form = Forms.Fill(await app.OpenAsync(await LinkAsync(app, organizer)), Passwords(NewPassword), "Passwort festlegen");
                break;
            case "app":
                var page = await (await app.EnteredAsync(Cast.Staff)).OpenAsync(SetUp + "/app");
                form = Forms.Fill(page, new Dictionary<string, string> { ["Code aus der App"] = Authenticator.CodeOf(app, KeyOn(page)) }, "App einrichten");
                break;
            case "codes":
                form = Forms.Fill(await organizer.OpenAsync(SetUp), new Dictionary<string, string>(), "Neue Codes machen");
                break;
            case "app removed":
                form = Forms.Fill(await organizer.OpenAsync(SetUp + "/app/entfernen"), new Dictionary<string, string> { ["Passwort"] = Colleague.Password }, "Ja, entfernen");
                break;
            case "invited":
                form = Forms.Fill(await organizer.OpenAsync(Room + "/neu"), Invitation, "Einladung schicken");
                break;
            case "invited again":
                form = Forms.Fill(await Forms.SubmitAsync(await organizer.OpenAsync(Room + "/neu"), Invitation, "Einladung schicken"), new Dictionary<string, string>(), "Einladung noch einmal schicken");
                break;
            case "link made":
                form = Forms.Fill(await organizer.OpenAsync($"{Room}/{staff}"), new Dictionary<string, string>(), "Neuer Passwort-Link");
                break;
            case "factor reset":
                await app.GiveAuthenticatorAsync(staff);
                form = Forms.Fill(await organizer.OpenAsync($"{Room}/{staff}/zweiter-faktor"), new Dictionary<string, string>(), "Ja, zurücksetzen");
                break;
            case "roles":
                form = Forms.Fill(await organizer.OpenAsync($"{Room}/{staff}"), new Dictionary<string, string> { ["Betreuung: sieht nur die Betreuungsliste"] = Forms.Ticked, ["Gilt für"] = "Alle Veranstaltungen" }, "Rollen hinzufügen");
                break;
            case "role removed":
                form = Forms.Fill(await organizer.OpenAsync($"{Room}/{staff}"), new Dictionary<string, string>(), "Rolle entfernen");
                break;
            default:
                form = Forms.Fill(await organizer.OpenAsync($"{Room}/{staff}/entfernen"), new Dictionary<string, string>(), "Ja, entfernen");
                break;
        }
        return () => form.SendAsync();
    }

    private static async Task<string> LinkAsync(TestApp app, HttpClient organizer)
    {
        var shown = await Forms.SubmitAsync(await organizer.OpenAsync($"{Room}/{await app.AccountAsync(Cast.Staff)}"), "Neuer Passwort-Link");
        return new Uri(shown.ValueOf("Link")!).PathAndQuery;
    }

    private static Dictionary<string, string> Invitation => new()
    {
        ["Name"] = "Neu Probe",
        ["E-Mail-Adresse"] = "neu@netzwerk.test",
        ["Mitarbeit: Anmeldungen ansehen und aufnehmen, öffnen und schließen"] = Forms.Ticked,
        ["Gilt für"] = "Alle Veranstaltungen",
    };

    private static Dictionary<string, string> Passwords(string password, string? current = null)
    {
        var values = new Dictionary<string, string> { ["Neues Passwort"] = password, ["Neues Passwort noch einmal"] = password };
        if (current is not null) values["Jetziges Passwort"] = current;
        return values;
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(TestApp app) =>
    [
        .. await app.DbAsync(db => db.Users.OrderBy(account => account.Id).Select(account => $"{account.Email} {account.PasswordHash} {account.SecurityStamp} {account.ConcurrencyStamp}").ToListAsync()),
        .. await app.DbAsync(db => db.UserTokens.OrderBy(token => token.UserId).ThenBy(token => token.Name).Select(token => $"{token.UserId} {token.Name} {token.Value}").ToListAsync()),
        .. await app.DbAsync(db => db.RoleAssignments.OrderBy(role => role.Id).Select(role => $"{role.Id} {role.Role}").ToListAsync()),
        .. await app.DbAsync(db => db.Set<OutboxMail>().OrderBy(mail => mail.Id).Select(mail => $"{mail.Id} {mail.Kind}").ToListAsync()),
        .. await app.DbAsync(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => $"{entry.Id} {entry.Act}").ToListAsync()),
    ];

    /// <summary>Reads the key as somebody who types it into the app.</summary>
    private static byte[] KeyOn(Page page)
    {
        var text = string.Concat(Page.Words(page.Document.QuerySelector("main b.nw-figure")!).Where(char.IsAsciiLetterOrDigit));
        var bits = string.Concat(text.Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}
