using System.Net;
using MimeKit;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Demo;

public class MailboxTests
{
    [Fact]
    public async Task A_family_reads_its_mail_as_it_would_at_home()
    {
        await using var app = new DemoApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await PutAsync(app, app.Inbox.SingleTo(Cast.Anna.Email).Message);

        var list = await app.OpenAsync("/demo/postfach");
        Assert.Contains(Cast.Anna.Email, list.Text, StringComparison.Ordinal);
        var mail = await list.FollowAsync(app.Inbox.SingleTo(Cast.Anna.Email).Message.Subject!);

        Assert.Contains("Sie sind angemeldet", mail.Text, StringComparison.Ordinal);
        Assert.Contains("auto-generated", mail.Text, StringComparison.Ordinal);
        Assert.Contains(mail.Document.QuerySelectorAll("main a[href]"), a => a.GetAttribute("href")!.EndsWith(app.Inbox.Mails[0].PersonalLink!, StringComparison.Ordinal));
        var frame = mail.Document.QuerySelector("iframe")!;
        Assert.EndsWith("; frame-src 'self'", mail.Header("Content-Security-Policy"), StringComparison.Ordinal);
        var html = await app.OpenAsync(frame.GetAttribute("src")!);
        Assert.Equal("sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'", html.Header("Content-Security-Policy"));
        Assert.Equal("Sie sind angemeldet", html.Heading);
        var calendar = await mail.FollowAsync("termin.ics");
        Assert.StartsWith("attachment; filename=termin.ics", calendar.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR", calendar.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_mail_stands_first_and_an_empty_box_says_so()
    {
        await using var app = new DemoApp();
        Assert.Contains("Noch keine E-Mail", (await app.OpenAsync("/demo/postfach")).Text, StringComparison.Ordinal);

        for (var i = 1; i <= 52; i++) await PutAsync(app, Message($"Nummer {i}"));

        var first = await app.OpenAsync("/demo/postfach");
        Assert.Equal("Nummer 52", Page.Words(first.Document.QuerySelector(".nw-items a")!));
        var second = await first.FollowAsync("Ältere");
        Assert.Equal(["Nummer 2", "Nummer 1"], second.Document.QuerySelectorAll(".nw-items a").Select(Page.Words));
    }

    [Theory]
    [InlineData("../netzwerk.db")]
    [InlineData("..%2Fnetzwerk.db")]
    [InlineData("%2e%2e%2fkeys%2flinks.key")]
    [InlineData("nichts")]
    public async Task Nothing_outside_the_mailbox_is_shown(string id)
    {
        await using var app = new DemoApp();
        await PutAsync(app, Message("Eine"));

        foreach (var tail in new[] { "", "/html", "/anhang/0" })
            Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync($"/demo/postfach/{id}{tail}")).Status);
    }

    [Fact]
    public async Task An_attachment_gets_a_harmless_name()
    {
        await using var app = new DemoApp();
        var message = Message("Mit Anhang");
        message.Body = new Multipart("mixed") { message.Body!, new MimePart("text", "html") { FileName = "../../böse\"\r\n.html", ContentDisposition = new ContentDisposition("attachment"), Content = new MimeContent(new MemoryStream([60])) } };
        await PutAsync(app, message);

        var mail = await (await app.OpenAsync("/demo/postfach")).FollowAsync("Mit Anhang");
        var link = mail.Document.QuerySelector("a[href*='/anhang/']")!;

        Assert.Matches("^[A-Za-z0-9_-][A-Za-z0-9._-]*$", Page.Words(link));
        Assert.StartsWith("attachment;", (await app.OpenAsync(link.GetAttribute("href")!)).Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(link.GetAttribute("href")!.Replace("/anhang/0", "/anhang/7", StringComparison.Ordinal))).Status);
    }

    private static MimeMessage Message(string subject)
    {
        var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = "Guten Tag" } };
        message.From.Add(new MailboxAddress("", "netzwerk@netzwerk.test"));
        message.To.Add(new MailboxAddress("", Cast.Bernd.Email));
        return message;
    }

    private static async Task PutAsync(DemoApp app, MimeMessage message)
    {
        var put = await new FolderTransport(Path.Combine(app.DataFolder, "mails"), app.MailClock()).SendAsync(message, CancellationToken.None);
        Assert.Equal(DeliveryOutcome.Accepted, put.Outcome);
    }
}
