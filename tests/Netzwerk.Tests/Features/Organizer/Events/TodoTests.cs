using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Features.Organizer.Attendees;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

/// <summary>„Zu tun“ on the organiser's start page: who sees which line, and that it goes once it is settled.</summary>
public class TodoTests
{
    private const string Home = "/verwaltung";
    private static readonly ChildInCare Mia = new("Mia", 1, true);

    [Fact]
    public async Task Nothing_to_do_is_said_in_a_sentence_with_the_next_date()
    {
        await using var app = new TestApp();

        var quiet = await Rooms.OpenAsync(app, Cast.Organizer, Home);
        var carer = await Rooms.OpenAsync(app, Cast.Carer, Home);

        Assert.Equal("Zu tun Gerade ist nichts zu tun. Als Nächstes ist am Fr., 4. November Anmeldeschluss: Jubiläumsfeier.", Block(quiet));
        Assert.DoesNotContain("Zu tun", carer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wanted_call_is_for_organisers_only_and_goes_once_it_is_noted()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 0, Mia);
        var desk = await app.SignInAsync(Cast.Organizer);

        var row = Assert.Single(Rows(await desk.OpenAsync(Home)));

        Assert.Equal("1 Familie anrufen Jubiläumsfeier. Gewünscht wegen eines Kindes, seit heute.", row.Words);
        Assert.Contains(Cast.Anna.FamilyName, (await desk.OpenAsync(row.Href)).Text, StringComparison.Ordinal);
        foreach (var colleague in new[] { Cast.Staff, Cast.Carer })
        {
            var other = await Rooms.OpenAsync(app, colleague, Home);
            Assert.Empty(Rows(other));
            Assert.DoesNotContain("anrufen", other.Text, StringComparison.Ordinal);
        }
        await Forms.SubmitAsync(await desk.OpenAsync(Desk.PathOf(anna)), "Als erledigt eintragen");
        Assert.Empty(Rows(await desk.OpenAsync(Home)));
    }

    [Fact]
    public async Task A_refused_mail_waits_until_it_is_sent_again_or_its_family_does_not_come()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        await app.RegisterAsync(Cast.Bernd);
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Refused, "550 5.1.1 unknown");
        await app.DeliverMailAsync();
        var desk = await app.SignInAsync(Cast.Staff);

        var row = Assert.Single(Rows(await desk.OpenAsync(Home)));

        Assert.StartsWith("2 E\u2011Mails kamen nicht an Jubiläumsfeier.", row.Words, StringComparison.Ordinal);
        var room = await desk.OpenAsync(row.Href);
        Assert.Contains("2 E-Mails gefunden", room.Text, StringComparison.Ordinal);
        await app.CancelAsync(anna.Id);
        Assert.StartsWith("1 E\u2011Mail kam nicht an", Assert.Single(Rows(await desk.OpenAsync(Home))).Words, StringComparison.Ordinal);
        await Forms.SubmitAsync(await desk.OpenAsync(row.Href), "Noch einmal senden");
        Assert.Empty(Rows(await desk.OpenAsync(Home)));
    }

    [Fact]
    public async Task Mails_that_do_not_get_through_are_said_on_top_and_on_the_events_day_to_call()
    {
        await using var app = new ClockedApp();
        await app.RegisterAsync(Cast.Anna);
        await app.RegisterAsync(Cast.Bernd);
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Deferred, "451 4.3.0 later");
        var desk = await app.SignInAsync(Cast.Staff);
        var attempts = 0;
        foreach (var minutes in new[] { 1, 5, 15 })
        {
            Assert.Empty(Rows(await desk.OpenAsync(Home)));
            attempts += await app.DeliverMailAsync();
            app.SystemClock.Advance(TimeSpan.FromMinutes(minutes));
        }
        Assert.Equal(6, attempts);

        var row = Assert.Single(Rows(await desk.OpenAsync(Home)));

        Assert.Equal("2 E\u2011Mails kommen nicht durch Jubiläumsfeier. Die älteste wartet seit heute, 10:00 Uhr. Gesendet wird von selbst, sobald der Mailserver annimmt.", row.Words);
        Assert.Contains("2 E-Mails gefunden", (await desk.OpenAsync(row.Href)).Text, StringComparison.Ordinal);
        app.Clock.SetUtcNow(Desk.Started);
        Assert.EndsWith("Die Veranstaltung ist heute: Rufen Sie die Familien an.", Assert.Single(Rows(await desk.OpenAsync(Home))).Words, StringComparison.Ordinal);
        app.Clock.SetUtcNow((await app.EventAsync()).Ends);
        Assert.Empty(Rows(await desk.OpenAsync(Home)));
    }

    [Fact]
    public async Task Mails_that_nobody_even_tries_to_send_are_said_after_an_hour()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var desk = await app.SignInAsync(Cast.Staff);
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Empty(Rows(await desk.OpenAsync(Home)));

        app.Clock.Advance(TimeSpan.FromMinutes(2));

        var row = Assert.Single(Rows(await desk.OpenAsync(Home)));
        Assert.StartsWith("1 E\u2011Mail kommt nicht durch", row.Words, StringComparison.Ordinal);
        Assert.Contains("1 E-Mail gefunden", (await desk.OpenAsync(row.Href)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Jetzt", true)]
    [InlineData("Ja, niemanden benachrichtigen", false)]
    public async Task A_move_that_nobody_was_told_of_waits_until_an_organiser_settles_it(string button, bool tells)
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Place = "Rathaus Friesoythe" }));
        var desk = await app.SignInAsync(Cast.Organizer);

        var row = Assert.Single(Rows(await desk.OpenAsync(Home)));

        Assert.StartsWith("1 Familie weiß nichts vom neuen Ort Jubiläumsfeier.", row.Words, StringComparison.Ordinal);
        Assert.Contains("So lange geht keine Erinnerung hinaus.", row.Words, StringComparison.Ordinal);
        Assert.Empty(Rows(await Rooms.OpenAsync(app, Cast.Staff, Home)));
        var page = await desk.OpenAsync(row.Href);
        await Forms.SubmitAsync(tells ? page : await page.FollowAsync("Nicht benachrichtigen"), button);
        Assert.Empty(Rows(await desk.OpenAsync(Home)));
    }

    [Fact]
    public async Task Missing_legal_texts_come_first_and_only_for_organisers_of_all_events()
    {
        await using var app = new TestApp(("Legal:Operator", ""), ("Legal:ArbitrationBody", ""));
        await app.RegisterAsync(Cast.Anna, 0, Mia);
        var elsewhere = new Colleague("Eva Probe", "eva@netzwerk.test", Role.Organizer);
        await app.AccountAsync(elsewhere, (await app.EventAsync()).Id);

        var rows = Rows(await Rooms.OpenAsync(app, Cast.Organizer, Home));

        Assert.Equal("2 Angaben fehlen: Noch kann sich niemand anmelden Betreiber, Schlichtungsstelle.", rows[0].Words);
        Assert.True((await Rooms.OpenAsync(app, Cast.Organizer, rows[0].Href)).HasField("Betreiber"));
        Assert.StartsWith("1 Familie anrufen", Assert.Single(Rows(await Rooms.OpenAsync(app, elsewhere, Home))).Words, StringComparison.Ordinal);
        Assert.Empty(Rows(await Rooms.OpenAsync(app, Cast.Staff, Home)));
    }

    [Fact]
    public async Task A_draft_is_pointed_out_when_its_day_comes_near()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        await Drafts.MakeAsync(desk);
        Assert.Empty(Rows(await desk.OpenAsync(Home)));
        app.Clock.SetUtcNow(new DateTimeOffset(2022, 11, 23, 12, 0, 0, TimeSpan.Zero));

        var row = Assert.Single(Rows(await desk.OpenAsync(Home)));

        Assert.StartsWith("1 Entwurf ist noch nicht veröffentlicht Elternfrühstück. Die Veranstaltung ist in 10 Tagen.", row.Words, StringComparison.Ordinal);
        Assert.Equal("Entwurf", (await desk.OpenAsync(row.Href)).Heading);
        Assert.Empty(Rows(await Rooms.OpenAsync(app, Cast.Staff, Home)));
        await Drafts.PublishAsync(desk);
        Assert.Empty(Rows(await desk.OpenAsync(Home)));
    }

    [Fact]
    public async Task A_lost_invitation_is_said_until_a_later_one_is_written()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Refused, "550 5.1.1 unknown");
        await app.DbAsync(async db =>
        {
            var account = new Account { UserName = "neu@netzwerk.test", Email = "neu@netzwerk.test", DisplayName = "Nina Probe" };
            db.Add(account);
            db.Add(new OutboxMail("netzwerk.test", app.Clock.GetUtcNow().UtcDateTime)
            {
                Kind = MailKind.Invitation,
                AccountId = account.Id,
                ToAddress = account.Email,
                ToName = account.DisplayName,
                Subject = "Einladung",
                TextBody = "Text",
                HtmlBody = "<p>Text</p>",
            });
            return await db.SaveChangesAsync();
        });
        await app.DeliverMailAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var row = Assert.Single(Rows(await desk.OpenAsync(Home)));

        Assert.Equal("1 Einladung kam nicht an Nina Probe.", row.Words);
        await Forms.SubmitAsync(await desk.OpenAsync(row.Href), "Einladung noch einmal schicken");
        Assert.Empty(Rows(await desk.OpenAsync(Home)));
    }

    [Fact]
    public async Task A_role_for_another_event_shows_nothing_of_this_one()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        await Drafts.MakeAsync(desk);
        var elsewhere = new Colleague("Eva Probe", "eva@netzwerk.test", Role.Organizer);
        await app.AccountAsync(elsewhere, (await app.EventAsync(Drafts.Slug)).Id);
        await app.RegisterAsync(Cast.Anna, 0, Mia);
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Refused, "550 5.1.1 unknown");
        await app.DeliverMailAsync();
        await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Place = "Rathaus Friesoythe" }));

        Assert.Equal(3, Rows(await desk.OpenAsync(Home)).Count);
        Assert.Empty(Rows(await Rooms.OpenAsync(app, elsewhere, Home)));
    }

    [Fact]
    public async Task After_seven_lines_the_rest_is_folded()
    {
        await using var app = new TestApp();
        var like = FirstContents.Anniversary();
        for (var i = 1; i <= 9; i++)
        {
            var ev = like.CopyTo(like.Date, Guid.CreateVersion7());
            ev.Slug = $"entwurf-{i}";
            await app.DbAsync(async db => db.Add(ev) is not null ? await db.SaveChangesAsync() : 0);
        }

        var page = await Rooms.OpenAsync(app, Cast.Organizer, Home);

        Assert.Equal(9, Rows(page).Count);
        Assert.Equal(7, page.Document.QuerySelectorAll(".nw-todo > ol > li").Length);
        Assert.Equal("und 2 weitere", Page.Words(page.Document.QuerySelector(".nw-todo summary")!));
    }

    private static string Block(Page page) => Page.Words(page.Document.QuerySelector(".nw-todo")!).Replace('\u00A0', ' ');

    private static List<(string Words, string Href)> Rows(Page page) =>
        [.. page.Document.QuerySelectorAll(".nw-todo li a").Select(link => (Page.Words(link).Replace('\u00A0', ' '), link.GetAttribute("href")!))];
}
