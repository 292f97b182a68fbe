using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Features.Accounts;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Mail.Kit;
using Netzwerk.Tests.Operation;

namespace Netzwerk.Tests.Processes;

/// <summary>
/// Two processes of the site behind Debian's nginx, as the README says, each request at the other one: on PostgreSQL, and on one file of
/// SQLite on one machine.
/// </summary>
public sealed class BehindNginxTests
{
    private const int Families = 24;

    [Fact]
    public async Task Visitors_and_staff_do_not_notice_that_there_are_two_nor_that_one_is_killed()
    {
        var site = new Uri($"https://localhost:{Nginx.FreePort()}/");
        // Only its hands are used: it puts things where the test begins, and looks at what is stored.
        await using var app = new TestApp();
        await app.ChangeEventAsync(Ahead);
        await app.GiveAuthenticatorAsync(await app.AccountAsync(Cast.Staff));
        using var mailServer = new MisbehavingSmtpServer(SmtpFault.None);
        var running = await Task.WhenAll(RunningSite.StartAsync(app, site, mailServer.Port), RunningSite.StartAsync(app, site, mailServer.Port));
        using var one = running[0];
        using var other = running[1];
        using var nginx = await Nginx.StartAsync(site.Port, one.Address, other.Address);
        using var family = Nginx.Visitor(site);
        using var staff = Nginx.Visitor(site);

        await SignUpAsync(app, family, Cast.Anna);
        var room = await EnterAsync(app, site, staff);
        await CloseAndOpenAsync(app, site, family, staff, room);

        var sendings = (await Task.WhenAll(Enumerable.Range(0, Families).Select(number => CheckAsync(app, site, number)))).Select(check => Task.Run(() => check.SendAsync())).ToList();
        await Task.WhenAny(sendings);
        one.Kill();
        var answers = await Task.WhenAll(sendings);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.Status));
        var stored = await app.RegistrationsAsync();
        Assert.Equal(Families + 1, stored.Count);
        Assert.Equal(stored.Sum(registration => registration.Party.Seats), (await app.EventAsync()).SeatsTaken);
        for (var i = 0; i < 4; i++) Assert.Equal(HttpStatusCode.OK, (await staff.OpenAsync(Rooms.Event)).Status);
        await EachMailOnceAsync(app, mailServer);
        Assert.DoesNotContain(" 500 ", nginx.Logs, StringComparison.Ordinal);
        Assert.All((string[])["fail: Microsoft", "fail: Netzwerk.Features", "fail: Netzwerk.Mail"], trouble => Assert.DoesNotContain(trouble, one.Words + other.Words, StringComparison.Ordinal));
    }

    /// <summary>Through all steps, each at another process than the one before.</summary>
    private static async Task SignUpAsync(TestApp app, HttpClient family, Parent parent)
    {
        var check = await app.ToCheckAsync(parent, family, children: new ChildInCare("Mia", 4, false));
        var form = await family.OpenAsync(Answers.FormPath);
        var sent = await Forms.SubmitAsync(check, "Jetzt anmelden");
        var done = await family.OpenAsync(sent.Response.Headers.Location!.ToString());

        Assert.Equal("Sie sind angemeldet", done.Heading);
        Assert.Equal(2, new[] { check, form, sent, done }.Select(page => page.Header(Nginx.AnsweredBy)).Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<Page> EnterAsync(TestApp app, Uri site, HttpClient staff)
    {
        var answer = await app.ConfirmAsync(await staff.EnterAsync(Cast.Staff.Email, Colleague.Password));
        Assert.Equal("/verwaltung", new Uri(site, answer.Response.Headers.Location!).AbsolutePath);
        var pages = new[] { await staff.OpenAsync(Rooms.Event), await staff.OpenAsync(Rooms.Event), await staff.OpenAsync("/konto") };
        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Equal(2, pages.Select(page => page.Header(Nginx.AnsweredBy)).Distinct(StringComparer.Ordinal).Count());
        return pages[0];
    }

    private static async Task CloseAndOpenAsync(TestApp app, Uri site, HttpClient family, HttpClient staff, Page room)
    {
        var checks = new[] { await CheckAsync(app, site, 1001), await CheckAsync(app, site, 1002) };
        await Forms.SubmitAsync(room, "Anmeldung schließen");
        // The very next two requests, one at each process.
        foreach (var check in checks) Assert.NotEqual(HttpStatusCode.Found, (await check.SendAsync(family)).Status);
        Assert.Single(await app.RegistrationsAsync());
        await Task.Delay(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 2; i++) Assert.False((await family.OpenAsync(Answers.FormPath)).HasField("Vorname"));
        await Forms.SubmitAsync(await staff.OpenAsync(Rooms.Event), "Nach Zeitplan");
        await Task.Delay(TimeSpan.FromSeconds(1));
    }

    private static async Task<FilledForm> CheckAsync(TestApp app, Uri site, int number) =>
        Forms.Fill(await app.ToCheckAsync(new Parent($"Nr{number}", "Viele", $"nr{number}@example.org", null), Nginx.Visitor(site)), new Dictionary<string, string>(StringComparer.Ordinal), "Jetzt anmelden");

    /// <summary>What the killed process had claimed waits for its lease to run out, and may come a second time: marked.</summary>
    private static async Task EachMailOnceAsync(TestApp app, MisbehavingSmtpServer server)
    {
        for (var tries = 0; tries < 240 && await app.DbAsync(db => db.Set<OutboxMail>().AnyAsync(mail => mail.State != MailState.Sent)); tries++) await Task.Delay(500);

        var rows = await app.DbAsync(db => db.Set<OutboxMail>().AsNoTracking().ToListAsync());
        var delivered = server.Taken.Select(text => MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text))).MessageId).ToList();
        Assert.Equal(Families + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(MailState.Sent, row.State));
        Assert.Equal(rows.Select(row => row.MessageId).Order(StringComparer.Ordinal), delivered.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var twice = delivered.GroupBy(id => id, StringComparer.Ordinal).Where(copies => copies.Count() > 1).ToList();
        Assert.True(twice.Count <= 1 && twice.TrueForAll(copies => copies.Count() == 2 && rows.Single(row => row.MessageId == copies.Key).PossiblyDuplicate), $"{twice.Count} came twice");
    }

    /// <summary>The anniversary of next month: these processes know no clock but the real one.</summary>
    private static void Ahead(Event ev)
    {
        var today = BerlinTime.DateOf(TimeProvider.System.GetUtcNow().UtcDateTime);
        (ev.Date, ev.DeadlineBound) = (today.AddDays(30), BerlinTime.EndOfDay(today.AddDays(20)));
    }
}
