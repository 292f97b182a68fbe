using System.Net;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Mails;

public class MailRoomTests
{
    private const string Again = "Noch einmal senden";

    [Fact]
    public async Task Every_mail_stands_with_kind_reader_and_state_in_words()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();

        var page = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails);

        Assert.Contains("1 E-Mail, zuerst was nicht ankam", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Anmeldebestätigung an Anna Öztürk, {anna.Reference}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Gesendet Mo.,\u00A024.", page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Rooms.Event}/anmeldungen/{anna.Id}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("250 OK", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_mail_shows_the_servers_answer_and_goes_out_again()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Refused, "550 5.2.2 Postfach voll");
        await app.DeliverMailAsync();
        var page = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails);
        Assert.Contains("Abgewiesen", page.Text, StringComparison.Ordinal);
        Assert.Contains("Antwort des Mailservers: 550 5.2.2 Postfach voll", page.Text, StringComparison.Ordinal);

        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Accepted, "250 OK");
        page = await Forms.SubmitAsync(page, Again);
        await app.DeliverMailAsync();

        Assert.Contains("Die E-Mail geht noch einmal hinaus.", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("Anmeldebestätigung", app.Inbox.SingleTo(Cast.Anna.Email).Subject, StringComparison.Ordinal);
        var entry = Assert.Single(await Rooms.AuditAsync(app, AuditAct.MailSentAgain));
        Assert.Equal(("Stefan Probe", anna.Id), (entry.By, entry.RegistrationId));
    }

    [Fact]
    public async Task A_confirmation_that_was_sent_goes_out_again_as_a_new_mail()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();

        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Mails), Again);
        await app.DeliverMailAsync();

        Assert.Contains("Die Anmeldebestätigung geht noch einmal hinaus.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Anmeldebestätigung, noch einmal an Anna Öztürk", page.Text, StringComparison.Ordinal);
        var mails = app.Inbox.To(Cast.Anna.Email);
        Assert.Equal(2, mails.Count);
        Assert.Equal(mails[0].PersonalLink, mails[1].PersonalLink);
        Assert.Equal(mails[0].Text, mails[1].Text);
        Assert.StartsWith(mails[0].Subject.TrimEnd(')') + ", noch einmal 24.10., ", mails[1].Subject, StringComparison.Ordinal);
        Assert.Equal(mails[0].Message.Attachments.Count(), mails[1].Message.Attachments.Count());
        Assert.NotEqual(mails[0].Message.MessageId, mails[1].Message.MessageId);
        Assert.Equal(1, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == MailKind.Confirmation)));
    }

    [Fact]
    public async Task What_did_not_arrive_stands_first_and_can_be_asked_for_alone()
    {
        await using var app = new TestApp();
        app.Inbox.Answer = message => message.To.ToString().Contains(Cast.Anna.Email, StringComparison.Ordinal)
            ? new Delivery(DeliveryOutcome.Refused, "550 5.1.1 unbekannt") : new Delivery(DeliveryOutcome.Deferred, "450 4.2.0 später");
        await app.RegisterAsync(Cast.Anna);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RegisterAsync(Cast.Bernd);
        await app.DeliverMailAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RegisterAsync(Cast.Dilan);

        var all = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails);
        Assert.Equal(["Anna Öztürk", "Bernd Müller-Voß", "Đ O'Şahin"], Readers(all));
        Assert.Contains("Nächster Versuch in 1 Minute", all.Text, StringComparison.Ordinal);
        Assert.Contains("Geht gleich hinaus", all.Text, StringComparison.Ordinal);

        async Task<Page> AskAsync(string state, string kind) =>
            await Forms.SubmitAsync(all, new Dictionary<string, string> { ["Zustand"] = state, ["Art"] = kind }, "Anzeigen");
        Assert.Equal(["Anna Öztürk", "Bernd Müller-Voß"], Readers(await AskAsync("Zu prüfen", "Anmeldebestätigung")));
        Assert.Equal(["Bernd Müller-Voß", "Đ O'Şahin"], Readers(await AskAsync("Warten", "Alle")));
        Assert.Contains("Dazu gibt es keine E-Mail.", (await AskAsync("Gesendet", "Alle")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_have_arrived_twice_is_marked()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Unknown, "Keine Antwort nach der Übergabe");
        await app.DeliverMailAsync();
        Assert.Contains("Ungewiss", (await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails)).Text, StringComparison.Ordinal);

        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Accepted, "250 OK");
        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails), Again);
        await app.DeliverMailAsync();

        Assert.Contains("vielleicht doppelt", (await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_person_gets_no_mail_and_is_not_named()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var form = Forms.Fill(await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails), new Dictionary<string, string>(StringComparer.Ordinal), Again);
        await app.DbAsync(async db =>
        {
            (await db.Registrations.SingleAsync(registration => registration.Id == anna.Id)).Erase(app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        var page = await form.SendAsync();

        Assert.Contains("Diese E-Mail lässt sich gerade nicht noch einmal senden.", page.Text, StringComparison.Ordinal);
        Assert.Contains("die Person ist gelöscht", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Öztürk", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Anna.Email, page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton(Again));
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.MailSentAgain));
    }

    [Fact]
    public async Task Unknown_mails_missing_tokens_and_carers_change_nothing()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var form = Forms.Fill(await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails), new Dictionary<string, string>(StringComparer.Ordinal), Again);

        Assert.Equal(HttpStatusCode.NotFound, (await (form with { Action = new Uri(form.Page.Url, $"{Rooms.Mails}/{Guid.NewGuid()}/noch-einmal") }).SendAsync()).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await form.Without("__RequestVerificationToken").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await form.SendAsync(await app.SignInAsync(Cast.Carer))).Status);

        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.MailSentAgain));
    }

    [Fact]
    public async Task Fifty_stand_on_a_page()
    {
        await using var app = new TestApp();
        var ev = await app.EventAsync();
        await app.DbAsync(async db =>
        {
            for (var i = 0; i < 51; i++)
            {
                db.Add(new OutboxMail("netzwerk.test", app.Clock.GetUtcNow().UtcDateTime.AddMinutes(i))
                {
                    Kind = MailKind.ClosingReport,
                    EventId = ev.Id,
                    ToAddress = $"nr{i}@example.org",
                    ToName = $"Nr. {i}",
                    Subject = "Probe",
                    TextBody = "Probe",
                    HtmlBody = "Probe",
                });
            }
            return await db.SaveChangesAsync();
        });

        var first = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails);
        var second = await first.FollowAsync("Nächste Seite");

        Assert.Equal((50, 1), (first.Document.QuerySelectorAll(".nw-items li").Length, second.Document.QuerySelectorAll(".nw-items li").Length));
        Assert.Contains("nr0@example.org", second.Text, StringComparison.Ordinal);
        Assert.Contains("Seite 2 von 2", (await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails + "?seite=99")).Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Readers(Page page) => page.Document.QuerySelectorAll(".nw-items a[href*='/anmeldungen/']:not([href$='/adresse'])").Select(Page.Words);
}
