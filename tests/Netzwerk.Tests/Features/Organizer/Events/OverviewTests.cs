using System.Net;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

public class OverviewTests
{
    private static readonly ChildInCare Mia = new("Mia", 1, true);
    private static readonly ChildInCare Jonas = new("Jonas", 7, false);

    [Fact]
    public async Task The_organizer_sees_how_many_come_and_how_full_it_is()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => (ev.Seats, ev.ChildcareSeats) = (80, 20));
        await app.RegisterAsync(Cast.Anna, 1, Mia, Jonas);
        await app.RegisterAsync(Cast.Bernd);

        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event);

        Assert.Equal("Übersicht", page.Heading);
        Assert.Equal(["Anmeldungen 2", "Erwachsene 3", "Kinder in Betreuung 2 von 20", "Plätze frei 75 von 80"], Tiles(page));
        foreach (var shown in new[] { "5 von 80", "2 von 20", "0–2 Jahre: 1", "6–17 Jahre: 1", "Betreuende nötig 2", "1 Familie – anzeigen", "Jetzt: eine Familie anrufen" })
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_limit_the_tile_says_so_in_words()
    {
        await using var app = new TestApp();

        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event);

        Assert.Contains("Plätze vergeben, ohne Grenze 0", Tiles(page));
        Assert.Contains("0 vergeben, keine Grenze", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_counts_but_neither_ages_nor_wishes_nor_lists()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0, Mia);

        var page = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Event);

        Assert.Contains("Kinder in Betreuung 1", Tiles(page));
        foreach (var hidden in new[] { "Jahre:", "Mia", "Anrufe gewünscht", "anrufen", "Betreuungsliste" })
            Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
        foreach (var closed in new[] { "/bearbeiten", "/listen" }) Assert.DoesNotContain(closed, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_mail_comes_first_with_the_way_to_its_registration()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Refused, "550 5.1.1 unknown");
        await app.DeliverMailAsync();

        var page = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Event);

        Assert.Contains("Eine E-Mail kam nicht an.", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{Cast.Anna.FullName}, {anna.Reference}: Der Mailserver nimmt sie nicht an.", page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Rooms.Event}/anmeldungen/{anna.Id}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Gesendet 0", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nicht angekommen 1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_steps_follow_the_clock()
    {
        await using var app = new TestApp();
        var client = await app.SignInAsync(Cast.Organizer);
        await app.RegisterAsync(Cast.Anna, 0, Mia);
        Assert.Contains("Fr., 4. November: Anmeldeschluss", Plain(await client.OpenAsync(Rooms.Event)), StringComparison.Ordinal);

        app.Clock.SetUtcNow((await app.EventAsync()).DeadlineBound);
        var after = Plain(await client.OpenAsync(Rooms.Event));
        Assert.DoesNotContain(": Anmeldeschluss", after, StringComparison.Ordinal);
        Assert.Contains("Fr., 11. November: Jubiläumsfeier", after, StringComparison.Ordinal);

        app.Clock.SetUtcNow((await app.EventAsync()).Ends);
        var over = await client.OpenAsync(Rooms.Event);
        Assert.Contains("Hier ist nichts mehr zu tun. Gedruckte Listen und Dateien vernichten Sie bitte bis Sonntag, 11. Dezember 2022.", Plain(over), StringComparison.Ordinal);
        Assert.DoesNotContain("Jetzt:", over.Text, StringComparison.Ordinal);
        Assert.False(over.HasButton("Anmeldung schließen"));
        Assert.DoesNotContain("von Hand aufnehmen", over.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_in_lists_what_the_role_allows()
    {
        await using var app = new TestApp();

        var organizer = await Rooms.OpenAsync(app, Cast.Organizer, "/verwaltung");
        var staff = await Rooms.OpenAsync(app, Cast.Staff, "/verwaltung");
        var carer = await Rooms.OpenAsync(app, Cast.Carer, "/verwaltung");

        Assert.Equal([Drafts.New, Rooms.Event, Rooms.ChildrenSheet], Links(organizer));
        Assert.Equal([Rooms.Event], Links(staff));
        Assert.Equal([Rooms.ChildrenSheet], Links(carer));
    }

    [Fact]
    public async Task What_comes_next_stands_before_what_comes_later_and_what_is_over()
    {
        await using var app = new TestApp();
        foreach (var (slug, date) in ((string, DateOnly)[])[("spaeter", new(2023, 1, 10)), ("lange-her", new(2022, 9, 1)), ("neulich", new(2022, 10, 1))])
        {
            var ev = FirstContentsOf(slug);
            (ev.ShortTitle, ev.Date) = (slug, date);
            await app.DbAsync(async db => db.Add(ev) is not null ? await db.SaveChangesAsync() : 0);
        }

        var page = await Rooms.OpenAsync(app, Cast.Organizer, "/verwaltung");

        Assert.Equal(["Zu tun", "Jubiläumsfeier", "spaeter", "neulich", "lange-her"], page.Document.QuerySelectorAll("main h2").Select(Page.Words));
    }

    [Fact]
    public async Task A_role_for_another_event_opens_nothing()
    {
        await using var app = new TestApp();
        var other = FirstContentsOf("anderes-fest");
        await app.DbAsync(async db =>
        {
            db.Add(other);
            return await db.SaveChangesAsync();
        });
        await app.AccountAsync(Cast.Organizer, other.Id);

        foreach (var path in new[] { Rooms.Event, Rooms.Edit, Rooms.Mails, Rooms.Lists, Rooms.AttendeeSheet, Rooms.ChildrenSheet, Rooms.Csv, Rooms.Xlsx })
            Assert.Equal(HttpStatusCode.NotFound, await Rooms.StatusAsync(app, Cast.Organizer, path));
        Assert.Equal(HttpStatusCode.OK, await Rooms.StatusAsync(app, Cast.Organizer, "/verwaltung/veranstaltungen/anderes-fest"));
        Assert.DoesNotContain("/jubilaeum-2022", (await Rooms.OpenAsync(app, Cast.Organizer, "/verwaltung")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Rooms.Event, true, false)]
    [InlineData(Rooms.Mails, true, false)]
    [InlineData(Rooms.Edit, false, false)]
    [InlineData(Rooms.Lists, false, false)]
    [InlineData(Rooms.AttendeeSheet, false, false)]
    [InlineData(Rooms.Csv, false, false)]
    [InlineData(Rooms.Xlsx, false, false)]
    [InlineData(Rooms.ChildrenSheet, false, true)]
    public async Task Each_room_opens_for_its_roles_only(string path, bool staff, bool carer)
    {
        await using var app = new TestApp();

        Assert.Equal(HttpStatusCode.OK, await Rooms.StatusAsync(app, Cast.Organizer, path));
        Assert.Equal(staff ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await Rooms.StatusAsync(app, Cast.Staff, path));
        Assert.Equal(carer ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await Rooms.StatusAsync(app, Cast.Carer, path));
        Assert.Equal("/konto/anmelden", (await app.OpenAsync(path)).Url.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, await Rooms.StatusAsync(app, Cast.Organizer, path.Replace(TestApp.Anniversary, "gibt-es-nicht", StringComparison.Ordinal)));
    }

    private static Event FirstContentsOf(string slug)
    {
        var like = Netzwerk.Data.FirstContents.Anniversary();
        return new Event
        {
            Slug = slug,
            Title = like.Title,
            ShortTitle = "Anderes Fest",
            Lead = like.Lead,
            Audience = like.Audience,
            Host = like.Host,
            Place = like.Place,
            Price = like.Price,
            Date = like.Date,
            StartsAt = like.StartsAt,
            EndsAt = like.EndsAt,
            ContactName = like.ContactName,
            ContactEmail = like.ContactEmail,
            DeadlineBound = like.DeadlineBound,
        };
    }

    private static List<string> Tiles(Page page) => [.. page.Document.QuerySelectorAll(".nw-tiles > div").Select(Page.Words)];

    private static List<string?> Links(Page page) => [.. page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"))];

    private static string Plain(Page page) => page.Text.Replace('\u00A0', ' ');
}
